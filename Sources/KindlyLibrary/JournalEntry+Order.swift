extension JournalEntry {
  /// Sits in the order in which they began, whatever time zone each was noted in; those that began at the
  /// same second, or whose moment can't be read, keep their order.
  public static func byDate(_ entries: [JournalEntry]) -> [JournalEntry] {
    var last = Int64.min
    let keyed = entries.enumerated().map { index, entry in
      last = JournalTime.seconds(of: entry.began) ?? last
      return (moment: last, index: index, entry: entry)
    }
    // As a rule it is in order already.
    if zip(keyed, keyed.dropFirst()).allSatisfy({ $0.moment <= $1.moment }) { return entries }
    return keyed.sorted { ($0.moment, $0.index) < ($1.moment, $1.index) }.map(\.entry)
  }
}

/// The sits of one month of the calendar, counted.
public struct JournalMonth: Sendable, Hashable {
  /// `2026-11`.
  public var month: String
  /// How many sits began in it.
  public var sits: Int
  /// Whole seconds that were sat.
  public var seconds: Int

  /// The months in which somebody sat, the first one first. Each sit counts in the month of its own time
  /// zone.
  public static func months(of entries: [JournalEntry]) -> [JournalMonth] {
    var months: [String: JournalMonth] = [:]
    for entry in entries {
      let name = String(entry.began.prefix(7))
      var month = months[name] ?? JournalMonth(month: name, sits: 0, seconds: 0)
      month.sits += 1
      let (sum, isTooLong) = month.seconds.addingReportingOverflow(entry.seconds)
      month.seconds = isTooLong ? .max : sum
      months[name] = month
    }
    return months.values.sorted { $0.month < $1.month }
  }
}
