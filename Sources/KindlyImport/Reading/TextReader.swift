/// Reads text in lines: prose, Markdown, Speech Markdown, dialogue, lines with times.
struct TextReader {
  let lines: [[Scalar]]
  let marks: MarkupReader.Marks
  private let isMarkdown: Bool
  var draft = ReadScript()
  var index = 0
  /// The line of the source before the first one, where the text is a part of another.
  let offset: Int

  init(_ text: String, notation: Notation, offset: Int = 0) {
    lines = Self.lines(of: text)
    isMarkdown = notation == .markdown
    marks =
      notation == .speechMarkdown ? [.markdown, .speech, .tags] : [.markdown, .speech, .tags]
    self.offset = offset
  }

  /// The lines of a text, whatever ends them.
  static func lines(of text: String) -> [[Scalar]] {
    var lines: [[Scalar]] = []
    var line: [Scalar] = []
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where wasReturn: wasReturn = false
      case "\n", "\r", "\u{2028}", "\u{2029}", "\u{0C}", "\u{0B}", "\u{85}":
        lines.append(line)
        line.removeAll(keepingCapacity: true)
        wasReturn = scalar == "\r"
      default:
        wasReturn = false
        if scalar == "\t" || !scalar.isHidden { line.append(scalar == "\t" ? " " : scalar) }
      }
    }
    lines.append(line)
    return lines
  }

  /// The draft of the whole text.
  static func read(_ text: String, notation: Notation, offset: Int = 0) -> ReadScript {
    var reader = TextReader(text, notation: notation, offset: offset)
    reader.run()
    return reader.draft
  }

  private mutating func run() {
    frontMatter()
    header()
    while index < lines.count { step() }
  }

  // MARK: - Lines

  func trimmed(_ index: Int) -> ArraySlice<Scalar> {
    index < lines.count ? lines[index].trimmed : []
  }

  mutating func step() {
    let line = trimmed(index)
    if line.isEmpty {
      add(.gap)
    } else if line.starts(with: "<!--".unicodeScalars) {
      comment()
    } else if Self.isFence(line) {
      fence()
    } else if Self.isRule(line) {
      rule(line)
    } else if line.starts(with: "#[".unicodeScalars) {
      add(.note, line.dropFirst())
    } else if line.first == "#" {
      add(.heading(line.prefix { $0 == "#" }.count), line.drop { $0 == "#" })
    } else if line.starts(with: "//".unicodeScalars) {
      add(.note, line.dropFirst(2))
    } else if isDefinition(line) {
      definition(line)
    } else if PipeTable.isRow(line)
      || line.contains("|") && PipeTable.isDivider(trimmed(index + 1))
        && trimmed(index + 1).contains("|")
    {
      table()
    } else {
      text(line)
    }
  }

  mutating func add(_ kind: TextBlock.Kind, _ text: ArraySlice<Scalar> = []) {
    var block = TextBlock(kind, line: offset + index + 1)
    if !text.isEmpty {
      guard kind == .note else {
        let read = MarkupReader.read(Array(text), marks: marks)
        block.text = read.out
        draft.blocks.append(block)
        for words in read.notes { draft.blocks.append(TextBlock(.note, line: block.line, words)) }
        index += 1
        return
      }
      block.text = MarkedText(Entities.decoded(Array(text)))
    }
    draft.blocks.append(block)
    index += 1
  }

  // MARK: - Speech

  /// A paragraph line; lines that were broken to a width are joined again.
  mutating func text(_ first: ArraySlice<Scalar>) {
    let start = index
    var line = first
    var kind = TextBlock.Kind.text
    if line.first == ">" {
      line = line.drop { $0 == ">" || $0.isBlank }
      kind = .quote
    }
    guard line.isSpoken else {
      if line.contains("🔔") {
        draft.blocks.append(TextBlock(.bell(times: 1), line: offset + index + 1, read: "🔔"))
        index += 1
        return
      }
      if Self.isDots(line) {
        draft.blocks.append(
          TextBlock(.silence(.short), line: offset + index + 1, read: StepBuilder.dots))
      }
      add(.gap)
      return
    }
    if Self.isPageNumber(line) {
      add(.note, line)
      return
    }
    line = ListMarker.removed(from: line)
    var joined = Array(line)
    while joined.count < 6000, let next = continuation(of: joined, kind) {
      joined.append(" ")
      joined += next
      index += 1
    }
    let number = offset + start + 1
    let read = MarkupReader.read(joined, marks: marks)
    draft.blocks.append(TextBlock(kind, line: number, read.out))
    for words in read.notes { draft.blocks.append(TextBlock(.note, line: number, words)) }
    index += 1
  }

  /// The next line, where it goes on with the sentence of this one.
  private func continuation(of text: [Scalar], _ kind: TextBlock.Kind) -> ArraySlice<Scalar>? {
    var next = trimmed(index + 1)
    if kind == .quote {
      guard next.first == ">" else { return nil }
      next = next.drop { $0 == ">" || $0.isBlank }
    }
    guard let first = next.first, let last = text.last, !Self.isRule(next), first != "#",
      first != "|", ListMarker.removed(from: next).count == next.count,
      Stamp(next) == nil, Labels.label(in: next) == nil
    else { return nil }
    if Self.hasOpenBracket(text), text.count < 200,
      next.prefix(200).contains(where: { Self.closing.contains($0) })
    {
      return next
    }
    guard first.isLetter, first.properties.isLowercase || !first.properties.isCased else {
      return nil
    }
    let isLong = lines[index].count >= 45
    let isOpen = last.isLetter || last == "," || last.isDash || last == ";" || last == "’"
    guard isLong && isOpen else { return nil }
    return next
  }

  private static let opening: MarkSet = "([{"
  private static let closing: MarkSet = ")]}"

  /// Whether the last bracket of a line is not closed on it.
  private static func hasOpenBracket(_ text: [Scalar]) -> Bool {
    var depth = 0
    for scalar in text.suffix(200) {
      if opening.contains(scalar) { depth += 1 }
      if closing.contains(scalar) { depth = max(0, depth - 1) }
    }
    return depth > 0
  }

  /// ```` ``` ````, `~~~ text`; `~~~ 10 seconds ~~~` is none.
  private static func isFence(_ line: ArraySlice<Scalar>) -> Bool {
    guard let mark = line.first, mark == "`" || mark == "~" else { return false }
    let rest = line.drop { $0 == mark }
    return line.count - rest.count >= 3 && !rest.contains(mark) && !rest.trimmed.contains(" ")
  }

  /// `- 2 -`.
  private static func isPageNumber(_ line: ArraySlice<Scalar>) -> Bool {
    guard line.count > 2, line.count < 12, let first = line.first, let last = line.last,
      first.isDash, last.isDash
    else { return false }
    let inner = line.drop { $0.isDash }.trimmed
    return inner.prefix { $0.digit != nil }.count > 0
      && inner.drop { $0.digit != nil }.allSatisfy { $0.isDash || $0.isBlank }
  }

  /// A line of dots alone: a beat.
  private static func isDots(_ line: ArraySlice<Scalar>) -> Bool {
    let dots = line.filter { !$0.isBlank }
    return dots.allSatisfy { $0 == "." || $0 == "…" } && (dots.count >= 3 || dots.contains("…"))
  }

  // MARK: - Rules

  private static let rules: MarkSet = "-=*_~—–"

  /// A line of three or more dashes, stars, equals signs.
  static func isRule(_ line: ArraySlice<Scalar>) -> Bool {
    guard let first = line.first, rules.contains(first) else { return false }
    var count = 0
    for scalar in line where !scalar.isBlank {
      guard scalar == first else { return false }
      count += 1
    }
    return count >= 3 || count >= 1 && first.isDash && first != "-"
  }

  /// A rule divides, unless a few words that end no sentence stand right above it: then they are a
  /// heading.
  private mutating func rule(_ line: ArraySlice<Scalar>) {
    let above = draft.blocks.last
    if let above, above.kind == .text, line.first == "=" || line.first == "-",
      Self.isHeading(above.text), draft.blocks.dropLast().last.map({ $0.kind == .gap }) ?? true
    {
      draft.blocks[draft.blocks.count - 1].kind = .heading(line.first == "=" ? 1 : 2)
      index += 1
    } else {
      add(.rule)
    }
  }

  private static func isHeading(_ text: MarkedText) -> Bool {
    guard text.cues.isEmpty, let last = text.scalars.last(where: { !$0.isBlank }),
      !last.endsSentence, last != ",", last != ":", last != ";", !last.isQuote, last != ")",
      last != "]"
    else { return false }
    return text.scalars.split(whereSeparator: \.isBlank).count <= 8
  }

}
