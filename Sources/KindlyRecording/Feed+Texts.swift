extension Feed {
  /// Bytes of a description that Apple takes.
  static let longestDescription = 4000
  /// Letters that Podcasting 2.0 gives the name of a season.
  static let longestSeasonName = 128

  /// A text as one line: single spaces between words, none around them.
  static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A text that fits: whole words up to so many bytes of UTF-8, and an ellipsis where some are left
  /// out. One word that is too long is cut.
  static func fitting(_ text: String, bytes: Int) -> String {
    if text.utf8.count <= bytes { return text }
    let ellipsis = "…"
    var room = bytes - ellipsis.utf8.count
    let whole = text.prefix { letter in
      room -= letter.utf8.count
      return room >= 0
    }
    let end = whole.lastIndex { $0.isWhitespace } ?? whole.endIndex
    return whole[..<end] + ellipsis
  }
}
