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
    var rows: [Row] = []
    while let row = reader.next() { rows.append(row) }
    guard reader.problems.isEmpty else { throw TableProblems(reader.problems) }
    self.rows = rows
  }
}

/// Goes through the bytes of a table, row by row.
struct CSVReader {
  private let bytes: [UInt8]
  private var place = 0
  private let separator: UInt8
  private(set) var problems: [TableProblem] = []
  /// Where the last row began, and its number.
  private(set) var start = Place(offset: 0, number: 0)
  /// The number of the row that comes next; nil where nothing behind can be trusted.
  private var number: Int? = 1
  /// The cells of the first row, which name the columns.
  private var headings: [String] = []

  /// Where a row begins.
  struct Place: Sendable {
    var offset: UInt32
    var number: UInt32
  }

  /// A cell and why it can't be used.
  private typealias Cell = (text: String, problem: TableProblem.Kind?)

  /// Stands at the beginning of a table.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var problem: TableProblem.Kind?
    if bytes.count > CSV.mostBytes {
      problem = .tooLarge(megabytes: CSV.mostBytes >> 20)
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      problem = .utf16
    }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    (separator, place) = problem == nil ? Self.separator(of: bytes, from: mark) : (0, bytes.count)
    if let problem { note(problem) }
  }

  /// The next row that holds something; nil at the end, or where nothing behind can be trusted.
  mutating func next() -> CSV.Row? {
    while let number, place < bytes.count {
      guard number <= CSV.mostRows else {
        note(.tooManyRows(most: CSV.mostRows))
        self.number = nil
        return nil
      }
      start = Place(offset: UInt32(place), number: UInt32(number))
      self.number = number + 1
      guard let cells = cells(ofRow: number) else {
        self.number = nil
        return nil
      }
      if headings.isEmpty { headings = cells }
      if cells.allSatisfy(\.isEmpty) { continue }
      if cells.count != headings.count {
        note(.unequal(cells: cells.count, columns: headings.count), row: number, column: nil)
      }
      return CSV.Row(number: number, cells: cells)
    }
    return nil
  }

  /// A row that was read before, by where it begins.
  func row(at place: Place) -> CSV.Row {
    var reader = self
    reader.place = Int(place.offset)
    return CSV.Row(
      number: Int(place.number), cells: reader.cells(ofRow: Int(place.number)) ?? [])
  }

  /// The cells up to the end of the row; nil if nothing behind can be trusted.
  private mutating func cells(ofRow number: Int) -> [String]? {
    var cells: [String] = []
    while true {
      let (text, problem) = cell()
      if let problem {
        note(problem, row: number, column: cells.count)
        if problem.hidesRest { return nil }
      }
      cells.append(text)
      guard place < bytes.count else { break }
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\n") { break }
    }
    return cells
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

  /// `sep=;` if the file says so; else what separates most of the first row. With the place where that
  /// row begins.
  private static func separator(
    of bytes: [UInt8], from place: Int
  ) -> (separator: UInt8, place: Int) {
    let known = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let start = bytes[place...]
    if start.starts(with: "sep=".utf8), start.count > 4, known.contains(start[place + 4]) {
      let end = start.firstIndex(of: UInt8(ascii: "\n"))
      return (start[place + 4], end.map { $0 + 1 } ?? bytes.count)
    }
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in start {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") { break }
      if known.contains(byte) { counts[byte, default: 0] += 1 }
    }
    var separator = UInt8(ascii: ",")
    for candidate in known where counts[candidate, default: 0] > counts[separator, default: 0] {
      separator = candidate
    }
    return (separator, place)
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
