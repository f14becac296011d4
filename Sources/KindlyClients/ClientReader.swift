import KindlyLanguage

/// Reads one row of a table of people.
struct ClientReader {
  private let row: CSV.Row
  private let folder: String
  private let table: ClientTable
  private(set) var problems: [TableProblem] = []

  init(_ row: CSV.Row, in folder: String, table: ClientTable) {
    self.row = row
    self.folder = folder
    self.table = table
  }

  mutating func client() -> Client {
    var client = Client(row: row.number, id: id())
    client.name = cell(.name)
    client.voice = cell(.voice)
    client.bell = cell(.bell)
    client.phrases = cell(.phrases).map(located)
    client.pronoun = read(.pronoun) { text throws(Fault) in
      guard let pronoun = Pronoun(word: text.lowercased()) else { throw Fault(.pronoun(text)) }
      return pronoun
    }
    client.language = read(.language) { text throws(Fault) in
      guard isLanguageTag(text) else { throw Fault(.language(text)) }
      return text
    }
    client.length = read(.length) { text throws(Fault) in
      guard
        case .frames(let frames) = try Fault.of({ () throws(UnreadableWords) in
          try Duration(words: text)
        })
      else { throw Fault(.unreadable(cell: text, message: "", hint: "Write it like 20 min.")) }
      return frames
    }
    client.toward = read(.toward) { text throws(Fault) in
      try Fault.of { () throws(UnreadableWords) in try Recipient.pair(words: text) }
    }
    client.background = read(.background) { text throws(Fault) in
      try Fault.of { () throws(UnreadableWords) in try BackgroundCue(words: text) }
    }
    if case .plays(var choice)? = client.background, let name = choice.name {
      choice.name = located(name.contains(".") && !name.contains("/") ? "./" + name : name)
      client.background = .plays(choice)
    }
    readWishes(into: &client)
    for word in table.words {
      if let place = table.column(ofWord: word), let text = text(at: place) {
        client.values[word] = text
      }
    }
    return client
  }

  // MARK: - Cells

  /// Why a cell can't be used.
  private struct Fault: Error {
    var kind: TableProblem.Kind

    init(_ kind: TableProblem.Kind) { self.kind = kind }

    static func of<Value>(
      _ read: () throws(UnreadableWords) -> Value
    ) throws(Fault) -> Value {
      do {
        return try read()
      } catch {
        throw Fault(
          .unreadable(cell: error.words, message: error.message, hint: error.hint))
      }
    }
  }

  private func text(at place: TableProblem.Column) -> String? {
    guard row.cells.indices.contains(place.number - 1) else { return nil }
    let text = row.cells[place.number - 1]
    return text.isEmpty ? nil : text
  }

  private func cell(_ column: ClientColumn) -> String? {
    table.column(column).flatMap { text(at: $0) }
  }

  private mutating func read<Value>(
    _ column: ClientColumn, _ read: (String) throws(Fault) -> Value
  ) -> Value? {
    guard let text = cell(column) else { return nil }
    do throws(Fault) {
      return try read(text)
    } catch {
      note(error.kind, column)
      return nil
    }
  }

  private mutating func note(_ kind: TableProblem.Kind, _ column: ClientColumn) {
    problems.append(TableProblem(kind, row: row.number, column: table.column(column)))
  }

  /// A path from the table's own folder; a name as it is.
  private func located(_ name: String) -> String {
    guard name.contains("/"), !name.hasPrefix("/"), folder != "." else { return name }
    return folder + "/" + (name.hasPrefix("./") ? String(name.dropFirst(2)) : name)
  }

  // MARK: - Ids and wishes

  /// The most bytes of an id: a file's name may follow it.
  private static let mostIDBytes = 100

  private mutating func id() -> String {
    guard let id = cell(.id) else {
      note(.idMissing, .id)
      return ""
    }
    if let fault = Self.fault(in: id) { note(.idUnusable(id: id, because: fault), .id) }
    return id
  }

  /// Why an id can't name a folder on the disks and sticks people use.
  private static func fault(in id: String) -> TableProblem.IDFault? {
    if id.contains(where: { $0 == "/" || $0 == "\\" }) { return .slash }
    if id.hasPrefix(".") { return .dot }
    if id.hasSuffix(".") { return .end }
    if id.utf8.count > mostIDBytes { return .tooLong(most: mostIDBytes) }
    for scalar in id.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate,
        .privateUse:
        return .sign("a sign that can't be seen")
      default: break
      }
      if ":*?\"<>|".unicodeScalars.contains(scalar) { return .sign(String(scalar)) }
    }
    return nil
  }

  private mutating func readWishes(into client: inout Client) {
    guard let text = cell(.wishes) else { return }
    if client.phrases != nil { note(.wishesTwice, .wishes) }
    client.wishesText = Source(path: Client.wishesPath, text: Self.lines(of: text))
    let reading = KindlyLanguage.read(phrases: client.wishesText)
    for diagnostic in reading.diagnostics where diagnostic.severity == .error {
      note(.told(message: diagnostic.message, hint: diagnostic.hint), .wishes)
    }
    client.wishes = reading.tree.wishes
  }

  /// A cell's wishes, one a line: they stand in it with ` | ` or a line end between them.
  private static func lines(of cell: String) -> String {
    cell.split(whereSeparator: \.isNewline).flatMap { line in
      var wishes = [""]
      for word in line.split(separator: " ") {
        if word == "|" { wishes.append("") } else { wishes[wishes.count - 1] += word + " " }
      }
      return wishes
    }.map { "> " + $0 }.joined(separator: "\n")
  }
}
