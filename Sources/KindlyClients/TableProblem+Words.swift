extension TableProblem {
  /// The place and both sentences: what was seen, and what to do.
  public var sentence: String {
    let column = column.map { column in
      "column \(column.heading.isEmpty ? "\(column.number)" : column.heading)"
    }
    let place = [row.map { "row \($0)" }, column].compactMap(\.self).joined(separator: ", ")
    return (place.isEmpty ? "" : place + ": ") + kind.words
  }
}

extension TableProblem.Kind {
  /// What was seen, and what to do.
  var words: String {
    switch self {
    case .tooLarge(let megabytes):
      "The table is larger than \(megabytes) MB. Divide it into several."
    case .tooManyRows(let most): "The table has more than \(most) rows. Divide it into several."
    case .utf16:
      "This is UTF-16, which \"Unicode text\" means in Excel. Save it as \"CSV UTF-8\"."
    case .notUTF8:
      "These letters are not UTF-8. Save the table as \"CSV UTF-8\"."
    case .nul: "There is a NUL byte, which text can't have. Save the table as \"CSV UTF-8\"."
    case .unclosedQuote:
      "This cell begins with a quotation mark and has none at its end. "
        + "Close it, and write a mark inside as \"\"."
    case .afterQuote:
      "Something follows the closing quotation mark. Write a mark inside a cell as \"\"."
    case .carriageReturn:
      "A carriage return stands alone here, as old Mac programs end lines. "
        + "Save the table as \"CSV UTF-8\"."
    case .unequal(let cells, let columns):
      "This row has \(cells) \(cells == 1 ? "cell" : "cells"), but there are \(columns) columns. "
        + (cells > columns
          ? "Put a cell that holds a comma or semicolon into quotation marks."
          : "Write an empty cell for what is not given.")
    case .empty: "The table is empty. Its first row names the columns, such as id,name,length."
    case .noPeople: "The table has headings but no people. Add a row for each of them."
    case .noID:
      "There is no column id, which names the folder of each person. Add one, such as 001, 002."
    case .noHeading: "This column has no heading. Give it one, or remove it."
    case .columnTwice(let first): "Column \(first) has this heading already. Remove one of them."
    case .unknownColumn(let name, let near, let words):
      "No column is called \(name), and nothing that is rendered says {\(name)}. "
        + (near.map { "Did you mean \($0)?" } ?? Self.columns(words))
    case .noValue(let word):
      "This cell is empty, and {\(word)} has no default. Fill it in, or write "
        + "{\(word)|something to say otherwise} in the practice."
    case .idMissing: "This row has no id. Give each person one of their own."
    case .idTwice(let id, let row):
      "Row \(row) has the id \(id) already, capitals aside. Give each person one of their own."
    case .idUnusable(let id, let fault): "The id \(id) can't name a folder: \(fault.words)"
    case .unreadable(let cell, let message, let hint):
      message.isEmpty ? "\"\(cell)\" can't be read. \(hint)" : "\(message) \(hint)"
    case .pronoun(let cell): "\"\(cell)\" is no pronoun. Write she, he or they."
    case .language(let cell): "\"\(cell)\" is no language's tag. Write one such as en, de or pt-BR."
    case .wishesTwice:
      "There are wishes and a phrase set in this row. Empty one of the two cells."
    case .told(let message, let hint): hint.isEmpty ? message : "\(message) \(hint)"
    }
  }

  private static func columns(_ words: [String]) -> String {
    let known = ClientColumn.allCases.map(\.rawValue).joined(separator: ", ")
    let said = words.isEmpty ? "" : "; and what it says: " + words.joined(separator: ", ")
    return "Columns are \(known)\(said)."
  }
}

extension TableProblem.IDFault {
  fileprivate var words: String {
    switch self {
    case .slash: "it holds a slash. Use letters, digits and hyphens."
    case .dot: "it begins with a dot. Use letters, digits and hyphens."
    case .end: "it ends with a dot. Use letters, digits and hyphens."
    case .sign(let sign): "it holds \(sign). Use letters, digits and hyphens."
    case .tooLong(let most): "it has more than \(most) bytes. Use a shorter one."
    }
  }
}
