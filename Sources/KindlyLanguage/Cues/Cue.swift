/// What stands between square brackets, but for the beginning and the end of a block.
public enum Cue: Sendable, Hashable {
  /// `[20s]`, `[rest]`: a silence.
  case silence(Silence)
  /// `[bell …]`.
  case bell(BellCue)
  /// `[phrases …]`.
  case phrases(PhrasesCue)
  /// `[breathe 5 times]`.
  case breathe(Int)
  /// A cue that lasts: toward, voice, language, pace, breath, background.
  case setting(Setting)
  /// `[include settling]`.
  case include(String)
  /// `[recorded "hello.flac"]`.
  case recorded(String)
}

extension Cue {
  /// Which of the declared cues it is.
  public var kind: CueKind {
    switch self {
    case .silence: .silence
    case .bell: .bell
    case .phrases: .phrases
    case .breathe: .breathe
    case .setting(let setting): setting.kind
    case .include: .include
    case .recorded: .recorded
    }
  }

  /// The inside of the cue in canonical form, without brackets.
  public var canonical: String {
    switch self {
    case .silence(let silence): silence.canonical
    case .bell(let bell): bell.canonical
    case .phrases(let phrases): phrases.canonical
    case .breathe(let times): "breathe \(timesText(times))"
    case .setting(let setting): setting.canonical
    case .include(let name): "include " + written(name, after: "include")
    case .recorded(let name): "recorded \(quoted(name))"
    }
  }

  /// How many events it becomes in a timeline, at the least; an included file counts as one.
  public var events: Int {
    switch self {
    case .silence, .include, .recorded: 1
    case .bell(let bell): max(1, bell.times)
    case .phrases(let phrases):
      if case .count(let rounds) = phrases.rounds { max(1, rounds) } else { 1 }
    // In and out.
    case .breathe(let times): max(1, times).multiplied(by: 2)
    case .setting: 0
    }
  }

  /// The frame of the practice that it waits for; nil if it waits for none.
  var pin: Int64? {
    switch self {
    case .silence(let silence): if case .until(let frame) = silence.length { frame } else { nil }
    case .bell(let bell): bell.at
    case .phrases, .breathe, .setting, .include, .recorded: nil
    }
  }

  /// Frames of silence that are written and cannot shrink.
  var exactFrames: Int64 {
    if case .silence(let silence) = self { silence.length.exactFrames } else { 0 }
  }

  /// Whether nothing is heard where it stands: it only changes what follows.
  public var isSetting: Bool { if case .setting = self { true } else { false } }
}

/// A cue as it is read from a line, before blocks are joined.
enum CueForm: Sendable, Hashable {
  case cue(Cue)
  case open(Block.Kind)
  case end(EndOf)

  /// What an `[end]` says it ends.
  enum EndOf: Sendable, Hashable {
    case any, times, forEach
  }

  /// Which of the declared cues it is.
  var kind: CueKind {
    switch self {
    case .cue(let cue): cue.kind
    case .open(.times): .times
    case .open(.forEach): .forEach
    case .end: .end
    }
  }

  /// The inside of the cue in canonical form, without brackets.
  var canonical: String {
    switch self {
    case .cue(let cue): cue.canonical
    case .open(.times(let times)): "repeat \(timesText(times))"
    case .open(.forEach(let people)): "for each " + peopleText(people)
    case .end: "end"
    }
  }
}
