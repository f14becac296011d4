extension StepBuilder {
  /// Speaks the words so far, and takes the sentences among them that are directions.
  mutating func flush(_ pending: inout [Scalar]) {
    defer {
      pending.removeAll(keepingCapacity: true)
      releaseNotes()
    }
    guard pending.isSpoken else { return }
    if isSaid { return say(pending[...]) }
    var spoken = pending.startIndex
    var start = pending.startIndex
    while start < pending.endIndex {
      let end = segmentEnd(pending, start)
      let core = BareWords.core(of: pending[start..<end])
      let isDashed = Self.isDashed(pending[start..<end])
      if let direction = sound(core) {
        say(pending[spoken..<start])
        take(direction, written: pending[start..<end])
        spoken = end
      } else if !core.isEmpty, core.count <= 80, isDashed || mayBeDirection(core),
        let direction = Direction(core, at: isDashed ? .line : .sentence, in: words),
        direction.meanings.allSatisfy(isPlain)
      {
        say(pending[spoken..<start])
        take(direction, written: pending[start..<end])
        spoken = end
      }
      start = end
    }
    say(pending[spoken...])
  }

  /// `SFX: bell` after a sentence.
  private func sound(_ core: ArraySlice<Scalar>) -> Direction? {
    guard core.count < 40, core.contains(":"), let label = Labels.label(in: core),
      Labels.sounds.contains(label.name.lowercased())
    else { return nil }
    return Direction(core[label.after...].trimmed, at: .line, in: words)
  }

  /// `— 10 seconds —`.
  private static func isDashed(_ segment: ArraySlice<Scalar>) -> Bool {
    let segment = segment.trimmed
    return segment.count > 2 && segment.first?.isDash == true && segment.last?.isDash == true
  }

  func isPlain(_ meaning: Direction.Meaning) -> Bool {
    switch meaning {
    case .silence, .bell: true
    default: false
    }
  }

  /// The end of the sentence that starts here: after its mark, after dots, or after a dash between
  /// blanks.
  func segmentEnd(_ text: [Scalar], _ start: Int) -> Int {
    var index = start
    while index < text.count {
      let scalar = text[index]
      if scalar.endsSentence || scalar == "\n" {
        var end = index + 1
        while end < text.count, text[end].endsSentence || text[end].isQuote { end += 1 }
        let isDots = scalar == "…" || end - index > 2
        if end >= text.count || text[end].isBlank || isDots { return end }
        index = end
      } else if scalar.isDash, index > start, text[index - 1].isBlank, index + 1 < text.count,
        text[index + 1].isBlank || text[index + 1].isDash
      {
        return index + 1
      } else {
        index += 1
      }
    }
    return text.count
  }

  /// Whether one of the first words begins directions; most sentences are none.
  func mayBeDirection(_ core: ArraySlice<Scalar>) -> Bool {
    guard words.mayBeginCue(core) else { return false }
    var word: [UInt8] = []
    var seen = 0
    for scalar in core {
      if scalar.isLetter {
        word.append(scalar)
        continue
      }
      if !word.isEmpty {
        if isCueWord(word) { return true }
        seen += 1
        if seen > 8 { return false }
        word.removeAll(keepingCapacity: true)
      }
    }
    return !word.isEmpty && isCueWord(word)
  }

  private func isCueWord(_ bytes: [UInt8]) -> Bool {
    let word = String(decoding: bytes, as: UTF8.self).lowercased()
    guard words.signals.isEmpty || words.signals.contains(word) else { return false }
    return words.pause.contains(word) || words.wait.contains(word) || words.bell.contains(word)
  }
}
