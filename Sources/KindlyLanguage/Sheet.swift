/// A file of `Key: value` lines, and rows where the kind of file has them: the generic form of
/// `.voice`, `.bell` and profile files.
public struct Sheet<Key: EntryKey>: Sendable, Equatable {
  /// The `Key: value` lines, in order.
  public var entries: [Entry]
  /// The other lines that are not blank and not notes, without surrounding space, in order.
  public var rows: [Located<String>]

  /// A `Key: value` line.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public var key: Located<Key>
    /// The value: single spaces, `’` as `'`; never empty.
    public var value: Located<String>
  }

  /// The first value of a key.
  public func value(of key: Key) -> Located<String>? {
    entries.first { $0.key.value == key }?.value
  }
}

/// Reads a sheet. Lines with a colon are entries, and their keys must be among those of `keys`, whatever
/// their capitals; all other lines are rows, which are problems unless `rows` are expected. A line
/// that starts with `>`, `#` or `[` is always a row.
public func read<Key: EntryKey>(
  sheet source: Source, keys: Key.Type, rows: Bool = false
) -> Reading<Sheet<Key>> {
  var problems = Problems(path: source.path)
  var sheet = Sheet<Key>(entries: [], rows: [])
  guard source.checkText(noting: &problems) else {
    return Reading(tree: sheet, diagnostics: problems.inOrder)
  }
  var entries = EntryReader(source, keys: Array(Key.allCases))
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
  /// Splits a line at its first colon, which may be a full-width one; nil if there is none or the line
  /// is a heading, phrase or cue.
  func pair(in text: SourceSpan) -> (key: SourceSpan, value: SourceSpan)? {
    switch bytes[text.lower] {
    case Byte.hash, Byte.greater, Byte.openBracket, Byte.colon: return nil
    default: break
    }
    var colon = text.lower
    while colon < text.upper, colonLength(at: colon, to: text.upper) == 0 { colon += 1 }
    guard colon < text.upper, colon > text.lower, bytes[colon - 1] != Byte.backslash else {
      return nil
    }
    let key = trim(SourceSpan(text.lower, colon))
    let value = SourceSpan(colon + colonLength(at: colon, to: text.upper), text.upper)
    return key.isEmpty ? nil : (key, trim(value))
  }

  /// The bytes of a colon at an offset: one, or three of U+FF1A; 0 if there is none.
  private func colonLength(at index: Int, to end: Int) -> Int {
    if bytes[index] == Byte.colon { return 1 }
    guard bytes[index] == 0xEF, index + 3 <= end else { return 0 }
    return bytes[index + 1] == 0xBC && bytes[index + 2] == 0x9A ? 3 : 0
  }
}
