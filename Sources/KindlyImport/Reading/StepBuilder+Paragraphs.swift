extension StepBuilder {
  /// A line or paragraph of text.
  mutating func paragraph(_ text: MarkedText, isSpeech: Bool = false) {
    var text = text
    guard !text.isEmpty else { return }
    if takeStamp(of: &text) || text.isEmpty { return }
    takeLabel(of: &text)
    let whole = text.scalars.trimmed
    guard whole.isSpoken || !text.cues.isEmpty else {
      if whole.contains(where: { $0 == MarkedText.cue }) { inline(text) }
      return
    }
    if text.cues.isEmpty, takeWhole(text, isSpeech: isSpeech) { return }
    inline(text)
  }

  // MARK: - Before the text

  /// A time before the text. True where nothing is left after it.
  private mutating func takeStamp(of text: inout MarkedText) -> Bool {
    let lead = text.scalars.prefix { $0.isBlank }.count
    guard let stamp = Stamp(text.scalars[lead...]) else { return false }
    let isAlone = !text.scalars[stamp.after...].isSpoken && text.cues.isEmpty
    guard survey.isTimed || stamp.isEnclosed && (isAlone || stamp.start % 1000 == 0) else {
      return false
    }
    // `(1:30)` after a sentence of the same file is a length; before one it is a time.
    moment(stamp.start, written: stamp.written)
    text = text.part(stamp.after..<text.scalars.count)
    return isAlone
  }

  /// Who speaks the line, or that it is a sound.
  private mutating func takeLabel(of text: inout MarkedText) {
    let lead = text.scalars.prefix { $0.isBlank }.count
    guard let label = Labels.label(in: text.scalars[lead...]) else { return }
    let name = label.name.lowercased()
    if survey.speakers.contains(name) {
      read.append(label.name)
      if !label.aside.trimmedBlanks.isEmpty { note(label.aside) }
      text = text.part(label.after..<text.scalars.count)
    }
  }

  // MARK: - Whole lines

  /// Takes a line that is something as a whole. False where it is to be read word by word.
  private mutating func takeWhole(_ text: MarkedText, isSpeech: Bool) -> Bool {
    let whole = text.scalars.trimmed
    if takeFact(of: whole, text) || takeSound(whole) || takeRepeat(whole) { return true }
    let core = BareWords.core(of: whole)
    if core.count < 120, isOneDirection(core), !text.isAll(.spoken) {
      let isDecorated =
        whole.first.map { BareWords.isDecoration($0) } == true && core.count < whole.count
      let isItalic = text.isAll(.italic) || text.isAll(.bold)
      let direction =
        Direction(core, at: .sentence, in: words)
        ?? (isDecorated || isItalic
          || !isSpeech && core.count < 30
            && core.split(whereSeparator: \.isBlank).count < 4 && !startsAsGuidance(core)
          ? Direction(core, at: .line, in: words) : nil)
      if let direction {
        take(direction, written: whole, isLine: true)
        return true
      }
    }
    if let first = whole.first, first == "♪" || first == "♫", isAboutReading(core) {
      note(whole.text)
      return true
    }
    if isPageNumber(whole) {
      note(whole.text)
      return true
    }
    if let inner = enclosed(whole) ?? enclosed(core) { return takeEnclosed(inner, whole, text) }
    if takeLength(of: core, text, isSpeech: isSpeech) { return true }
    // `\newpage`, `/intro`: commands of the program that the script was written for.
    if let first = whole.first, first == "\\" || first == "/", core.count < 40,
      core.allSatisfy({ $0.isLetter || $0.digit != nil })
    {
      note(whole.text)
      return true
    }
    if isLast, Self.ends.contains(core.text) {
      note(whole.text)
      return true
    }
    if isBoldLine(text), isHeadingLike(whole, words: 12) {
      heading(text, level: 7)
      return true
    }
    if !isSpeech, isCapitals(whole) || isLabelHeading(whole) || isRuled(whole) {
      heading(text, level: 8)
      return true
    }
    if BareWords.isLegal(whole) {
      note(whole.text)
      return true
    }
    if text.isAll(.italic), !survey.italicIsSpeech, isAboutReading(core) {
      note(whole.text)
      return true
    }
    return false
  }

  /// `**Duration:** 10 minutes`, `Word count: 120` and the like outside the header.
  private mutating func takeFact(of whole: ArraySlice<Scalar>, _ text: MarkedText) -> Bool {
    let start = whole.drop { $0.isQuote || $0.isBlank }
    guard let label = Labels.label(in: start) else { return false }
    let name = label.name.lowercased()
    let value = whole[label.after...].trimmed
    let isBold = !text.styles[start.startIndex].isDisjoint(with: .bold)
    if Labels.script.contains(name), !value.isSpoken {
      read.append(label.name)
      return true
    }
    if isBold, !value.isSpoken, Labels.facts[name] != nil, text.isAll(.bold) {
      heading(text, level: 7)
      return true
    }
    guard Labels.certain.contains(name) || isBold && Labels.facts[name] != nil && value.isSpoken
    else { return false }
    if !speaksAlready, takeHeader(name, value.text) {
      draft.headerWords.append(label.name)
      return true
    }
    note(whole.text)
    return true
  }

  /// Puts a fact into the header. False where it has no place there.
  mutating func takeHeader(_ name: String, _ value: String) -> Bool {
    let plain = BareWords.plain(value)
    switch Labels.facts[name] {
    case .title where draft.title == nil && !plain.isEmpty: draft.title = plain
    case .author where draft.author == nil && !plain.isEmpty: draft.author = plain
    case .summary where draft.summary == nil && !plain.isEmpty: draft.summary = plain
    case .length where draft.length == nil && hasOneLength:
      guard let length = Labels.length(value) else { return false }
      draft.length = length
    case .language where draft.language == nil:
      guard let tag = Labels.language(value) else { return false }
      draft.language = tag
    default: return false
    }
    draft.headerWords.append(value)
    return true
  }

  /// `SFX: bell`, `Music: rain`.
  private mutating func takeSound(_ whole: ArraySlice<Scalar>) -> Bool {
    guard let label = Labels.label(in: whole), Labels.sounds.contains(label.name.lowercased())
    else {
      return false
    }
    let value = whole[label.after...].trimmed
    if let direction = Direction(value, at: .line, in: words)
      ?? Direction(whole, at: .line, in: words)
    {
      take(direction, written: whole)
    } else {
      note(whole.text)
    }
    return true
  }

  /// `Repeat three times: "May I be at peace."`
  mutating func takeRepeat(_ whole: ArraySlice<Scalar>) -> Bool {
    guard let colon = whole.firstIndex(where: { $0 == ":" || $0 == "：" }),
      whole.distance(from: whole.startIndex, to: colon) < 60,
      let direction = Direction(whole[..<colon], at: .label, in: words),
      case .repeats(let times)? = direction.meanings.first
    else { return false }
    let rest = whole[(colon + 1)...].trimmed
    guard rest.isSpoken else {
      guard !rest.contains(where: { $0 == MarkedText.cue }), !isLast else { return false }
      openRepeat(times: min(times, 1000), read: whole[..<colon].text)
      return true
    }
    append(.repeatStart(times: min(times, 1000)), read: whole[..<colon].text)
    let start = steps.count
    if isWish(rest.text) {
      sayWish(rest)
    } else {
      inline(MarkedText(rest.text))
    }
    // What can't stand in a repeat was added before it could be known.
    if steps[start...].contains(where: { if case .moment = $0.kind { true } else { false } }) {
      steps.remove(at: start - 1)
    } else {
      append(.repeatEnd)
    }
    return true
  }

  /// `Page 3 of 5`.
  private func isPageNumber(_ whole: ArraySlice<Scalar>) -> Bool {
    guard whole.count < 24 else { return false }
    let tokens = DirectionToken.tokens(of: BareWords.core(of: whole))
    guard tokens.count == 2 || tokens.count == 4, case .word(let name) = tokens[0],
      case .number = tokens[1]
    else { return false }
    return ["page", "seite", "página", "pagina"].contains(name)
  }

  /// What writers put under a script.
  private static let ends = Vocabulary.set("END ENDE FIN FINE FIM SLUTT SLUT EINDE KONIEC समाप्त")

  /// `--- Second round ---`.
  private func isRuled(_ whole: ArraySlice<Scalar>) -> Bool {
    guard let mark = whole.first, mark.isDash || mark == "=" || mark == "~" || mark == "*",
      whole.dropFirst().first == mark, whole.last == mark, whole.dropLast().last == mark
    else { return false }
    return isHeadingLike(BareWords.core(of: whole), words: 8)
  }

  /// `Silence (5 minutes)`, `Body scan (3 min)`: a name with a length in brackets.
  private mutating func takeLength(
    of whole: ArraySlice<Scalar>, _ text: MarkedText, isSpeech: Bool
  ) -> Bool {
    guard let last = whole.last, last == ")" || last == "]",
      let open = whole.lastIndex(where: { $0 == "(" || $0 == "[" })
    else { return false }
    let name = whole[..<open].trimmed
    guard name.isSpoken, name.count < 60, name.last.map({ !$0.endsSentence }) ?? false,
      !name.contains(where: { $0.isBracket }),
      let length = Direction(whole[open...], at: .parentheses, in: words), !length.hasMore,
      case .silence(let pause) = length.meanings[0], length.meanings.count == 1
    else { return false }
    if let silence = Direction(BareWords.core(of: name), at: .line, in: words),
      case .silence(let named)? = silence.meanings.first, named.hasNoLength
    {
      append(.silence(pause), read: whole.text)
      return true
    }
    guard isAlone, !isSpeech, pause.natural >= 60_000, isHeadingLike(name, words: 7),
      isTitleLike(name) || isCapitals(name)
    else { return false }
    heading(text, level: 8)
    return true
  }

  /// Without brackets or a second sentence: those are read one by one.
  private func isOneDirection(_ core: ArraySlice<Scalar>) -> Bool {
    for (index, scalar) in zip(core.indices, core) {
      if scalar.isBracket || scalar == "/" { return false }
      if scalar.endsSentence, index + 1 < core.endIndex, core[index + 1].isBlank,
        index == core.startIndex || core[index - 1].isLetter, !isAbbreviated(core, index)
      {
        return false
      }
    }
    return true
  }

  /// The point of `10 sec. of silence` ends no sentence.
  private func isAbbreviated(_ text: ArraySlice<Scalar>, _ point: Int) -> Bool {
    var start = point
    while start > text.startIndex, text[start - 1].isLetter { start -= 1 }
    return words.units[text[start..<point].text.lowercased()] != nil
      || words.about.contains(text[start..<point].text.lowercased())
  }

  /// `Count five breaths.` is said to the listener.
  private func startsAsGuidance(_ core: ArraySlice<Scalar>) -> Bool {
    guard case .word(let first)? = DirectionToken.tokens(of: core.prefix(24)).first else {
      return false
    }
    return words.stay.contains(first)
  }
}
