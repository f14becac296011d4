import KindlyBase
import KindlyLanguage

/// The people of a table: `id,name,length …`, a row each.
///
/// A pure value: reading it looks at nothing but the text. What only a practice knows, such as which
/// words it says, is found out by whoever composes, who names the place with `column(_:)`.
public struct ClientTable: Sendable {
  /// The people, in the order of their rows; nobody's id is another's, capitals aside.
  public private(set) var clients: [Client] = []
  /// Columns that are no `ClientColumn`: words of a practice, in small letters, without braces.
  public private(set) var words: [String] = []

  private var columns: [ClientColumn: TableProblem.Column] = [:]
  private var wordColumns: [String: TableProblem.Column] = [:]

  /// Reads a table.
  /// - Parameters:
  ///   - bytes: CSV; see `CSV`.
  ///   - folder: where relative paths in it start: the table's own folder.
  /// - Throws: `TableProblems` with all there are.
  public init(_ bytes: [UInt8], in folder: String) throws(TableProblems) {
    let csv = try CSV(bytes)
    guard let headings = csv.rows.first else { throw TableProblems([TableProblem(.empty)]) }
    var problems: [TableProblem] = []
    read(headings, of: csv, noting: &problems)
    if columns[.id] == nil { problems.append(TableProblem(.noID, row: headings.number)) }
    if csv.rows.count == 1 { problems.append(TableProblem(.noPeople)) }
    for row in csv.rows.dropFirst() {
      var reader = ClientReader(row, in: folder, table: self)
      clients.append(reader.client())
      problems += reader.problems
    }
    problems += doubleIDs()
    guard problems.isEmpty else { throw TableProblems(problems) }
  }

  /// The place of a column's heading; nil where the table has none.
  public func column(_ column: ClientColumn) -> TableProblem.Column? { columns[column] }

  /// The place of the heading of a word.
  public func column(ofWord word: String) -> TableProblem.Column? { wordColumns[word] }

  private mutating func read(
    _ headings: CSV.Row, of csv: CSV, noting problems: inout [TableProblem]
  ) {
    var seen: [String: Int] = [:]
    for (index, heading) in headings.cells.enumerated() {
      let place = TableProblem.Column(number: index + 1, heading: heading)
      guard !heading.isEmpty else {
        // Spreadsheets leave empty columns at the end.
        if csv.rows.dropFirst().contains(where: { !$0.cells[index].isEmpty }) {
          problems.append(TableProblem(.noHeading, row: headings.number, column: place))
        }
        continue
      }
      let isWord = heading.hasPrefix("{") && heading.hasSuffix("}")
      let name = (isWord ? String(heading.dropFirst().dropLast()) : heading).trimmed.lowercased()
      if let first = seen[name] {
        problems.append(
          TableProblem(.columnTwice(first: first), row: headings.number, column: place))
        continue
      }
      seen[name] = index + 1
      if let column = ClientColumn(rawValue: name == "listener" ? "name" : name), !isWord {
        columns[column] = place
      } else {
        words.append(name)
        wordColumns[name] = place
      }
    }
  }

  private func doubleIDs() -> [TableProblem] {
    var rows: [String: Int] = [:]
    return clients.compactMap { client in
      guard !client.id.isEmpty else { return nil }
      // Both directions, so that ß and SS are the same name as they are on some disks.
      let folded = client.id.uppercased().lowercased()
      if let first = rows[folded] {
        return TableProblem(
          .idTwice(id: client.id, firstRow: first), row: client.row, column: columns[.id])
      }
      rows[folded] = client.row
      return nil
    }
  }
}
