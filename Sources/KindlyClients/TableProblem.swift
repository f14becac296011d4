/// Something in a table of people that can't be used, and where it stands.
public struct TableProblem: Error, Sendable, Hashable {
  /// What it is.
  public var kind: Kind
  /// The row as a spreadsheet counts, the headings being row 1; nil for the whole table.
  public var row: Int?
  /// The column; nil for the whole row.
  public var column: Column?

  /// Joins a problem with its place.
  public init(_ kind: Kind, row: Int? = nil, column: Column? = nil) {
    self.kind = kind
    self.row = row
    self.column = column
  }

  /// A column of a table.
  public struct Column: Sendable, Hashable {
    /// From 1.
    public var number: Int
    /// What its first row says; empty where that is empty.
    public var heading: String

    /// Names a column.
    public init(number: Int, heading: String) {
      self.number = number
      self.heading = heading
    }
  }

  /// What can be wrong; its words are in `TableProblem+Words.swift`.
  public enum Kind: Sendable, Hashable {
    // The file.
    case tooLarge(megabytes: Int)
    case tooManyRows(most: Int)
    case utf16
    case notUTF8
    case nul
    case unclosedQuote
    case afterQuote
    case carriageReturn
    case unequal(cells: Int, columns: Int)

    // The headings.
    case empty
    case noPeople
    case noID
    case noHeading
    case columnTwice(first: Int)
    case unknownColumn(name: String, near: String?, words: [String])

    // The cells.
    case noValue(word: String)
    case idMissing
    case idTwice(id: String, firstRow: Int)
    case idUnusable(id: String, because: IDFault)
    case unreadable(cell: String, message: String, hint: String)
    case pronoun(String)
    case language(String)
    case wishesTwice
    /// What the compiler or the library says about a cell.
    case told(message: String, hint: String)

    /// Whether the rest of the file can't be told apart any more.
    var hidesRest: Bool { self == .unclosedQuote || self == .carriageReturn }
  }

  /// Why an id can't be the name of a folder.
  public enum IDFault: Sendable, Hashable {
    case slash
    case dot
    case end
    case sign(String)
    case tooLong(most: Int)
  }
}

/// Every problem of a table, at least one, in the order of its rows.
public struct TableProblems: Error, Sendable, Hashable {
  /// At least one.
  public var all: [TableProblem]

  /// Puts problems in the order of rows and columns.
  public init(_ problems: [TableProblem]) {
    all = problems.enumerated().sorted { one, other in
      let first = (one.element.row ?? 0, one.element.column?.number ?? 0, one.offset)
      let second = (other.element.row ?? 0, other.element.column?.number ?? 0, other.offset)
      return first < second
    }.map(\.element)
  }

  /// A line for each problem, as a person reads them; of very many the first, and how many are left.
  /// - Parameter path: how the table is called.
  public func report(on path: String) -> String {
    let shown = all.prefix(Self.mostShown).map { "\(path): \($0.sentence)" }
    let left = all.count - shown.count
    let more = left > 0 ? ["\(path): … and \(left) more."] : []
    return (shown + more).joined(separator: "\n")
  }

  private static let mostShown = 200
}
