extension TextReader {
  /// `<!-- … -->`, on one line or several.
  mutating func comment() {
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
  mutating func fence() {
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
  func isDefinition(_ line: ArraySlice<Scalar>) -> Bool {
    guard line.first == "[", let close = line.firstIndex(of: "]"), close + 1 < line.endIndex,
      line[close + 1] == ":"
    else { return false }
    let label = line[(line.startIndex + 1)..<close]
    if label.first == "^" { return true }
    return MarkupReader.isAddress(line[(close + 2)...].trimmed)
  }

  mutating func definition(_ line: ArraySlice<Scalar>) {
    let after = line.firstIndex(of: "]").map { $0 + 2 } ?? line.startIndex
    let label = line.prefix(max(0, after - 2 - line.startIndex)).filter { $0 != "[" && $0 != "^" }
    add(.note, (label + [" "] + line[min(after, line.endIndex)...])[...])
  }

  mutating func table() {
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
}
