import KindlyLanguage

extension String {
  /// How many columns of a terminal the text takes.
  var columns: Int { KindlyLanguage.columns(of: self) }

  /// The text with control and direction characters made visible, so that no title or phrase of a
  /// downloaded file can steer the terminal.
  var visible: String { KindlyLanguage.visible(self) }

  /// Without its last word, and the space before it; the whole where it is one word.
  var withoutLastWord: String {
    guard let space = lastIndex(of: " ") else { return self }
    return String(self[..<space])
  }

  /// Cut to `width` columns, between words if one fits, with an ellipsis where something is missing.
  func fitted(to width: Int) -> String {
    guard columns > width else { return self }
    var shorter = self
    while shorter.contains(" "), shorter.columns + 2 > width { shorter = shorter.withoutLastWord }
    if shorter.columns + 2 <= width { return shorter + " …" }
    var out = ""
    var used = 0
    for character in self {
      let wide = String(character).columns
      guard used + wide < width else { break }
      out.append(character)
      used += wide
    }
    return out + "…"
  }

  /// Filled with spaces to `width` columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }

  /// Broken between words, or inside a word that is longer than a line.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in split(separator: " ") {
      var word = String(word)
      let wide = word.columns
      if !line.isEmpty && used + 1 + wide <= width {
        line += " " + word
        used += 1 + wide
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while word.columns > width {
        lines.append(word.removeHead(ofColumns: width))
      }
      line = word
      used = word.columns
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  /// Takes off as much as fits into `width` columns, one character at least.
  private mutating func removeHead(ofColumns width: Int) -> String {
    var (head, used) = ("", 0)
    while let first {
      let wide = String(first).columns
      guard head.isEmpty || used + wide <= width else { break }
      head.append(removeFirst())
      used += wide
    }
    return head
  }
}
