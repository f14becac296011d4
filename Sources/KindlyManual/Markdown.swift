extension String {
  /// Plain words as Markdown that shows just these words: cues in brackets, words in braces and
  /// commands in quotation marks as code.
  var plainMarkdown: String {
    var result = ""
    var rest = self[...]
    let code = /\[[^\[\]\\]+\]|\{[^{}\\]+\}|'kindly [^']+'/
    while let match = rest.firstMatch(of: code) {
      result += String(rest[..<match.range.lowerBound]).escapedMarkdown
      result += "`" + match.output.trimmed(of: "'") + "`"
      rest = rest[match.range.upperBound...]
    }
    return result + String(rest).escapedMarkdown
  }

  /// Every character that could mean something, with a backslash before it.
  private var escapedMarkdown: String {
    reduce(into: "") { text, character in
      if "\\`*_{}[]<>#+-|~&".contains(character) { text += "\\" }
      text.append(character)
    }
  }

  /// What stands under a heading, down to the next one of its rank; the whole without its title
  /// where `heading` is nil. Nil if there is no such heading.
  func markdownSection(_ heading: String?) -> String? {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    let marks = Self.ranks(of: lines)
    let first = lines.indices.first { index in
      guard let rank = marks[index] else { return false }
      return heading.map { lines[index] == String(repeating: "#", count: rank) + " " + $0 } ?? true
    }
    guard let first, let rank = marks[first] else { return nil }
    let rest = lines.indices.suffix(from: first + 1)
    let end = rest.first { (marks[$0] ?? .max) <= rank } ?? lines.endIndex
    return lines[(first + 1)..<end].joined(separator: "\n").trimmed(of: "\n")
  }

  /// The rank of each line that is a heading; lines of code are none.
  private static func ranks(of lines: [Substring]) -> [Int?] {
    var isCode = false
    return lines.map { line in
      if line.hasPrefix("```") { isCode.toggle() }
      let rank = line.prefix { $0 == "#" }.count
      return !isCode && rank > 0 && line.dropFirst(rank).first == " " ? rank : nil
    }
  }
}

extension StringProtocol {
  /// Without that character at both ends.
  func trimmed(of character: Character) -> String {
    String(drop { $0 == character }.reversed().drop { $0 == character }.reversed())
  }
}

extension [String] {
  /// "a, b and c".
  var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
