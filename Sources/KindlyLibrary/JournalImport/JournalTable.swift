import KindlyClients
package import KindlyMessages

/// Sits that another program or a spreadsheet wrote down: CSV with a heading for each column.
///
/// A pure value: nothing is looked at but the text and the listener's time zone. Nothing is guessed; what
/// could mean two things is told.
public struct JournalTable: Sendable {
  /// The sits, in the order of their rows.
  public private(set) var entries: [JournalEntry] = []
  /// Headings of columns that are left out, as they are written.
  public private(set) var leftOut: [String] = []

  /// Reads a table.
  /// - Parameters:
  ///   - bytes: CSV, see `CSV`.
  ///   - title: what a sit is called that has no title of its own.
  /// - Throws: `JournalTableProblems` with every place that can't be used.
  package init(_ bytes: [UInt8], untitled title: String) throws(JournalTableProblems) {
    let rows: [CSV.Row]
    do {
      rows = try CSV(bytes).rows
    } catch {
      throw JournalTableProblems(error)
    }
    guard let headings = rows.first else { throw JournalTableProblems([.tableIsEmpty]) }
    let columns = self.columns(of: headings)
    guard columns.values.contains(.began), columns.values.contains(where: \.isTime) else {
      throw JournalTableProblems([.tableLacksColumns(headings.cells.joined(separator: ", "))])
    }
    var reader = JournalRowReader(
      columns: columns, headings: headings.cells, untitled: title, rows: rows.dropFirst())
    entries = rows.dropFirst().compactMap { reader.entry($0) }
    guard reader.problems.isEmpty else { throw JournalTableProblems(reader.problems) }
  }

  /// What each column holds, by its place.
  private mutating func columns(of headings: CSV.Row) -> [Int: JournalColumn] {
    let names = Set(headings.cells.map { $0.lowercased() })
    let isOwn = names.isSuperset(of: ["began", "seconds", "whole"])
    var columns: [Int: JournalColumn] = [:]
    for (place, heading) in headings.cells.enumerated() where !heading.isEmpty {
      guard let column = JournalColumn(heading, isOwn: isOwn) else {
        leftOut.append(heading)
        continue
      }
      // Of two columns that say the same, the first counts.
      if columns.values.contains(where: { $0.isSame(as: column) }) {
        leftOut.append(heading)
      } else {
        columns[place] = column
      }
    }
    return columns
  }
}

extension JournalColumn {
  var isTime: Bool {
    if case .time = self { true } else { false }
  }

  fileprivate func isSame(as other: JournalColumn) -> Bool {
    self == other || isTime && other.isTime
  }
}

/// Every problem of a table of sits, at least one.
package struct JournalTableProblems: Error, Sendable {
  /// A message for each, in the order of the rows.
  package var messages: [Message]

  init(_ messages: [Message]) { self.messages = messages }
}
