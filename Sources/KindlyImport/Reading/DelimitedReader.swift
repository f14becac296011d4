/// Reads tables with tabs, semicolons or commas between their cells.
enum DelimitedReader {
  /// The mark that divides the cells of a table; nil where the text is none.
  static func delimiter(of text: String) -> Scalar? {
    let head = TextReader.lines(of: String(text.prefix(20_000))).filter { !$0.trimmed.isEmpty }
    guard head.count >= 2 else { return nil }
    for mark: Scalar in ["\t", ";", ","] {
      let rows = self.rows(of: String(text.prefix(20_000)), mark).filter { row in
        row.cells.contains { !$0.isEmpty }
      }
      guard let first = rows.first, first.cells.count >= 2, rows.count >= 2 else { continue }
      let isEven = rows.dropLast().dropFirst().allSatisfy { $0.cells.count == first.cells.count }
      guard isEven, TableReader.names(columns: first.cells) else { continue }
      return mark
    }
    return nil
  }

  static func read(_ text: String, _ delimiter: Scalar) -> ReadScript {
    var draft = ReadScript()
    draft.mayHaveHeader = false
    var reader = TableReader(rows(of: text, delimiter))
    draft.blocks = reader.blocks()
    return draft
  }

  /// Rows of cells; quoted cells may hold line ends.
  private static func rows(of text: String, _ mark: Scalar) -> [(line: Int, cells: [String])] {
    var rows: [(line: Int, cells: [String])] = []
    var cells: [String] = []
    var cell: [Scalar] = []
    var (line, start) = (1, 1)
    var isQuoted = false
    var last: Scalar = " "
    func end() {
      cells.append(cell.trimmed.text)
      cell.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      defer { last = scalar }
      if scalar == "\n" { line += 1 }
      switch scalar {
      case "\"":
        if !isQuoted, last == "\"", !cell.isEmpty { cell.append("\"") }
        isQuoted.toggle()
      case mark where !isQuoted: end()
      case "\n" where !isQuoted:
        end()
        rows.append((start, cells))
        cells = []
        start = line
      case "\r": continue
      default: cell.append(scalar)
      }
    }
    end()
    if cells.contains(where: { !$0.isEmpty }) { rows.append((start, cells)) }
    return rows
  }
}
