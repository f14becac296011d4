extension StepBuilder {
  /// A heading: the title, a section, a cue, or the start of what is not spoken.
  mutating func heading(_ text: MarkedText, level: Int) {
    let whole = BareWords.core(of: text.scalars.filter { $0 != MarkedText.cue }[...])
    guard whole.isSpoken else {
      if !text.cues.isEmpty { inline(text) }
      return
    }
    if isAsideHeading(whole) {
      endSection()
      openAside(level: level)
      return note(whole.text)
    }
    guard endsAside(level: level) else { return note(whole.text) }
    if let direction = Direction(whole, at: .sentence, in: words), !speaksOnly(direction) {
      endSection()
      closeAside()
      return take(direction, written: whole)
    }
    let (name, length, start, written) = facts(of: whole)
    if let start { endSectionBefore(start, written) }
    if level == 1, draft.title == nil, !speaksAlready, length == nil || name.isSpoken {
      closeAside()
      setTitle(name)
      if let length { headingLength(length, written, of: name) }
      return
    }
    if let title = draft.title, !speaksAlready,
      BareWords.cleaned(name).text.lowercased() == title.lowercased()
    {
      draft.headerWords.append(name.text)
      closeAside()
      if let length { headingLength(length, written, of: name) }
      return
    }
    let cleaned = BareWords.cleaned(name)
    guard cleaned.isSpoken else {
      note(whole.text)
      return
    }
    let isSilence = Direction(cleaned[...], at: .line, in: words) != nil
    openSection(
      cleaned.text, level: level, length: length, isSilence: isSilence)
    if length != nil || !written.isEmpty && start == nil { note(written.text) }
  }

  /// A title with a length: that of the practice.
  private mutating func headingLength(
    _ length: ScriptPause, _ written: ArraySlice<Scalar>, of name: ArraySlice<Scalar>
  ) {
    if draft.length == nil, !length.hasNoLength {
      draft.length = length.natural
      draft.headerWords.append(written.text)
    } else {
      note(written.text)
    }
  }

  private mutating func endSectionBefore(_ start: Int, _ written: ArraySlice<Scalar>) {
    endSection()
    closeAside()
    moment(start, written: written)
  }

  /// Silence without a length is no cue but the name of a section.
  private func speaksOnly(_ direction: Direction) -> Bool {
    if case .silence(.long)? = direction.meanings.first { return true }
    return false
  }

  /// The name of a heading, and the length or time in brackets or after a dash at its end.
  private func facts(
    of text: ArraySlice<Scalar>
  ) -> (name: ArraySlice<Scalar>, length: ScriptPause?, start: Int?, written: ArraySlice<Scalar>) {
    for split in splits(of: text) {
      let written = text[split.tail]
      let core = BareWords.core(of: written)
      guard let direction = Direction(core, at: .parentheses, in: words), !direction.hasMore else {
        if let stamp = Stamp(core), stamp.after >= core.endIndex || !core[stamp.after...].isSpoken {
          return (text[split.name], nil, stamp.start, written)
        }
        continue
      }
      switch direction.meanings[0] {
      case .silence(.exact), .silence(.about), .silence(.between):
        guard case .silence(let pause) = direction.meanings[0] else { continue }
        if case .between(let start, _) = pause, Self.namesBothUnits(core) {
          return (text[split.name], nil, start, written)
        }
        return (text[split.name], pause, nil, written)
      case .clock(let time), .clocks(let time, _): return (text[split.name], nil, time, written)
      default: continue
      }
    }
    return (text, nil, nil, [])
  }

  /// `30s-60s`: from one time to another; `30-60 s` would be a length.
  private static func namesBothUnits(_ text: ArraySlice<Scalar>) -> Bool {
    let ends = text.filter { !$0.isBracket }.split { $0.isDash }
    return ends.count == 2
      && ends.allSatisfy {
        $0.first?.digit != nil && $0.last?.isLetter == true && !$0.contains { $0.isBlank }
      }
  }

  /// Where the facts of a heading may begin.
  private func splits(
    of text: ArraySlice<Scalar>
  ) -> [(name: Range<Int>, tail: Range<Int>)] {
    var splits: [(Range<Int>, Range<Int>)] = []
    var depth = 0
    for (index, scalar) in zip(text.indices, text).reversed() {
      let isBracket = scalar.closingBracket != nil
      if scalar.closesBracket { depth += 1 }
      if isBracket { depth = max(0, depth - 1) }
      // The dash of `(0:00 - 1:00)` divides nothing.
      if depth > 0 { continue }
      let isDivider =
        (scalar.isDash || scalar == "|" || scalar == "·" || scalar == ":" || scalar == ",")
        && index > text.startIndex
        && (scalar == ":" || scalar == "," || text[index - 1].isBlank)
        && index + 1 < text.endIndex && text[index + 1].isBlank
      guard isBracket || isDivider else { continue }
      splits.append((text.startIndex..<index, index..<text.endIndex))
      if splits.count > 3 { break }
    }
    // `0:00 Opening`, `[0:00] Opening`.
    if let stamp = Stamp(text), stamp.after < text.endIndex {
      splits.append((stamp.after..<text.endIndex, text.startIndex..<stamp.after))
    }
    return splits
  }

  private static let about = Vocabulary.set("for to on about of für zu para sobre pour sur de")

  /// `Recording notes`, `Credits`, `Notes for the facilitator`.
  func isAsideHeading(_ text: ArraySlice<Scalar>) -> Bool {
    let tokens = DirectionToken.tokens(of: text)
    let names = tokens.compactMap { if case .word(let word) = $0 { word } else { nil } }
    guard let first = names.first, let last = names.last, names.count <= 5 else { return false }
    if names == ["how", "to", "use"] || names == ["table", "of", "contents"] { return true }
    if names.count > 1, first == "purpose" || last == "purpose" { return false }
    let isAbout = names.count > 1 && Self.about.contains(names[1])
    return Labels.asides.contains(first) && (names.count <= 3 || isAbout)
      || Labels.asides.contains(last)
  }
}
