import KindlyLanguage

/// Words as they stand in a practice: escaped, and broken where one utterance would be too long.
enum SpokenText {
  /// The utterances of some words.
  static func pieces(of words: String) -> [String] {
    let scalars = words.scalars
    guard scalars.count > 1000 else { return [escaped(scalars[...])] }
    var pieces: [String] = []
    var start = 0
    while scalars.count - start > 1000 {
      let room = scalars[start..<min(scalars.count, start + 1000)]
      let sentence = room.indices.dropFirst(200).dropLast().last {
        room[$0].endsSentence && room[$0 + 1].isBlank
      }
      let end = sentence.map { $0 + 1 } ?? room.lastIndex(where: \.isBlank) ?? room.endIndex
      let piece = scalars[start..<max(end, start + 1)].trimmed
      if piece.isSpoken { pieces.append(escaped(piece)) }
      start = max(end, start + 1)
    }
    let rest = scalars[start...].trimmed
    if rest.isSpoken { pieces.append(escaped(rest)) }
    return pieces
  }

  /// A backslash before every mark that would mean something.
  private static func escaped(_ words: ArraySlice<Scalar>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(words.count + 16)
    var last: Scalar = " "
    for scalar in words {
      switch scalar {
      case "[", "]", "{", "}", "\\", "(", ")", "*", "<": out.append(UInt8(ascii: "\\"))
      case "/" where last == "/": out.append(UInt8(ascii: "\\"))
      default: break
      }
      out.append(scalar)
      last = scalar
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// At the start of a line a few more marks mean something.
  static func atStart(_ words: String) -> String {
    if let first = words.unicodeScalars.first, first == "#" || first == ">" || first == "/" {
      return "\\" + words
    }
    // `Care: …` would be read as a key of the header.
    guard words.utf8.prefix(96).contains(where: { $0 == UInt8(ascii: ":") || $0 >= 0x80 }),
      let colon = words.prefix(24).firstIndex(where: { $0 == ":" || $0 == "：" }),
      HeaderKey(rawValue: String(words[..<colon]).trimmedBlanks) != nil
    else { return words }
    return words[..<colon] + "\\:" + words[words.index(after: colon)...]
  }

  /// The name of a section on one line.
  static func heading(_ name: String) -> String {
    escaped(name.scalars.prefix(500))
  }

  /// A note without line ends and hidden marks.
  static func note(_ words: String) -> String {
    var out: [Scalar] = []
    for scalar in words.unicodeScalars {
      if scalar.isBlank {
        if let last = out.last, last != " " { out.append(" ") }
      } else if !scalar.isHidden {
        out.append(scalar)
      }
    }
    return out.trimmed.text
  }

  /// A note in pieces that one line may have.
  static func broken(_ words: String) -> [String] {
    let scalars = words.scalars
    guard scalars.count > 2000 else { return [words] }
    var pieces: [String] = []
    var start = 0
    while start < scalars.count {
      let room = scalars[start..<min(scalars.count, start + 2000)]
      let isLast = room.endIndex == scalars.count
      let end = isLast ? room.endIndex : room.lastIndex(where: \.isBlank) ?? room.endIndex
      pieces.append(scalars[start..<max(end, start + 1)].trimmed.text)
      start = max(end, start + 1)
    }
    return pieces
  }
}
