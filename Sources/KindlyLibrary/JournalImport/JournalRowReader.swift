import KindlyBase
import KindlyClients
import KindlyLanguage
import KindlyMessages

/// Reads the rows of a table of sits, one after the other.
struct JournalRowReader {
  private let columns: [Int: JournalColumn]
  private let headings: [String]
  private let untitled: String
  /// What a date such as `3/4/2026` means in this table; nil where no row tells.
  private let order: WrittenMoment.DateOrder?
  private(set) var problems: [Message] = []

  init(
    columns: [Int: JournalColumn], headings: [String], untitled: String, rows: ArraySlice<CSV.Row>
  ) {
    self.columns = columns
    self.headings = headings
    self.untitled = untitled
    order = Self.order(of: rows, columns)
  }

  /// The sit of a row; nil if it can't be used, which is then among the problems.
  mutating func entry(_ row: CSV.Row) -> JournalEntry? {
    guard let began = began(row), let seconds = seconds(row) else { return nil }
    var entry = JournalEntry(began: began, title: title(row), seconds: seconds, isWhole: true)
    entry.words = cell(row) { $0 == .words }?.text
    entry.practice = cell(row) { $0 == .practice }?.text
    entry.day = cell(row) { $0 == .day }.flatMap { Int($0.text) }
    entry.length = cell(row) { $0 == .length }.flatMap { Int($0.text) }
    entry.isWhole = cell(row) { $0 == .whole }?.text != "false"
    return entry
  }

  private typealias Cell = (text: String, heading: String, column: JournalColumn)

  /// What a column of some kind says in a row; nil where it is empty.
  private func cell(_ row: CSV.Row, _ isWanted: (JournalColumn) -> Bool) -> Cell? {
    let place = columns.keys.sorted().first { place in
      columns[place].map(isWanted) == true && row.cells.indices.contains(place)
        && !row.cells[place].isEmpty
    }
    guard let place, let column = columns[place] else { return nil }
    var text = row.cells[place]
    // Our export keeps a spreadsheet from taking words for a formula.
    if text.first == "'", let second = text.dropFirst().first, "=+-@".contains(second) {
      text.removeFirst()
    }
    return (text, headings[place], column)
  }

  private func title(_ row: CSV.Row) -> String {
    let ranks = columns.values.compactMap { column -> Int? in
      if case .title(let rank) = column { rank } else { nil }
    }.sorted()
    return ranks.lazy.compactMap { rank in cell(row) { $0 == .title(rank: rank) }?.text }.first
      ?? untitled
  }

  private mutating func began(_ row: CSV.Row) -> String? {
    guard let date = cell(row, { $0 == .began }) else {
      problems.append(.rowLacks(row.number, heading { $0 == .began }))
      return nil
    }
    let clock = cell(row) { $0 == .clock }?.text ?? ""
    let text = clock.isEmpty ? date.text : date.text + " " + clock
    if let began = WrittenMoment(text, order: order)?.journalText { return began }
    if order == nil, let (first, second) = WrittenMoment.doubtfulDate(date.text), first <= 12,
      second <= 12
    {
      problems.append(.dateIsDoubtful(row.number, date.text))
    } else {
      problems.append(.noMoment(row.number, date.heading, text))
    }
    return nil
  }

  private mutating func seconds(_ row: CSV.Row) -> Int? {
    guard let cell = cell(row, \.isTime), case .time(let unit) = cell.column else {
      problems.append(.rowLacks(row.number, heading(\.isTime)))
      return nil
    }
    guard let seconds = Self.seconds(cell.text, unit) else {
      let isBare = cell.text.allSatisfy { $0.isNumber || ":.,".contains($0) }
      problems.append(
        isBare
          ? .timeIsDoubtful(row.number, cell.heading, cell.text)
          : .noTime(row.number, cell.heading, cell.text))
      return nil
    }
    guard (1...86_400).contains(seconds) else {
      problems.append(.noTime(row.number, cell.heading, cell.text))
      return nil
    }
    return seconds
  }

  private func heading(_ isWanted: (JournalColumn) -> Bool) -> String {
    columns.keys.sorted().first { columns[$0].map(isWanted) == true }.map { headings[$0] } ?? ""
  }

  /// Whole seconds; nil where the text is no time, or could be two.
  private static func seconds(_ text: String, _ unit: JournalColumn.Unit) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count > 1 {
      let numbers = parts.compactMap { $0.utf8.count <= 4 ? Int($0) : nil }
      guard numbers.count == parts.count, numbers.allSatisfy({ $0 >= 0 }),
        numbers.dropFirst().allSatisfy({ $0 < 60 })
      else { return nil }
      switch (numbers.count, unit) {
      case (3, _): return numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
      case (2, .hoursAndMinutes), (2, .hours): return numbers[0] * 3600 + numbers[1] * 60
      case (2, .minutesAndSeconds), (2, .minutes): return numbers[0] * 60 + numbers[1]
      default: return nil
      }
    }
    let point = text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".")
    if let number = Double(point), number.isFinite, (0...86_400).contains(number) {
      switch unit {
      case .hours: return Int((number * 3600).rounded())
      case .minutes: return Int((number * 60).rounded())
      case .seconds: return Int(number.rounded())
      case .unsaid, .hoursAndMinutes, .minutesAndSeconds: return nil
      }
    }
    guard case .frames(let count)? = try? Duration(words: text) else { return nil }
    return Int(Frames(count).seconds.rounded())
  }

  /// Which number is the day in dates such as `3/4/2026`: a number above 12 in any row tells it for all.
  private static func order(
    of rows: ArraySlice<CSV.Row>, _ columns: [Int: JournalColumn]
  ) -> WrittenMoment.DateOrder? {
    guard let place = columns.first(where: { $0.value == .began })?.key else { return nil }
    var orders: Set<WrittenMoment.DateOrder> = []
    for row in rows where row.cells.indices.contains(place) {
      guard let (first, second) = WrittenMoment.doubtfulDate(row.cells[place]) else { continue }
      if first > 12 { orders.insert(.dayFirst) }
      if second > 12 { orders.insert(.monthFirst) }
    }
    return orders.count == 1 ? orders.first : nil
  }
}
