/// A cue that lasts until changed, or until its block or file ends.
public enum Setting: Sendable, Hashable {
  /// `[toward friend]`, `[toward friend and self]`: one recipient or a pair.
  case toward([Recipient])
  /// `[voice warm]`.
  case voice(String)
  /// `[language de]`.
  case language(String)
  /// `[slower]`.
  case slower
  /// `[faster]`.
  case faster
  /// `[normal speed]`.
  case normalSpeed
  /// `[breath in 4s, out 6s]`.
  case breath(BreathShape)
  /// `[background rain, softly]`, `[background fades over 2 min]`, `[no background]`.
  case background(BackgroundCue)
}

extension Setting {
  /// Which of the declared cues it is.
  var kind: CueKind {
    switch self {
    case .toward: .toward
    case .voice: .voice
    case .language: .language
    case .slower, .faster, .normalSpeed: .pace
    case .breath: .breath
    case .background: .background
    }
  }

  /// The inside of the cue in canonical form, without brackets.
  var canonical: String {
    switch self {
    case .toward(let people): "toward " + peopleText(people)
    case .voice(let name): "voice " + written(name, after: "voice")
    case .language(let tag): "language " + tag
    case .slower: "slower"
    case .faster: "faster"
    case .normalSpeed: "normal speed"
    case .breath(let shape): "breath " + shape.canonical
    case .background(let background): background.canonical
    }
  }
}
