/// Reads the marks within a line of text: those of Markdown, Speech Markdown, and tags.
struct MarkupReader {
  let text: [Scalar]
  private let marks: Marks
  var index = 0
  var out = MarkedText()
  /// What was said beside the text: addresses, tag attributes with words.
  private(set) var notes: [String] = []
  /// Openers of emphasis that wait for their closers: where they stand in `out`.
  var open: [(mark: Scalar, count: Int, at: Int)] = []
  /// The match of each opening bracket.
  private let closers: [Int: Int]

  /// Which marks mean something.
  struct Marks: OptionSet {
    let rawValue: Int
    /// `*` and `_` for emphasis, links, images, code, footnotes.
    static let markdown = Marks(rawValue: 1)
    /// `(words)[modifier]`, `++words++`.
    static let speech = Marks(rawValue: 2)
    /// `<break time="3s"/>` and entities.
    static let tags = Marks(rawValue: 4)
  }

  init(_ text: [Scalar], marks: Marks = [.markdown, .tags]) {
    self.text = text
    self.marks = marks
    closers = Self.matches(in: text)
  }

  /// The text of a line and the notes beside it.
  static func read(_ text: [Scalar], marks: Marks = [.markdown, .tags]) -> MarkupReader {
    var reader = MarkupReader(text, marks: marks)
    reader.run()
    return reader
  }

  /// Every opening bracket with its closing one, in one pass.
  static func matches(in text: [Scalar]) -> [Int: Int] {
    var matches: [Int: Int] = [:]
    var open: [(close: Scalar, at: Int)] = []
    for (index, scalar) in text.enumerated() {
      if let close = scalar.closingBracket {
        open.append((close, index))
      } else if scalar.closesBracket, let last = open.lastIndex(where: { $0.close == scalar }) {
        matches[open[last].at] = index
        open.removeSubrange(last...)
      }
      if open.count > 40 { open.removeFirst() }
    }
    return matches
  }

  // MARK: - Reading

  private mutating func run() {
    while index < text.count {
      let scalar = text[index]
      switch scalar {
      case "\\" where marks.contains(.markdown): escape()
      case "*", "_", "~", "+", "=": emphasis(scalar)
      case "-" where marks.contains(.speech) && moderate(): break
      case "`" where marks.contains(.markdown): index += 1
      case "!" where peek(1) == "[": image()
      case "[": bracket()
      case "(" where marks.contains(.speech): spoken()
      case "<" where marks.contains(.tags): tag()
      case "&" where marks.contains(.tags): entity()
      case _ where scalar.isPicture: index += 1
      default: take()
      }
    }
  }

  func peek(_ distance: Int) -> Scalar? {
    index + distance < text.count ? text[index + distance] : nil
  }

  mutating func take() {
    out.append(text[index])
    index += 1
  }

  private mutating func escape() {
    index += 1
    guard let next = peek(0), next.isASCII, !next.isLetter, next.digit == nil, !next.isBlank else {
      out.append("\\")
      return
    }
    out.append(next, .literal)
    index += 1
  }

  // MARK: - Emphasis

  private mutating func emphasis(_ mark: Scalar) {
    var count = 1
    while peek(count) == mark { count += 1 }
    let before = index > 0 ? text[index - 1] : " "
    let after = peek(count) ?? " "
    let isMarkup =
      switch mark {
      case "*", "_": marks.contains(.markdown) && count <= 3
      case "~": marks.contains(.markdown) && count == 2 || marks.contains(.speech) && count == 1
      case "+":
        (marks.contains(.speech) || marks.contains(.markdown)) && count == 2
          || marks.contains(.speech) && count == 1
      default: marks.contains(.markdown) && count == 2
      }
    guard isMarkup else { return keep(mark, count) }
    let isInWord = mark == "_" && before.isLetter && after.isLetter
    if !isInWord, !before.isBlank, let last = open.lastIndex(where: { $0.mark == mark }),
      open[last].count == count || count >= 1 && mark == "*" || mark == "_"
    {
      let style: MarkedText.Style =
        switch (mark, open[last].count) {
        case ("*", 1), ("_", 1): .italic
        case ("*", 3), ("_", 3): [.italic, .bold]
        case ("*", _), ("_", _): .bold
        default: []
        }
      out.add(style, to: open[last].at..<out.scalars.count)
      open.removeSubrange(last...)
      index += count
      return
    }
    guard !isInWord, !after.isBlank else { return keep(mark, count) }
    open.append((mark, count, out.scalars.count))
    if open.count > 20 { open.removeFirst() }
    index += count
  }

