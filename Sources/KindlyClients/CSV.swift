/// A table in the form that spreadsheets export: comma-separated values after RFC 4180.
///
/// Read are UTF-8 with or without a byte-order mark, commas, semicolons or tabs between cells, and lines
/// that end with a line feed, with or without a carriage return before it. A quoted cell may hold any of
/// these; a quotation mark inside it is written twice. A first line `sep=;`, which Excel writes, names the
/// separator. Nothing is guessed beyond that: what can't be read is told with its row and column.
public struct CSV: Sendable, Hashable {
  /// Rows that hold something, in their order.
  public var rows: [Row]

  /// One row.
  public struct Row: Sendable, Hashable {
    /// As a spreadsheet counts, from 1.
    public var number: Int
    /// Its cells, without quotation marks; spaces at both ends are taken away.
    public var cells: [String]
  }

  /// The most bytes and rows that are read.
  static let mostBytes = 64 << 20
  static let mostRows = 100_000

  /// Reads a table.
  /// - Throws: `TableProblems` with every place that can't be read.
  public init(_ bytes: [UInt8]) throws(TableProblems) {
    var reader = CSVReader(bytes)
    reader.read()
    guard reader.problems.isEmpty else { throw TableProblems(reader.problems) }
    rows = reader.rows
  }
}

/// Goes through the bytes of a table once.
private struct CSVReader {
  private let bytes: [UInt8]
  private var place = 0
  private var separator = UInt8(ascii: ",")
  private(set) var rows: [CSV.Row] = []
  private(set) var problems: [TableProblem] = []
  /// The cells of the first row, which name the columns.
  private var headings: [String] = []

  /// A cell and why it can't be used.
  private typealias Cell = (text: String, problem: TableProblem.Kind?)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() {
    guard bytes.count <= CSV.mostBytes else {
      return note(.tooLarge(megabytes: CSV.mostBytes >> 20))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return note(.utf16)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    findSeparator()
    var number = 1
    while place < bytes.count {
      guard number <= CSV.mostRows else { return note(.tooManyRows(most: CSV.mostRows)) }
      guard readRow(number) else { return }
      number += 1
    }
  }

  /// Reads one row; false if nothing behind it can be trusted.
  private mutating func readRow(_ number: Int) -> Bool {
    var cells: [String] = []
    while true {
      let (text, problem) = cell()
      if let problem {
        note(problem, row: number, column: cells.count)
        if problem.hidesRest { return false }
      }
      cells.append(text)
      guard place < bytes.count else { break }
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\n") { break }
    }
    if headings.isEmpty { headings = cells }
    guard !cells.allSatisfy(\.isEmpty) else { return true }
    if cells.count != headings.count {
      note(.unequal(cells: cells.count, columns: headings.count), row: number, column: nil)
    }
    rows.append(CSV.Row(number: number, cells: cells))
    return true
  }

  /// The cell at this place, up to the separator or the line feed behind it.
  private mutating func cell() -> Cell {
    let start = place
    while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
    if place < bytes.count, bytes[place] == UInt8(ascii: "\"") { return quotedCell() }
    place = start
    while place < bytes.count, !isEnd(bytes[place]) {
      if bytes[place] == UInt8(ascii: "\r") {
        guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\n") else {
          return (text(bytes[start..<place]).text, .carriageReturn)
        }
        let cell = text(bytes[start..<place])
        place += 1
        return cell
      }
      place += 1
    }
    return text(bytes[start..<place])
  }

  private mutating func quotedCell() -> Cell {
    var inside: [UInt8] = []
    place += 1
    while true {
      guard place < bytes.count else { return ("", .unclosedQuote) }
      let byte = bytes[place]
      place += 1
      guard byte == UInt8(ascii: "\"") else {
        inside.append(byte)
        continue
      }
      guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { break }
      inside.append(byte)
      place += 1
    }
    while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
    if place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\r"),
      bytes[place + 1] == UInt8(ascii: "\n")
    {
      place += 1
    }
    guard place == bytes.count || isEnd(bytes[place]) else {
      if bytes[place] == UInt8(ascii: "\r") { return ("", .carriageReturn) }
      while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
      return ("", .afterQuote)
    }
    return text(inside[...])
  }

  private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == UInt8(ascii: "\n") }

  private func text(_ bytes: ArraySlice<UInt8>) -> Cell {
    guard let text = String(validating: bytes, as: UTF8.self) else { return ("", .notUTF8) }
    return (text.trimmed, bytes.contains(0) ? .nul : nil)
  }

  /// `sep=;` if the file says so; else what separates most of the first row.
  private mutating func findSeparator() {
    let known = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let start = bytes[place...]
    if start.starts(with: "sep=".utf8), start.count > 4, known.contains(start[place + 4]) {
      separator = start[place + 4]
      place = start.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      return
    }
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in start {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") { break }
      if known.contains(byte) { counts[byte, default: 0] += 1 }
    }
    for candidate in known where counts[candidate, default: 0] > counts[separator, default: 0] {
      separator = candidate
    }
  }

  private mutating func note(_ kind: TableProblem.Kind, row: Int? = nil, column: Int? = nil) {
    let place = column.map { column in
      TableProblem.Column(
        number: column + 1, heading: headings.indices.contains(column) ? headings[column] : "")
    }
    problems.append(TableProblem(kind, row: row, column: place))
  }
}

extension String {
  /// Without white space at both ends, that of a spreadsheet's no-break spaces included.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
