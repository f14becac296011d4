/// Reads text in lines: prose, Markdown, Speech Markdown, dialogue, lines with times.
struct TextReader {
  private let lines: [[Scalar]]
  private let marks: MarkupReader.Marks
  private let isMarkdown: Bool
  private var draft = Draft()
  private var index = 0
  /// The line of the source before the first one, where the text is a part of another.
  private let offset: Int

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
  static func read(_ text: String, notation: Notation, offset: Int = 0) -> Draft {
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

  private func trimmed(_ index: Int) -> ArraySlice<Scalar> {
    index < lines.count ? lines[index].trimmed : []
  }

  private mutating func step() {
    let line = trimmed(index)
    if line.isEmpty {
      add(.gap)
    } else if line.starts(with: "<!--".unicodeScalars) {
      comment()
    } else if line.starts(with: "```".unicodeScalars) || line.starts(with: "~~~".unicodeScalars) {
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

  private mutating func add(_ kind: Block.Kind, _ text: ArraySlice<Scalar> = []) {
    var block = Block(kind, line: offset + index + 1)
    if !text.isEmpty {
      guard kind == .note else {
        let read = MarkupReader.read(Array(text), marks: marks)
        block.text = read.out
        draft.blocks.append(block)
        for words in read.notes { draft.blocks.append(Block(.note, line: block.line, words)) }
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
  private mutating func text(_ first: ArraySlice<Scalar>) {
    let start = index
    var line = first
    var kind = Block.Kind.text
    if line.first == ">" {
      line = line.drop { $0 == ">" || $0.isBlank }
      kind = .quote
    }
    guard line.isSpoken else {
      add(.gap)
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
    draft.blocks.append(Block(kind, line: number, read.out))
    for words in read.notes { draft.blocks.append(Block(.note, line: number, words)) }
    index += 1
  }

  /// The next line, where it goes on with the sentence of this one.
  private func continuation(of text: [Scalar], _ kind: Block.Kind) -> ArraySlice<Scalar>? {
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
      next.prefix(200).contains(where: { ")]}".unicodeScalars.contains($0) })
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

  /// Whether the last bracket of a line is not closed on it.
  private static func hasOpenBracket(_ text: [Scalar]) -> Bool {
    var depth = 0
    for scalar in text.suffix(200) {
      if "([{".unicodeScalars.contains(scalar) { depth += 1 }
      if ")]}".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
    }
    return depth > 0
  }

  // MARK: - Rules

  /// A line of three or more dashes, stars, equals signs.
  static func isRule(_ line: ArraySlice<Scalar>) -> Bool {
    guard let first = line.first, "-=*_~—–".unicodeScalars.contains(first) else { return false }
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

  // MARK: - Comments, fences, footnotes, tables

  /// `<!-- … -->`, on one line or several.
  private mutating func comment() {
    let start = index
    while index < lines.count {
      var line = trimmed(index)
      if index == start { line = line.dropFirst(4) }
      if let end = line.text.firstRange(of: "-->") {
        let text = line.text
        add(.note, String(text[..<end.lowerBound]).scalars[...])
        let rest = String(text[end.upperBound...]).trimmedBlanks
        if !rest.isEmpty {
          index -= 1
          self.text(rest.scalars[...])
        }
        return
      }
      add(.note, line)
    }
  }

  /// Text between ``` lines is the script, or code that nobody reads out.
  private mutating func fence() {
    let mark = trimmed(index).prefix { $0 == "`" || $0 == "~" }
    let language = trimmed(index).dropFirst(mark.count).trimmed.text.lowercased()
    add(.gap)
    let start = index
    var end = start
    while end < lines.count, !trimmed(end).starts(with: mark) { end += 1 }
    let inner = lines[start..<min(end, lines.count)].map(\.text).joined(separator: "\n")
    if Self.code.contains(language) {
      for number in start..<min(end, lines.count) {
        index = number
        add(.note, lines[number][...])
      }
    } else if let notation = Notation.ofPart(inner),
      let part = try? notation.draft(inner, offset: offset + start)
    {
      draft.blocks += part.blocks
      draft.headerWords += part.headerWords
      draft.title = draft.title ?? part.title
      draft.language = draft.language ?? part.language
    } else {
      index = start
      while index < end { step() }
    }
    index = min(end, lines.count)
    if index < lines.count { add(.gap) }
  }

  private static let code = Vocabulary.set(
    "python py javascript js typescript ts bash sh shell css java swift c cpp rust go sql mermaid")

  /// `[^1]: a footnote`, `[1]: https://…`.
  private func isDefinition(_ line: ArraySlice<Scalar>) -> Bool {
    guard line.first == "[", let close = line.firstIndex(of: "]"), close + 1 < line.endIndex,
      line[close + 1] == ":"
    else { return false }
    let label = line[(line.startIndex + 1)..<close]
    if label.first == "^" { return true }
    return MarkupReader.isAddress(line[(close + 2)...].trimmed)
  }

  private mutating func definition(_ line: ArraySlice<Scalar>) {
    let after = line.firstIndex(of: "]").map { $0 + 2 } ?? line.startIndex
    let label = line.prefix(max(0, after - 2 - line.startIndex)).filter { $0 != "[" && $0 != "^" }
    add(.note, (label + [" "] + line[min(after, line.endIndex)...])[...])
  }

  private mutating func table() {
    var rows: [(line: Int, cells: [String])] = []
    while index < lines.count, trimmed(index).contains("|") {
      if !PipeTable.isDivider(trimmed(index)) {
        rows.append((offset + index + 1, PipeTable.cells(of: trimmed(index))))
      }
      index += 1
    }
    var reader = TableReader(rows)
    draft.blocks += reader.blocks()
  }

  // MARK: - The top of the file

  /// YAML between two lines of dashes.
  private mutating func frontMatter() {
    while index < lines.count, trimmed(index).isEmpty { index += 1 }
    guard trimmed(index).allSatisfy({ $0 == "-" }), trimmed(index).count >= 3 else { return }
    guard
      let end = (index + 1..<min(lines.count, index + 60)).first(where: { number in
        let line = trimmed(number)
        return line.count >= 3 && line.allSatisfy { $0 == "-" || $0 == "." }
      }), (index + 1..<end).contains(where: { Labels.label(in: trimmed($0)) != nil })
    else { return }
    for number in index + 1..<end {
      index = number
      let line = trimmed(number)
      guard let label = Labels.label(in: line) else {
        add(.note, line)
        continue
      }
      fact(label.name, line[label.after...].trimmed, line)
    }
    index = end + 1
  }

  /// `Title: … / Length: … / Author: …` before the first sentence.
  private mutating func header() {
    var start = index
    while start < lines.count, trimmed(start).isEmpty { start += 1 }
    if trimmed(start).first == "#", trimmed(start).dropFirst().first != "[" {
      index = start
      step()
      start = index
    }
    while start < lines.count {
      while start < lines.count, trimmed(start).isEmpty || Self.isRule(trimmed(start)) {
        start += 1
      }
      var end = start
      while end < lines.count, !trimmed(end).isEmpty, !Self.isRule(trimmed(end)) { end += 1 }
      let labels = (start..<end).map { Labels.label(in: trimmed($0)) }
      guard !labels.isEmpty, labels.allSatisfy({ $0 != nil }),
        isHeader(labels.compactMap { $0?.name })
      else { return }
      for number in start..<end {
        index = number
        let line = trimmed(number)
        if let label = Labels.label(in: line) {
          fact(label.name, line[label.after...].trimmed, line)
        }
      }
      index = end
      start = end
    }
  }

  /// At least one key is known, and no line is somebody's speech.
  private func isHeader(_ names: [String]) -> Bool {
    let names = names.map { $0.lowercased() }
    let known = names.filter { Labels.facts[$0] != nil }
    let sure = known.filter { !Labels.speakers.contains($0) && !Labels.sounds.contains($0) }
    return !sure.isEmpty && known.count * 2 >= names.count
      || !sure.isEmpty && names.contains { Labels.facts[$0] == .title }
  }

  private mutating func fact(
    _ name: String, _ value: ArraySlice<Scalar>, _ line: ArraySlice<Scalar>
  ) {
    let written = MarkupReader.read(Array(value), marks: marks).out.text
    let plain = Wording.plain(written)
    let fact = Labels.facts[name.lowercased()]
    var isTaken = !plain.isEmpty
    switch fact {
    case .title where draft.title == nil: draft.title = plain
    case .author where draft.author == nil: draft.author = plain
    case .summary where draft.summary == nil: draft.summary = plain
    case .length where draft.length == nil:
      draft.length = Labels.length(written)
      isTaken = draft.length != nil
    case .language where draft.language == nil:
      draft.language = Labels.language(written)
      isTaken = draft.language != nil
    default: isTaken = false
    }
    if isTaken {
      draft.headerWords += [name, written]
    } else {
      draft.blocks.append(Block(.note, line: offset + index + 1, name + ": " + written))
    }
  }
}

/// `- `, `3. `, `a) `, `☐ ` at the start of a line.
enum ListMarker {
  /// The line without its marker.
  static func removed(from line: ArraySlice<Scalar>) -> ArraySlice<Scalar> {
    guard let first = line.first else { return line }
    var index = line.startIndex
    if "-*+•◦▪●○‣·☐☑☒✓✔□■►➤→–".unicodeScalars.contains(first) {
      index += 1
      if first == "-" || first == "*", line.dropFirst(2).first == "[",
        line.dropFirst(4).first == "]",
        line.dropFirst(3).first.map({ !$0.isLetter || $0 == "x" || $0 == "X" }) == true
      {
        // `- [x] `
        index += 4
      }
    } else if first.digit != nil {
      while index < line.endIndex, index - line.startIndex < 3, line[index].digit != nil {
        index += 1
      }
      guard index < line.endIndex, ".)".unicodeScalars.contains(line[index]) else { return line }
      index += 1
    } else if first.isASCII, first.isLetter,
      line.dropFirst().first.map({ ".)".unicodeScalars.contains($0) }) == true
    {
      // A word of one letter ends no sentence with `.`, but `I.` may.
      guard first.properties.isLowercase || line[line.startIndex + 1] == ")" else { return line }
      index += 2
    } else {
      return line
    }
    guard index < line.endIndex, line[index].isBlank else { return line }
    let rest = line[index...].trimmed
    guard rest.isSpoken, rest.first.map({ !($0.isDash && first.isDash) }) ?? false else {
      return line
    }
    return line[rest.startIndex...]
  }
}
