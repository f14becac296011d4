import KindlyTimeline

extension Fingerprint {
  /// Adds everything of a timeline: a text as its length and its bytes, so that no two neighbours run
  /// into one.
  mutating func add(_ timeline: Timeline) {
    add(text: timeline.title)
    add(timeline.frames)
    for section in timeline.sections {
      add(text: section.name)
      add(section.start)
      add(section.frames)
    }
    for event in timeline.events {
      add(event.start)
      add(event.frames)
      add(UInt64(truncatingIfNeeded: event.line) << 32 ^ UInt64(truncatingIfNeeded: event.section))
      switch event.kind {
      case .speech(let speech): add(speech)
      case .bell(let strike):
        add(UInt64(2))
        add(text: strike.bell)
        add(strike.strength.bitPattern)
      case .breath(let breath): add(UInt64(breath == .inward ? 3 : 4))
      case .pause(let pause):
        add(UInt64(pause.flexible ? 5 : 6))
        add(pause.natural)
      }
    }
  }

  private mutating func add(_ speech: Speech) {
    add(UInt64(speech.isPhrase ? 7 : 8))
    add(text: speech.utterance.text)
    add(text: speech.utterance.voice)
    add(text: speech.utterance.language)
    add(text: speech.recipient ?? "")
    // Only where it is so: the numbers of all other files stay.
    if speech.utterance.isSoft { add(UInt64(9)) }
    for word in speech.words {
      add(word.start)
      add(word.frames)
      add(UInt64(word.range.lowerBound) << 32 ^ UInt64(word.range.upperBound))
    }
  }

  private mutating func add(_ frames: Frames) { add(UInt64(bitPattern: frames.count)) }

  private mutating func add(text: String) {
    add(UInt64(text.utf8.count))
    add(text.utf8)
  }
}
