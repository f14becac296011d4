extension CueReader {
  /// The whole cue.
  mutating func form() throws(CueMistake) -> CueForm {
    skipCommas()
    guard let first = next else { throw CueMistake(problem: .empty, span: whole) }
    let form = try form(startingWith: first)
    try finish()
    return form
  }

  private mutating func form(startingWith first: CueToken) throws(CueMistake) -> CueForm {
    guard first.kind == .word else { return try form(of: .silence) }
    if let kind = CueKind.byFirstWord[first.text] { return try form(of: kind) }
    if CueWords.numbers[first.text] != nil
      || (first.afterArticle && CueWords.units[first.text] != nil)
    {
      return try form(of: .silence)
    }
    throw unknown(isFirst: true)
  }

  // MARK: - Settings, blocks and files

  mutating func toward() throws(CueMistake) -> [Recipient] {
    index += 1
    return try pair()
  }

  mutating func forEach() throws(CueMistake) -> [Recipient] {
    index += 1
    return try people()
  }

  mutating func pace() throws(CueMistake) -> Setting {
    if accept("slower") { return .slower }
    if accept("faster") { return .faster }
    index += 1
    try expect("speed", "pace", orSay: "[normal speed]")
    return .normalSpeed
  }

  mutating func breath() throws(CueMistake) -> BreathShape {
    guard second?.text == "in" else { throw unknown(isFirst: true) }
    index += 1
    return try breathShape()
  }

  mutating func named(_ example: String) throws(CueMistake) -> String {
    index += 1
    skipCommas()
    guard let name = name() else { throw incomplete(example) }
    return name.value
  }

  mutating func languageTag() throws(CueMistake) -> String {
    let tag = try named("[language de]")
    guard isLanguageTag(tag) else {
      throw CueMistake(
        problem: .notLanguage(tag, suggestion: languageNamed(tag)), span: tokens[index - 1].span)
    }
    return tag
  }

  mutating func repetition() throws(CueMistake) -> Block.Kind {
    index += 1
    skipCommas()
    if let number = next, number.isNumber, second == nil {
      throw incomplete("[repeat \(number.text) times]")
    }
    guard let times = try times() else { throw incomplete("[repeat 3 times]") }
    return .times(times)
  }

  mutating func end() -> CueForm.EndOf {
    index += 1
    if accept("repeat") { return .times }
    if accept("each") { return .forEach }
    return .any
  }

  mutating func breathe() throws(CueMistake) -> Int {
    index += 1
    if let number = next, number.isNumber, second == nil {
      throw incomplete("[breathe \(number.text) times]")
    }
    guard let times = try times() else { throw incomplete("[breathe 5 times]") }
    return times
  }

  mutating func file(_ example: String) throws(CueMistake) -> String {
    index += 1
    guard let name = fileName(), !name.value.isEmpty else { throw incomplete(example) }
    if quotationMarks(in: name.span) == 1 {
      throw CueMistake(problem: .openQuote(name.value), span: whole)
    }
    if leavesFolder(name.value) {
      throw CueMistake(problem: .outside(name.value), span: name.span)
    }
    return name.value
  }

  /// Double quotation marks of any shape around a name that is not quoted as a whole.
  private func quotationMarks(in name: SourceSpan) -> Int {
    if tokens.contains(where: { $0.kind == .quoted }) { return 0 }
    return source.text(at: whole).unicodeScalars.count { "\"“”„«»".unicodeScalars.contains($0) }
  }

  /// `3 times`, `x3`, `3x`, `thrice`; nil if the next words are something else.
  mutating func times() throws(CueMistake) -> Int? {
    let start = index
    let span = next?.span ?? whole
    var count: Int64?
    if accept("once") {
      count = 1_000_000
    } else if accept("twice") {
      count = 2_000_000
    } else if accept("thrice") {
      count = 3_000_000
    } else if accept("x") {
      count = amount()
      if count == nil { throw incomplete("[bell, 3 times]") }
    } else if let number = amount(), accept("times", "time", "x") {
      count = number
    }
    guard let count else {
      index = start
      return nil
    }
    guard count % 1_000_000 == 0, count >= 1_000_000, count <= Int64(Limit.times) * 1_000_000 else {
      throw CueMistake(
        problem: .timesOutOfRange(seen: source.text(at: span)),
        span: span.joined(with: tokens[index - 1].span))
    }
    return Int(count / 1_000_000)
  }
}

/// Whether a file name points out of its folder: absolute, with `..`, or with a backslash.
func leavesFolder(_ name: String) -> Bool {
  name.hasPrefix("/") || name.hasPrefix("~") || name.contains("\\") || name.contains("\0")
    || name.split(separator: "/", omittingEmptySubsequences: false).contains {
      $0 == ".." || $0.isEmpty
    }
}

/// Whether a text has the form of a BCP 47 tag: `de`, `pt-BR`, `zh-Hant-TW`.
public func isLanguageTag(_ tag: String) -> Bool {
  let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
  guard let first = parts.first, (2...3).contains(first.utf8.count),
    first.utf8.allSatisfy(\.isLetter), parts.count <= 6
  else { return false }
  return parts.dropFirst().allSatisfy {
    (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy { $0.isLetter || $0.isDigit }
  }
}

/// The tag of a language given by its name.
func languageNamed(_ name: String) -> String? {
  [
    "english": "en", "german": "de", "deutsch": "de", "spanish": "es", "español": "es",
    "french": "fr", "français": "fr", "italian": "it", "portuguese": "pt", "dutch": "nl",
    "hindi": "hi", "japanese": "ja", "chinese": "zh", "russian": "ru", "polish": "pl",
    "swedish": "sv", "danish": "da", "turkish": "tr", "korean": "ko", "vietnamese": "vi",
    "thai": "th",
  ][name.lowercased()]
}