  /// `-words-`: moderate emphasis in Speech Markdown.
  private mutating func moderate() -> Bool {
    guard index == 0 || text[index - 1].isBlank, peek(1)?.isLetter == true,
      let end = text[(index + 1)...].prefix(40).firstIndex(where: { $0.isDash || $0.isBlank }),
      text[end] == "-", end + 1 == text.count || !text[end + 1].isLetter
    else { return false }
    out.append(text[(index + 1)..<end].text)
    index = end + 1
    return true
  }

  private mutating func keep(_ mark: Scalar, _ count: Int) {
    for _ in 0..<count { out.append(mark) }
    index += count
  }

  // MARK: - Brackets

  /// What stands between the bracket at `at` and its match.
  private func inside(_ at: Int) -> (ArraySlice<Scalar>, after: Int)? {
    closers[at].map { (text[(at + 1)..<$0], $0 + 1) }
  }

  /// `![words](address)`, `!["address"]`.
  private mutating func image() {
    guard let (words, after) = inside(index + 1) else { return take() }
    let isAudio = words.trimmed.first?.isQuote == true
    if after < text.count, text[after] == "(", let (address, end) = inside(after) {
      note(words.text + " " + address.text)
      index = end
    } else if isAudio {
      if Tag.isBell(words.text) { out.append(.bell(times: 1)) }
      note(words.text)
      index = after
    } else {
      take()
    }
  }

  /// `[words](address)`, `[words][1]`, `[^1]`; other brackets are left for the directions.
  private mutating func bracket() {
    guard marks.contains(.markdown), let (words, after) = inside(index) else { return take() }
    if words.first == "^" {
      index = after
      note(words.dropFirst().text)
      return
    }
    guard after < text.count else { return take() }
    if text[after] == "(", let (address, end) = inside(after), Self.isAddress(address) {
      append(inner: words)
      note(address.text)
      index = end
    } else if text[after] == "[", let (label, end) = inside(after), label.count < 30,
      !label.contains(":"), words.isSpoken, !label.isSpoken || label.allSatisfy({ $0.digit != nil })
    {
      append(inner: words)
      note(label.text)
      index = end
    } else {
      take()
    }
  }

  static func isAddress(_ text: ArraySlice<Scalar>) -> Bool {
    !text.isEmpty && !text.prefix { $0 != "\"" }.trimmed.contains(where: \.isBlank)
      && text.contains { $0 == "/" || $0 == "." || $0 == "#" || $0 == ":" }
  }

  /// Words within words.
  mutating func append(inner words: ArraySlice<Scalar>, _ style: MarkedText.Style = []) {
    let reader = Self.read(Array(words), marks: marks.subtracting(.speech))
    notes += reader.notes
    var part = reader.out
    part.add(style, to: 0..<part.scalars.count)
    out.append(part)
  }

  /// Speech Markdown: `(words)[emphasis:"strong"]`, `(metta)[sub:"loving kindness"]`.
  mutating func spoken() {
    guard let (words, after) = inside(index), after < text.count, text[after] == "[",
      let (modifier, end) = inside(after), !modifier.isEmpty
    else { return take() }
    if let alias = Self.alias(in: modifier) {
      out.append(alias, .spoken)
      note(words.text)
    } else {
      append(inner: words, .spoken)
    }
    index = end
  }

  /// The words to say of `sub:"…"`.
  static func alias(in modifier: ArraySlice<Scalar>) -> String? {
    let written = modifier.text
    guard written.hasPrefix("sub"), let colon = written.firstIndex(of: ":") else { return nil }
    let value = written[written.index(after: colon)...].filter { $0 != "\"" }
    return value.trimmedBlanks.isEmpty ? nil : String(value).trimmedBlanks
  }

  mutating func note(_ words: String) {
    let words = words.trimmedBlanks
    if words.scalars.isSpoken { notes.append(words) }
  }
}
