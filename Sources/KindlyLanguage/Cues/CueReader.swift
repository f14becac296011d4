/// A cue that could not be read, and the words it stumbled over.
struct CueMistake: Error {
  var problem: CueProblem
  var span: SourceSpan
}

/// Reads the inside of one cue by its words. It never guesses: every word must belong.
struct CueReader {
  let source: Source
  /// Between the brackets.
  let whole: SourceSpan
  var tokens: [CueToken]
  var index = 0

  /// Prepares to read the words of a span; `takesName` where a name may be the first of them.
  init(_ source: Source, in span: SourceSpan, takesName: Bool = false) {
    self.source = source
    whole = span
    tokens = CueFolding.tokens(of: source, in: span, takesName: takesName)
  }

  /// The cue of a span, or why it is none, with a suggestion.
  static func read(_ source: Source, in span: SourceSpan) throws(CueMistake) -> CueForm {
    var reader = CueReader(source, in: span)
    let tokens = reader.tokens
    do throws(CueMistake) {
      return try reader.form()
    } catch {
      guard case .unknown(let word, let isFirst, nil) = error.problem else { throw error }
      throw CueMistake(
        problem: .unknown(
          word: word, isFirst: isFirst,
          suggestion: suggestion(source, in: span, tokens: tokens, for: error.span)),
        span: error.span)
    }
  }

  // MARK: - Suggestions

  /// What was probably meant, with its brackets.
  private static func suggestion(
    _ source: Source, in span: SourceSpan, tokens: [CueToken], for mistaken: SourceSpan
  ) -> String? {
    if let form = mended(source, in: span, tokens: tokens, mistaken: mistaken) {
      return "[\(form.canonical)]"
    }
    guard let word = tokens.first(where: { $0.span == mistaken })?.text else { return nil }
    if let other = CueWords.otherWords[word], let kind = CueKind.byFirstWord[other] {
      return "[\(kind.declaration.examples[0])]"
    }
    return wish(source, in: span, tokens: tokens)
  }

  /// The cue with up to three mistaken words replaced by those that were meant, if it can then be read.
  private static func mended(
    _ source: Source, in span: SourceSpan, tokens: [CueToken], mistaken: SourceSpan
  ) -> CueForm? {
    var tokens = tokens
    var mistaken = mistaken
    for _ in 0..<3 {
      guard let at = tokens.firstIndex(where: { $0.span == mistaken }), tokens[at].kind == .word,
        let meant = CueWords.otherWords[tokens[at].text]
          ?? nearest(to: tokens[at].text, in: CueWords.vocabulary), meant != tokens[at].text
      else { return nil }
      tokens[at].text = meant
      var reader = CueReader(source, in: span)
      reader.tokens = tokens
      do {
        return try reader.form()
      } catch {
        mistaken = error.span
      }
    }
    return nil
  }

  /// `[for Ana]` is meant as `[toward Ana, she]`.
  private static func wish(
    _ source: Source, in span: SourceSpan, tokens: [CueToken]
  ) -> String? {
    guard source.text(at: span).lowercased().hasPrefix("for "), !tokens.isEmpty else { return nil }
    var reader = CueReader(source, in: span)
    reader.tokens = tokens
    guard let people = try? reader.pair() else { return nil }
    let known = people.map { person in
      if case .named(let name, nil) = person { Recipient.named(name, .she) } else { person }
    }
    return "[toward \(peopleText(known))]"
  }

  // MARK: - Moving through the words

  /// The next token, without moving.
  var next: CueToken? { index < tokens.count ? tokens[index] : nil }

  /// The next word, without moving; nil for numbers and marks.
  var nextWord: String? { next?.kind == .word ? next?.text : nil }

  /// The token after the next.
  var second: CueToken? { index + 1 < tokens.count ? tokens[index + 1] : nil }

  /// Takes the next token if it is one of these words.
  mutating func accept(_ words: String...) -> Bool {
    guard let word = nextWord, words.contains(word) else { return false }
    index += 1
    return true
  }

  /// Passes over commas, which are optional between the parts of a cue.
  mutating func skipCommas() {
    while next?.kind == .comma { index += 1 }
  }

  /// Requires one of these words.
  mutating func expect(_ words: String..., orSay example: String) throws(CueMistake) {
    guard let word = nextWord, words.contains(word) else {
      throw incomplete(example)
    }
    index += 1
  }

  /// The next word does not belong here; or the cue stops too early.
  func unknown(isFirst: Bool = false) -> CueMistake {
    guard let next else { return incomplete("[pause 20s]") }
    return CueMistake(
      problem: .unknown(word: next.text, isFirst: isFirst, suggestion: nil), span: next.span)
  }

  /// Something is missing, as this example shows.
  func incomplete(_ example: String) -> CueMistake {
    if let next, index > 0 {
      return CueMistake(
        problem: .unfinished(seen: next.text, example: example), span: next.span)
    }
    return CueMistake(problem: .unfinished(seen: nil, example: example), span: whole)
  }

  /// Every word must have been used.
  mutating func finish() throws(CueMistake) {
    skipCommas()
    if next != nil { throw unknown() }
  }

  /// A name: what is quoted, or everything up to a space or comma.
  mutating func name() -> Located<String>? {
    guard let start = next else { return nil }
    if start.kind == .quoted {
      index += 1
      return start.text.isEmpty ? nil : Located(start.text, at: start.span)
    }
    guard start.kind == .word || start.isNumber else { return nil }
    var upper = start.span.lower
    while upper < whole.upper, source.spaceLength(at: upper, to: whole.upper) == 0,
      source.bytes[upper] != UInt8(ascii: ","), source.bytes[upper] != UInt8(ascii: ";"),
      source.bytes[upper] != UInt8(ascii: "\"")
    {
      upper += 1
    }
    while let token = next, token.span.lower < upper { index += 1 }
    let span = SourceSpan(start.span.lower, max(upper, start.span.upper))
    return Located(source.text(at: span).folded, at: span)
  }

  /// The file that is named after the word read last: what is quoted, or everything that is left, also
  /// what is between words no word of a cue (`../x`, `the sea`).
  mutating func fileName() -> Located<String>? {
    guard let next else { return nil }
    if next.kind == .quoted {
      index += 1
      return Located(next.text, at: next.span)
    }
    var lower = tokens[index - 1].span.upper
    var upper = whole.upper
    index = tokens.count
    let quotes = "\"“”„«»'’‘".unicodeScalars
    while lower < upper, let (mark, length) = character(at: lower),
      mark.isSpace || mark.isInvisibleMark || mark == ":" || quotes.contains(mark)
    {
      lower += length
    }
    let name = source.text(at: SourceSpan(lower, upper)).unicodeScalars
    for mark in name.reversed() {
      guard
        mark.isSpace || mark.isInvisibleMark || ".,;:!".unicodeScalars.contains(mark)
          || quotes.contains(mark)
      else { break }
      upper -= String(mark).utf8.count
    }
    guard lower < upper else { return nil }
    return Located(
      source.text(at: SourceSpan(lower, upper)).folded, at: SourceSpan(lower, upper))
  }

  private func character(at index: Int) -> (Unicode.Scalar, length: Int)? {
    let byte = source.bytes[index]
    return byte < 0x80 ? (Unicode.Scalar(byte), 1) : source.scalar(at: index)
  }
}
