/// A file of `Key: value` lines, and rows where the kind of file has them: the generic form of
/// `.voice`, `.bell` and profile files.
public struct Sheet: Sendable, Equatable {
  /// The `Key: value` lines, in order.
  public var entries: [Entry]
  /// The other lines that are not blank and not notes, without surrounding space, in order.
  public var rows: [Located<String>]

  /// A `Key: value` line.
  public struct Entry: Sendable, Hashable {
    /// The key, spelled as in the list of known keys.
    public var key: Located<String>
    /// The value: single spaces, `’` as `'`; never empty.
    public var value: Located<String>
  }

  /// The first value of a key.
  public func value(of key: String) -> Located<String>? {
    entries.first { $0.key.value == key }?.value
  }
}

/// Reads a sheet. Lines with a colon are entries, and their keys must be among `keys`, whatever
/// their capitals; all other lines are rows, which are problems unless `rows` are expected. A line
/// that starts with `>`, `#` or `[` is always a row. Keys in `repeatable` may be given often.
public func read(
  sheet source: Source, keys: [String], repeatable: [String] = [], rows: Bool = false
) -> Reading<Sheet> {
  var problems = Problems(path: source.path)
  var sheet = Sheet(entries: [], rows: [])
  guard source.checkText(noting: &problems) else {
    return Reading(tree: sheet, diagnostics: problems.inOrder)
  }
  var entries = EntryReader(source, keys: keys, repeatable: repeatable)
  for line in source.lines() where !line.text.isEmpty {
    if rows, source.pair(in: line.text) == nil {
      sheet.rows.append(Located(source.text(at: line.text).folded, at: line.text))
    } else if let entry = entries.entry(in: line.text, noting: &problems) {
      sheet.entries.append(entry)
    }
  }
  return Reading(tree: sheet, diagnostics: problems.inOrder)
}

extension Source {
  /// Splits a line at its first colon; nil if there is none or the line is a heading, phrase or cue.
  func pair(in text: SourceSpan) -> (key: SourceSpan, value: SourceSpan)? {
    switch bytes[text.lower] {
    case Byte.hash, Byte.greater, Byte.openBracket, Byte.colon: return nil
    default: break
    }
    guard let colon = bytes[text.lower..<text.upper].firstIndex(of: Byte.colon),
      bytes[colon - 1] != Byte.backslash
    else { return nil }
    let key = trim(SourceSpan(text.lower, colon))
    return key.isEmpty ? nil : (key, trim(SourceSpan(colon + 1, text.upper)))
  }
}
