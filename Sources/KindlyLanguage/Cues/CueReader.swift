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

  /// Prepares to read the words of a span.
  init(_ source: Source, in span: SourceSpan) {
    self.source = source
    whole = span
    tokens = CueFolding.tokens(of: source, in: span)
  }

  /// The cue of a span, or why it is none, with a suggestion.
  static func read(_ source: Source, in span: SourceSpan) throws(CueMistake) -> CueForm {
    var reader = CueReader(source, in: span)
    let tokens = reader.tokens
    do throws(CueMistake) {
      return try reader.form()
    } catch {
      guard case .unknown(let word, let isFirst, nil) = error.problem else { throw error }
      let suggestion =
        CueWords.otherWords[word]
        ?? suggest(source, in: span, tokens: tokens, mistaken: error.span).map {
          "[\($0.canonical)]"
        }
      throw CueMistake(
        problem: .unknown(word: word, isFirst: isFirst, suggestion: suggestion), span: error.span)
    }
  }

  /// Replaces mistaken words by near ones until the cue reads, three at most.
  private static func suggest(
    _ source: Source, in span: SourceSpan, tokens: [CueToken], mistaken: SourceSpan
  ) -> CueForm? {
    var tokens = tokens
    var mistaken = mistaken
    for _ in 0..<3 {
      guard let at = tokens.firstIndex(where: { $0.span == mistaken }),
        let near = nearest(to: tokens[at].text, in: CueWords.vocabulary), near != tokens[at].text
      else { return nil }
      tokens[at].text = near
      tokens[at].kind = .word
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

  /// A name as it is written: everything up to a space or comma.
  mutating func name() -> Located<String>? {
    guard let start = next, start.kind == .word || start.isNumber else { return nil }
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

  /// The file that is named after the word read last: everything that is left, also what is between
  /// words no word of a cue (`../x`, `the sea`), without quotation marks around it.
  mutating func fileName() -> Located<String>? {
    guard next != nil, let last = tokens.last else { return nil }
    let left = SourceSpan(tokens[index - 1].span.upper, last.span.upper)
    let around = source.text(at: left).unicodeScalars.prefix {
      $0.isSpace || $0.isInvisibleMark || ":\"“”„«»'’‘".unicodeScalars.contains($0)
    }
    index = tokens.count
    let span = SourceSpan(left.lower + String(around).utf8.count, left.upper)
    return Located(source.text(at: span).folded, at: span)
  }
}
