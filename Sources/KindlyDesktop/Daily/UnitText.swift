/// Words and values as systemd's unit files take them (`systemd.syntax(7)`, `systemd.service(5)`).
enum UnitText {
  /// A word of a command line or an assignment of `Environment=`, which systemd reads back as it was.
  ///
  /// In double quotes with C's escapes; `%` would begin a specifier. A `$` is a variable only in a command
  /// line, and not behind the `:` that ours begin with.
  static func word(_ text: String) -> String {
    var word = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": word += "\\\(scalar)"
      case "%": word += "%%"
      case "\n": word += "\\n"
      case "\t": word += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        word += "\\x" + (digits.count < 2 ? "0" : "") + digits
      default: word.unicodeScalars.append(scalar)
      }
    }
    return word + "\""
  }

  /// A value that is read to the end of its line, without quotes; nil if it can't be written so: a
  /// backslash at the end would go on in the next line, and space at an end would be taken away.
  static func value(_ text: String) -> String? {
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    guard isPlain, text.last != "\\", text.first?.isWhitespace != true,
      text.last?.isWhitespace != true
    else { return nil }
    return percentDoubled(text)
  }

  /// A text from `value`, as it was before.
  static func text(ofValue value: String) -> String {
    value.split(separator: "%%", omittingEmptySubsequences: false).joined(separator: "%")
  }

  private static func percentDoubled(_ text: String) -> String {
    text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%")
  }
}
