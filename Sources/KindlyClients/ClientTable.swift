import KindlyBase
import KindlyLanguage

/// The people of a table: `id,name,length …`, a row each.
///
/// A pure value: reading it looks at nothing but the text. What only a practice knows, such as which
/// words it says, is found out by whoever composes, who names the place with `column(_:)`. Kept are the
/// bytes and where each row begins, 8 bytes more for a person.
public struct ClientTable: Sendable {
  /// Columns that are no `ClientColumn`: words of a practice, in small letters, without braces.
  public private(set) var words: [String] = []

  private var columns: [ClientColumn: TableProblem.Column] = [:]
  private var wordColumns: [String: TableProblem.Column] = [:]
  private let folder: String
  private let reader: CSVReader
  private let places: [CSVReader.Place]

  /// What is wrong with the cells, in order; empty for a table that can be used. The people are read
  /// without what is wrong with them, so that whoever composes can look for more before all is told.
  public private(set) var problems: [TableProblem] = []

  /// Reads a table.
  /// - Parameters:
  ///   - bytes: CSV; see `CSV`.
  ///   - folder: where relative paths in it start: the table's own folder.
  /// - Throws: `TableProblems` with all there are, where it can't be made out who the people are.
  public init(_ bytes: [UInt8], in folder: String) throws(TableProblems) {
    var reader = CSVReader(bytes)
    let headings = reader.next()
    var places: [CSVReader.Place] = []
    while reader.next() != nil { places.append(reader.start) }
    self.reader = reader
    self.places = places
    self.folder = folder
    guard reader.problems.isEmpty else { throw TableProblems(reader.problems) }
    guard let headings else { throw TableProblems([TableProblem(.empty)]) }
    problems = read(headings)
    if columns[.id] == nil { problems.append(TableProblem(.noID, row: headings.number)) }
    if places.isEmpty { problems.append(TableProblem(.noPeople)) }
    guard columns[.id] != nil, !places.isEmpty else { throw TableProblems(problems) }
    problems += problemsOfPeople()
  }

  /// The people, in the order of their rows; nobody's id is another's, capitals aside.
  public var clients: Clients { Clients(table: self) }

  /// The people of a table, each read when it is asked for.
  public struct Clients: RandomAccessCollection, Sendable {
    fileprivate let table: ClientTable

    /// 0.
    public var startIndex: Int { 0 }
    /// How many there are.
    public var endIndex: Int { table.places.count }
    /// The one at a place, counted from 0.
    public subscript(index: Int) -> Client {
      var reader = table.person(at: table.places[index])
      return reader.client()
    }
  }

  private func person(at place: CSVReader.Place) -> ClientReader {
    ClientReader(reader.row(at: place), in: folder, table: self)
  }

  /// The place of a column's heading; nil where the table has none.
  public func column(_ column: ClientColumn) -> TableProblem.Column? { columns[column] }

  /// The place of the heading of a word.
  public func column(ofWord word: String) -> TableProblem.Column? { wordColumns[word] }

  /// Takes in what the columns are.
  /// - Returns: what is wrong with them.
  private mutating func read(_ headings: CSV.Row) -> [TableProblem] {
    var problems: [TableProblem] = []
    var seen: [String: Int] = [:]
    for (index, heading) in headings.cells.enumerated() {
      let place = TableProblem.Column(number: index + 1, heading: heading)
      guard !heading.isEmpty else {
        // Spreadsheets leave empty columns at the end.
        if places.contains(where: { !reader.row(at: $0).cells[index].isEmpty }) {
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
    return problems
  }

  /// What can't be used of the cells, and ids that stand there twice.
  private func problemsOfPeople() -> [TableProblem] {
    var problems: [TableProblem] = []
    var doubles: [TableProblem] = []
    var rows: [String: UInt32] = [:]
    for place in places {
      var reader = person(at: place)
      let client = reader.client()
      problems += reader.problems
      if client.id.isEmpty { continue }
      // Both directions, so that ß and SS are the same name as they are on some disks.
      let folded = client.id.uppercased().lowercased()
      if let first = rows[folded] {
        doubles.append(
          TableProblem(
            .idTwice(id: client.id, firstRow: Int(first)), row: client.row, column: columns[.id]))
      } else {
        rows[folded] = place.number
      }
    }
    return problems + doubles
  }
}
