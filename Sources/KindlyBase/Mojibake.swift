/// UTF-8 that somebody took for Windows-1252 and saved again: `donâ€™t`, `FÃ¼ÃŸe`.
package struct Mojibake {
  /// First bytes of letters that no text has by itself before such a second one.
  private static let certain: Set<UInt8> = [0xC2, 0xC3, 0xC5, 0xE2, 0xF0]
  /// Whether the text has so many letters of other scripts that way that it can't be chance: `Ü“` is good
  /// German; the same again and again is not.
  private let isFrequent: Bool

  /// Looks at the whole text once.
  package init(of text: [Unicode.Scalar]) {
    var others = 0
    var index = 0
    while index < text.count {
      guard text[index].mayBeGarbled, let (first, _, count) = Self.sequence(in: text, at: index)
      else {
        index += 1
        continue
      }
      if !Self.certain.contains(first) { others += 1 }
      index += count
    }
    isFrequent = others > 20 || others > 1 && others * 4 >= text.count
  }

  /// The letter whose bytes stand here as letters of their own, and how many of them.
  package func letter(in text: [Unicode.Scalar], at index: Int) -> (Unicode.Scalar, Int)? {
    // The third byte of a closing quotation mark has no letter in Windows-1252, and is often lost.
    if text[index] == "â", index + 1 < text.count, text[index + 1] == "€",
      index + 2 == text.count
        || Windows1252.byte(text[index + 2]).map({ $0 & 0xC0 != 0x80 }) ?? true
    {
      return ("”", 2)
    }
    guard let (first, letter, count) = Self.sequence(in: text, at: index) else { return nil }
    // A capital within a word is no capital: `siÄ™`.
    let isInWord =
      index > 0 && text[index - 1].properties.isLowercase && text[index].properties.isUppercase
    guard Self.certain.contains(first) || isFrequent || isInWord else { return nil }
    return (letter, count)
  }

  /// The text with such letters put right, also where it went that way twice; nil where there are none.
  package static func repaired(_ text: String) -> String? {
    var scalars = Array(text.unicodeScalars)
    var isChanged = false
    for _ in 0..<2 {
      guard let better = pass(scalars) else { break }
      scalars = better
      isChanged = true
    }
    guard isChanged else { return nil }
    var repaired = String.UnicodeScalarView()
    repaired.append(contentsOf: scalars)
    return String(repaired)
  }

  private static func pass(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard text.contains(where: \.mayBeGarbled) else { return nil }
    let mojibake = Mojibake(of: text)
    var out: [Unicode.Scalar] = []
    out.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index].mayBeGarbled, let (letter, count) = mojibake.letter(in: text, at: index) {
        out.append(letter)
        index += count
      } else {
        out.append(text[index])
        index += 1
      }
    }
    return out.count < text.count ? out : nil
  }

  /// Bytes of one letter, written as letters: the first of them, what it is, and their number.
  private static func sequence(
    in text: [Unicode.Scalar], at index: Int
  ) -> (first: UInt8, letter: Unicode.Scalar, count: Int)? {
    guard let first = Windows1252.byte(text[index]) else { return nil }
    let count =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard count > 0, index + count <= text.count else { return nil }
    let bytes = text[index..<(index + count)].compactMap(Windows1252.byte)
    guard bytes.count == count, bytes.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }),
      let letter = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
    else { return nil }
    return (first, letter, count)
  }
}

extension Unicode.Scalar {
  /// Whether it is what a first byte of UTF-8 looks like in Windows-1252.
  package var mayBeGarbled: Bool { (0xC2...0xF4).contains(value) }
}
