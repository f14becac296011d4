extension StepBuilder {
  /// What stands between brackets that enclose the whole line.
  func enclosed(_ whole: ArraySlice<Scalar>) -> ArraySlice<Scalar>? {
    var line = whole
    while let last = line.last, last == "." || last == "," || last.isBlank { line.removeLast() }
    guard let first = line.first, let close = first.closingBracket, line.last == close else {
      return nil
    }
    let inner = line.dropFirst().dropLast()
    var depth = 0
    for scalar in inner {
      if scalar.closingBracket != nil { depth += 1 }
      if scalar.closesBracket { depth -= 1 }
      if depth < 0 { return nil }
    }
    return inner
  }

  /// A line in brackets of any kind.
  mutating func takeEnclosed(
    _ inner: ArraySlice<Scalar>, _ whole: ArraySlice<Scalar>, _ text: MarkedText
  ) -> Bool {
    let isRound = whole.first == "(" || whole.first == "（"
    if let nested = enclosed(inner) { return takeEnclosed(nested, inner, text) }
    if let direction = Direction(
      BareWords.core(of: inner), at: isRound ? .parentheses : .brackets, in: words)
    {
      take(direction, written: whole)
      return true
    }
    if let seconds = lonelyNumber(inner) {
      append(.silence(.exact(seconds * 1000)), read: whole.text)
      look("is read as seconds of silence", whole.text)
      return true
    }
    if takeSentences(of: inner, whole) { return true }
    if takeRepeat(inner.trimmed) { return true }
    if isAboutReading(inner) {
      note(whole.text)
      return true
    }
    if isBoldLine(text) || !isRound && isTitleLike(inner) {
      heading(MarkedText(inner.text), level: 7)
      return true
    }
    if isRound, asksToWait(inner) {
      append(.silence(.medium))
      note(whole.text)
      return true
    }
    if isRound, survey.parenthesesAreSpeech || speaksToListener(inner) || isSentence(inner) {
      return false
    }
    note(whole.text)
    look("is not understood, and not spoken", whole.text)
    return true
  }

  /// `(They listen. 20 seconds.)`: of several sentences those that ask for silence or a bell are taken, and
  /// all are kept.
  mutating func takeSentences(of inner: ArraySlice<Scalar>, _ whole: ArraySlice<Scalar>) -> Bool {
    let text = Array(inner)
    var directions: [Direction] = []
    var (start, count) = (0, 0)
    while start < text.count {
      let end = segmentEnd(text, start)
      let core = BareWords.core(of: text[start..<end])
      if core.isSpoken { count += 1 }
      if let direction = Direction(core, at: .sentence, in: words)
        ?? (core.first?.digit == nil ? nil : Direction(core, at: .parentheses, in: words)),
        direction.meanings.allSatisfy(isPlain)
      {
        directions.append(direction)
      }
      start = end
    }
    guard count > 1, !directions.isEmpty, !speaksToListener(inner) else { return false }
    for direction in directions { take(Direction(direction.meanings), written: []) }
    note(whole.text)
    return true
  }

  /// `(Wait until everybody is seated.)`
  private func asksToWait(_ text: ArraySlice<Scalar>) -> Bool {
    let tokens = DirectionToken.tokens(of: text.trimmed)
    guard case .word(let first)? = tokens.first else { return false }
    return Self.waits.contains(first) && !speaksToListener(text)
  }

  private static let waits = Vocabulary.set(
    "wait warten abwarten warte esperar espere espera attendre attendez aguarde रुकें")

  /// `(If it helps, put a hand on the heart.)`
  private func isSentence(_ text: ArraySlice<Scalar>) -> Bool {
    let text = text.trimmed
    return text.last?.endsSentence == true && text.first?.properties.isUppercase == true
      && text.split(whereSeparator: \.isBlank).count > 4
  }

  /// Sentences that speak to somebody are guidance.
  func speaksToListener(_ text: ArraySlice<Scalar>) -> Bool {
    let tokens = DirectionToken.tokens(of: text.trimmed)
    let speaks = tokens.contains {
      if case .word(let word) = $0 { words.address.contains(word) } else { false }
    }
    return speaks && tokens.count > 1
  }

  /// Words about how to read, music or the recording.
  func isAboutReading(_ text: ArraySlice<Scalar>) -> Bool { words.isAboutReading(text) }

  /// A few words with capitals and no end of a sentence.
  func isTitleLike(_ text: ArraySlice<Scalar>) -> Bool {
    let parts = text.trimmed.split(whereSeparator: \.isBlank)
    guard !parts.isEmpty, parts.count <= 6, text.last.map({ !$0.endsSentence }) ?? true else {
      return false
    }
    let capitals = parts.count { part in
      part.first { $0.isSpoken }.map { $0.properties.isUppercase || $0.digit != nil } ?? true
    }
    return capitals == parts.count
      || capitals * 2 >= parts.count && parts[0].first?.properties.isUppercase == true
        && parts.count > 1
  }

  /// Few words that end no sentence.
  func isHeadingLike(_ text: ArraySlice<Scalar>, words limit: Int) -> Bool {
    let last = text.last { !$0.isBlank && !$0.isQuote }
    guard let last, !last.endsSentence, last != "," else { return false }
    return text.split(whereSeparator: \.isBlank).count <= limit
  }

  /// `INTRODUCTION`, `PART TWO: BODY SCAN`.
  func isCapitals(_ text: ArraySlice<Scalar>) -> Bool {
    var letters = 0
    for scalar in text where scalar.isLetter {
      guard scalar.properties.isUppercase else { return false }
      letters += 1
    }
    return letters > 3 && isHeadingLike(text, words: 8)
  }

  /// `Closing:` and `Part 2: Body scan` on a line of their own.
  func isLabelHeading(_ text: ArraySlice<Scalar>) -> Bool {
    if text.last == ":" {
      return isTitleLike(text.dropLast()) && !isWish(text.text)
    }
    guard let colon = text.firstIndex(of: ":") else { return false }
    let name = DirectionToken.tokens(of: text[..<colon])
    guard name.count == 2, case .word(let word) = name[0], case .number = name[1] else {
      return false
    }
    return [
      "part", "section", "step", "stage", "phase", "teil", "abschnitt", "schritt", "parte",
      "paso", "sección", "partie", "étape", "भाग", "चरण", "chapter",
    ].contains(word) && isHeadingLike(text, words: 8)
  }
}
