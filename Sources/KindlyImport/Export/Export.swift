import KindlyBase
public import KindlyTimeline

/// A session in another notation: every word that is spoken, every silence and bell, section by section.
///
/// SSML and Speech Markdown have silences to the millisecond, Markdown and text to a tenth of a second,
/// and the page shows whole seconds, as a reader needs them, with the milliseconds in an attribute. What a
/// notation can't hold is a comment there.
/// Import reads all of it again. Any thread.
/// - Parameter language: the tag of the practice's language; that of its first words where nil.
public func exported(
  _ timeline: Timeline, as notation: ExportNotation, language: String? = nil
) -> String {
  let script = ExportedScript(timeline, language: language)
  switch notation {
  case .ssml: return script.ssml
  case .speechMarkdown: return script.speechMarkdown
  case .markdown: return script.markdown
  case .html: return script.html
  case .text: return script.plainText
  }
}

/// A timeline as steps, which the writers of all notations start from.
struct ExportedScript {
  let title: String
  let language: String
  var steps: [Step] = []
  let words: ExportWords

  init(_ timeline: Timeline, language: String?) {
    title = timeline.title
    let first = timeline.events.lazy.compactMap { event in
      if case .speech(let speech) = event.kind { speech.utterance } else { nil }
    }.first
    self.language = language ?? first?.language ?? "en"
    words = ExportWords.of(self.language)
    var last = Manner(first)
    var section = -1
    var pause: (frames: Int64, line: Int) = (0, 1)
    for event in timeline.events {
      if case .pause = event.kind {
        pause = (pause.frames + event.frames.count, event.line)
        continue
      }
      addPause(pause.frames, line: pause.line)
      pause.frames = 0
      if event.section != section, timeline.sections.indices.contains(event.section) {
        section = event.section
        let name = timeline.sections[section].name
        if name.unicodeScalars.contains(where: \.isSpoken) { add(.section(name), event.line) }
      }
      switch event.kind {
      case .speech(let speech):
        let manner = Manner(speech.utterance)
        for change in manner.changes(since: last) { add(.note(change), event.line) }
        last = manner
        let text = speech.utterance.text
        add(speech.isPhrase ? .wish(text) : .say(text), event.line)
      case .bell(let strike):
        add(.bell(times: 1), event.line)
        if strike.strength < 1 { add(.note("softly"), event.line) }
      case .breath(let breath):
        add(.note(breath == .inward ? "a tone rises: in" : "a tone falls: out"), event.line)
        addPause(event.frames.count, line: event.line)
      case .pause: continue
      }
    }
    // The usual end is no silence that a script asks for; a bell's is its own.
    if pause.frames != 96_000, !endsWithBell { addPause(pause.frames, line: pause.line) }
  }

  private var endsWithBell: Bool {
    for step in steps.reversed() {
      switch step.kind {
      case .bell: return true
      case .note: continue
      default: return false
      }
    }
    return false
  }

  private mutating func add(_ kind: Step.Kind, _ line: Int) { steps.append(Step(kind, line: line)) }

  private mutating func addPause(_ frames: Int64, line: Int) {
    let milliseconds = Int((frames + 24) / 48)
    if milliseconds > 0 { add(.silence(.exact(milliseconds)), line) }
  }

  /// How words are spoken, which only some notations have marks for.
  private struct Manner {
    var voice: String?
    var language: String?
    var pace: Pace?

    init(_ utterance: Utterance?) {
      voice = utterance?.voice
      language = utterance?.language
      pace = utterance?.pace
    }

    func changes(since last: Manner) -> [String] {
      var changes: [String] = []
      if let voice, voice != last.voice { changes.append("voice: \(voice)") }
      if let language, language != last.language { changes.append("language: \(language)") }
      if let pace, pace != last.pace { changes.append("speed: \(pace)") }
      return changes
    }
  }
}
