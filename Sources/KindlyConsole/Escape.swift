/// The escape codes of the player, all of them.
enum Escape {
  /// A screen of our own, so that the listener's own text stays below; no cursor.
  static let open = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[2J"
  /// Back to the listener's screen and cursor.
  static let close = "\u{1B}[?25h\u{1B}[?1049l"
  /// To a line, counted from 1, and clear it.
  static func line(_ number: Int) -> String { "\u{1B}[\(number);1H\u{1B}[2K" }
  /// Clear from here to the end.
  static let clearBelow = "\u{1B}[J"
}
