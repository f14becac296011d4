extension StepBuilder {
  /// A text word by word: brackets and dots in it may be directions.
  mutating func inline(_ text: MarkedText) {
    let scalars = text.scalars
    let closers = MarkupReader.matches(in: scalars)
    var pending: [Scalar] = []
    pending.reserveCapacity(scalars.count)
    var cue = 0
    var index = 0
    isInline = true
    isSaid = text.isAll(.spoken) || Self.isQuoted(scalars.trimmed)
    defer {
      isInline = false
      isSaid = false
      releaseNotes()
    }
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == MarkedText.cue {
        flush(&pending)
        let found = text.cues[cue]
        if case .moment(let time, let gap) = found.kind {
          moment(time, gap: gap, written: found.read.scalars[...])
        } else {
          append(found.kind, read: found.read)
        }
        cue += 1
        index += 1
      } else if let close = closers[index], !text.styles[index].contains(.literal),
        !scalars[index...close].contains(MarkedText.cue),
        let after = bracket(scalars, index, close, &pending)
      {
        index = after
        Self.divide(&pending, from: scalars[index...])
      } else if let after = emphasised(text, index, &pending) {
        index = after
      } else if scalar == "/", let after = slash(scalars, index, &pending) {
        index = after
      } else {
        pending.append(scalar)
        index += 1
      }
    }
    flush(&pending)
  }

  /// Within quotation marks `Silence…` is a word to say.
  private static func isQuoted(_ text: ArraySlice<Scalar>) -> Bool {
    text.first?.isQuote == true && text.last?.isQuote == true && text.hasSeveralWords
  }

  /// `Rest. *pause* Rest.`: an emphasised direction between sentences; the index after it.
  private mutating func emphasised(
    _ text: MarkedText, _ start: Int, _ pending: inout [Scalar]
  ) -> Int? {
    let look: MarkedText.Style = [.italic, .bold]
    let style = text.styles[start].intersection(look)
    guard !style.isEmpty, start == 0 || text.styles[start - 1].intersection(look) != style else {
      return nil
    }
    var end = start
    while end < text.scalars.count, end - start < 80, text.styles[end].intersection(look) == style {
      end += 1
    }
    let run = text.scalars[start..<end]
    let before = pending.last { !$0.isBlank }
    let after = text.scalars[end...].first { !$0.isBlank }
    guard before?.endsSentence ?? true, after.map({ !$0.properties.isLowercase }) ?? true,
      !run.contains(MarkedText.cue), mayBeDirection(run),
      let direction = Direction(BareWords.core(of: run), at: .line, in: words),
      direction.meanings.allSatisfy(isPlain)
    else { return nil }
    flush(&pending)
    take(direction, written: run)
    return end
  }

  // MARK: - Brackets

  /// Takes what stands in brackets; the index after it, or nil where it is part of the text.
  private mutating func bracket(
    _ text: [Scalar], _ open: Int, _ close: Int, _ pending: inout [Scalar]
  ) -> Int? {
    let whole = text[open...close]
    var inner = text[(open + 1)..<close]
    let isRound = text[open] == "(" || text[open] == "（"
    if !isRound, let first = inner.first, inner.last == first.closingBracket {
      inner = inner.dropFirst().dropLast()
    }
    let core = BareWords.core(of: inner)
    let after = close + 1
    guard core.isSpoken else { return isRound ? nil : after }
    if let direction = Direction(core, at: isRound ? .parentheses : .brackets, in: words) {
      return took(direction, whole, &pending) ? after : nil
    }
    if isRound { return parenthesis(inner, whole, &pending) ? after : nil }
    if let words = inserted(core) {
      Self.divide(&pending, from: words[...])
      pending += words
      return after
    }
    if speech(modifier: inner, of: &pending) { return after }
    note(whole.text)
    if !isAboutReading(inner) { look("is not understood, and not spoken", whole.text) }
    return after
  }

  /// What stood in brackets kept the words on both sides apart.
  private static func divide(_ pending: inout [Scalar], from next: ArraySlice<Scalar>) {
    let isSeen = { (scalar: Scalar) in !scalar.isHidden && scalar != "\u{AD}" }
    // Joiners that stand alone are letters to those who count words.
    let isWord = { (scalar: Scalar) in scalar.isSpoken || scalar.isLetter }
    guard pending.last(where: isSeen).map(isWord) == true,
      next.first(where: isSeen).map(isWord) == true
    else { return }
    pending.append(" ")
  }

  /// Takes a direction among words. False where a time stands in a sentence.
  private mutating func took(
    _ direction: Direction, _ whole: ArraySlice<Scalar>, _ pending: inout [Scalar]
  ) -> Bool {
    switch direction.meanings[0] {
    case .clock(let time):
      // After words a time is a length, unless lines begin with times.
      if pending.isSpoken || speaksAlready && !survey.isTimed && time <= latestMoment {
        guard !survey.isTimed, time <= 3_600_000, time > 0 else { return false }
        flush(&pending)
        append(.silence(.exact(time)), read: whole.text)
        look("is read as minutes and seconds of silence", whole.text)
        return true
      }
    case .clocks: if pending.isSpoken { return false }
    default: break
    }
    flush(&pending)
    take(direction, written: whole)
    return true
  }

  /// Ordinary words in parentheses are speech. True where they are a note.
  private mutating func parenthesis(
    _ inner: ArraySlice<Scalar>, _ whole: ArraySlice<Scalar>, _ pending: inout [Scalar]
  ) -> Bool {
    if let seconds = lonelyNumber(inner), pending.isSpoken {
      flush(&pending)
      append(.silence(.exact(seconds * 1000)), read: whole.text)
      look("is read as seconds of silence", whole.text)
      return true
    }
    if asksForRepetition(inner) {
      note(whole.text)
      look("is not understood, and not spoken", whole.text)
      return true
    }
    guard isAboutReading(inner) || !pending.isSpoken && isShortAside(inner) else { return false }
    note(whole.text)
    return true
  }

  /// `(repeat 4 more cycles)`, `(repeat on the other side)`.
  func asksForRepetition(_ inner: ArraySlice<Scalar>) -> Bool {
    let tokens = DirectionToken.tokens(of: inner.trimmed)
    guard tokens.count < 10, case .word(let first)? = tokens.first, words.repeating.contains(first),
      !tokens.contains(.mark(":"))
    else { return false }
    return tokens.dropFirst().contains { token in
      switch token {
      case .number: true
      case .word(let word): words.numbers[word] != nil || Self.repeated.contains(word)
      default: false
      }
    }
  }

  private static let repeated = Vocabulary.set(
    "cycle cycles round rounds side sequence runde runden durchgang durchgänge seite ciclo ciclos "
      + "ronda rondas lado vueltas série séries fois côté cycles चक्र बार")

  /// `(gently)` before the words it is about.
  private func isShortAside(_ inner: ArraySlice<Scalar>) -> Bool {
    let tokens = DirectionToken.tokens(of: inner)
    guard tokens.count <= 2, case .word(let first)? = tokens.first else { return false }
    return words.manner.contains(first) || first.hasSuffix("ly")
  }

  /// `(10)`: a number of seconds, where it is none of a count.
  func lonelyNumber(_ inner: ArraySlice<Scalar>) -> Int? {
    let tokens = DirectionToken.tokens(of: inner)
    guard tokens.count == 1, case .number(let number) = tokens[0], number % 5000 == 0,
      number >= 10_000,
      number <= 600_000
    else { return nil }
    return number / 1000
  }

  /// `notice [the] breath`: a small word that an editor put in.
  private func inserted(_ core: ArraySlice<Scalar>) -> [Scalar]? {
    let tokens = DirectionToken.tokens(of: core)
    guard tokens.count == 1, case .word(let word) = tokens[0],
      words.articles.contains(word) || Self.inserts.contains(word)
    else { return nil }
    return Array(core)
  }

  private static let inserts = Vocabulary.set(
    "the and of your to is are it in on as der die das und zu el la los las de y le les et du des")

  /// A modifier of Speech Markdown that stands alone, such as `[mark:"x"]`: no words of the script.
  private mutating func speech(modifier: ArraySlice<Scalar>, of pending: inout [Scalar]) -> Bool {
    guard let colon = modifier.firstIndex(of: ":"), colon + 1 < modifier.endIndex,
      modifier[colon + 1] == "\""
    else { return false }
    note(modifier.text)
    return true
  }

  /// `/5s`: a pause between words.
  private mutating func slash(
    _ text: [Scalar], _ index: Int, _ pending: inout [Scalar]
  ) -> Int? {
    guard index == 0 || text[index - 1].isBlank, index + 1 < text.count,
      text[index + 1].digit != nil
    else { return nil }
    var end = index + 1
    while end < text.count, end - index < 12, !text[end].isBlank { end += 1 }
    let reader = AmountReader(
      tokens: DirectionToken.tokens(of: text[(index + 1)..<end]), words: words)
    guard let (amount, next) = reader.amount(at: 0), next == reader.tokens.count else { return nil }
    flush(&pending)
    append(.silence(amount.pause(isAbout: false)), read: text[(index + 1)..<end].text)
    return end
  }
}
