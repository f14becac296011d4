import KindlyBase
import KindlyConsole
import KindlyLibrary
import KindlyMessages

/// How sits are shown to a person.
enum JournalPage {
  /// `2026-11-23 20:58  20 min  Loving-kindness for yourself`, with what was written about it below.
  static func line(
    _ entry: JournalEntry, language: InterfaceLanguage = Interface.language,
    in text: HangingText = HangingText(width: Terminal.width(of: 1))
  ) -> String {
    let when = Message.journalWhen(
      JournalTime.date(entry.began), JournalTime.clock(entry.began)
    ).text(in: language)
    let time = minutes(entry.seconds).text(in: language)
    let room = String(repeating: " ", count: max(0, 6 - time.count))
    let day = entry.day.map { Message.journalDay($0).text(in: language) } ?? ""
    let part = entry.isWhole ? nil : entry.length.map { Message.journalPart(of: minutes($0)) }
    let title = "\(entry.title)\(day)\(part?.text(in: language) ?? "")"
    let lines = text.lines("\(when)  \(room)\(time)  ", visible(title))
    let words = (entry.words ?? "").split(separator: "\n").flatMap {
      text.lines("    ", visible(String($0)))
    }
    return (lines + words).joined(separator: "\n")
  }

  /// A line for each month: `2026-11    12 sits   4 h 5 min`.
  static func months(
    _ months: [JournalMonth], language: InterfaceLanguage = Interface.language
  ) -> [String] {
    let rows = months.map { month in
      [
        Message.journalMonth(month.month), .journalSits(month.sits), hours(month.seconds),
      ].map { $0.text(in: language) }
    }
    let widths = (0..<3).map { column in rows.map { columns(of: $0[column]) }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { index, cell in
        String(repeating: " ", count: widths[index] - columns(of: cell)) + cell
      }
      return cells.joined(separator: "  ")
    }
  }

  /// Whole minutes, or seconds below one.
  static func minutes(_ seconds: Int) -> Message {
    seconds < 60 ? .seconds(seconds) : .minutes(seconds / 60 + seconds % 60 / 30)
  }

  /// The same with hours, from one hour on.
  private static func hours(_ seconds: Int) -> Message {
    let whole = seconds / 60 + seconds % 60 / 30
    return whole < 60 ? minutes(seconds) : .hours(whole / 60, .minutes(whole % 60))
  }
}
