import KindlyLanguage
public import KindlyBase

/// A journal for other programs.
public enum JournalExport {
  /// Comma-separated values with a first row of names, after RFC 4180 but with plain line ends.
  public static func csv(_ entries: [JournalEntry]) -> String {
    var text = "began,title,practice,day,seconds,length,whole,words\n"
    for entry in entries {
      let fields = [
        entry.began, entry.title, entry.practice ?? "", entry.day.map { "\($0)" } ?? "",
        "\(entry.seconds)", entry.length.map { "\($0)" } ?? "", entry.isWhole ? "true" : "false",
        entry.words ?? "",
      ]
      text += fields.map(field).joined(separator: ",") + "\n"
    }
    return text
  }

  /// One array of the objects in the journal.
  public static func json(_ entries: [JournalEntry]) -> JSON { .array(entries.map(\.json)) }

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
