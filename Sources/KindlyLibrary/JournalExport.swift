import KindlyLanguage
public import KindlyBase

/// A journal for other programs.
public enum JournalExport {
  /// Comma-separated values with a first row of names, after RFC 4180 but with plain line ends.
  public static func csv(_ entries: [JournalEntry]) -> String {
    var text = "began,title,practice,day,seconds,length,whole,words\n"
    for entry in entries { text += row(entry).map(field).joined(separator: ",") + "\n" }
    return text
  }

  /// One array of the objects in the journal.
  public static func json(_ entries: [JournalEntry]) -> JSON { .array(entries.map(\.json)) }

  /// What stands in an entry's row, in the order of the names above; empty where nothing was noted.
  private static func row(_ entry: JournalEntry) -> [String] {
    let day = entry.day.map { String($0) } ?? ""
    let length = entry.length.map { String($0) } ?? ""
    let isWhole = entry.isWhole ? "true" : "false"
    return [
      entry.began, entry.title, entry.practice ?? "", day, String(entry.seconds), length, isWhole,
      entry.words ?? "",
    ]
  }

  /// A field, quoted where it must be. A title comes from a file that may have been downloaded, so
  /// one that a spreadsheet would take for a formula gets an apostrophe in front; `JournalTable` takes
  /// it off again.
  private static func field(_ text: String) -> String {
    // Line ends and what a terminal would obey come from no practice of ours.
    var text = visible(text)
    if let first = text.first, "=+-@\t\r".contains(first) { text = "'" + text }
    guard text.contains(where: { ",\"\n\r\r\n".contains($0) }) else { return text }
    return "\"" + text.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
