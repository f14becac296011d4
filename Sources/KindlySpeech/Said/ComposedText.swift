import KindlyBase

// Composed characters are what the engines' dictionaries know; the standard library has them only
// under this name.
@_spi(_Unicode) import Swift

/// A text as plain composed characters, each knowing where it came from: wrong encodings and entities
/// are read as what was meant, full-width and mathematical letters as letters.
struct ComposedText: Sendable {
  typealias Character = SpeakableText.Character

  private(set) var characters: [Character] = []
  /// Entities and wrong encodings that were found.
  var changes: [SaidChange] = []

  init(_ text: String) {
    var scalars: [Character] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      scalars.append(Character(scalar: scalar, origin: offset..<(offset + length)))
      offset += length
    }
    let whole = scalars
    if scalars.contains(where: { $0.scalar.mayBeGarbled }) { scalars = repaired(scalars) }
    if scalars.contains(where: { $0.scalar == "&" }) { scalars = withoutEntities(scalars) }
    compose(scalars)
    if Self.isEnd(whole) {
      let range = 0..<offset
      changes.append(SaidChange(kind: .leftover, written: text, said: text, range: range))
    }
  }

  /// Scripts of other programs end in such a line.
  private static func isEnd(_ text: [Character]) -> Bool {
    let letters = text.lazy.map(\.scalar).filter(\.isWordLike)
    return letters.prefix(4).elementsEqual(["E", "N", "D"])
  }

  // MARK: - Composing

  /// Joins letters and their marks, and puts what they mean in their place.
  private mutating func compose(_ scalars: [Character]) {
    characters.reserveCapacity(scalars.count)
    var group = String.UnicodeScalarView()
    var origin = 0..<0
    // Most texts have no mark that joins a letter, and then most letters stay as they are.
    let hasMarks = scalars.contains { $0.scalar.joinsTheOneBefore }
    for character in scalars {
      guard let scalar = Self.reading(of: character.scalar) else { continue }
      if !hasMarks, scalar.isASCII {
        append(scalar, character.origin)
        continue
      }
      if scalar.joinsTheOneBefore, !group.isEmpty {
        group.append(scalar)
        origin = origin.lowerBound..<max(origin.upperBound, character.origin.upperBound)
        continue
      }
      flush(&group, origin)
      group.append(scalar)
      origin = character.origin
      if !hasMarks { flush(&group, origin) }
    }
    flush(&group, origin)
  }

  private mutating func flush(_ group: inout String.UnicodeScalarView, _ origin: Range<Int>) {
    guard let first = group.first else { return }
    defer { group.removeAll(keepingCapacity: true) }
    if first.isASCII, group.count == 1 { return append(first, origin) }
    for scalar in String(group)._nfc {
      if let fraction = Self.fractions[scalar] {
        // "1½" is one and a half.
        if characters.last?.scalar.isPlainDigit ?? false { append(" ", origin) }
        for scalar in fraction.unicodeScalars { append(scalar, origin) }
      } else if !scalar.isPicture, let meaning = CompatibilityForms.meaning(of: scalar) {
        for scalar in cased(meaning, of: scalar).unicodeScalars { append(scalar, origin) }
      } else {
        append(scalar, origin)
      }
    }
  }

  /// Two letters in one, such as "Ǆ", as they are in a word: a second capital would be named.
  private func cased(_ meaning: String, of scalar: Unicode.Scalar) -> String {
    guard (0x132...0x1F3).contains(scalar.value),
      scalar.properties.lowercaseMapping != String(scalar)
    else { return meaning }
    let isInside = characters.last?.scalar.properties.isLowercase ?? false
    return isInside ? meaning.lowercased() : meaning.prefix(1) + meaning.dropFirst().lowercased()
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ origin: Range<Int>) {
    if scalar == " ", characters.last?.scalar ?? " " == " " { return }
    // Three stops and more are one mark, as writers mean them.
    if scalar == ".", characters.last?.scalar == "." {
      let rest = characters.suffix(2)
      if rest.count == 2, let first = rest.first, first.scalar == "." {
        characters.removeLast(2)
        characters.append(
          Character(scalar: "…", origin: first.origin.lowerBound..<origin.upperBound))
        return
      }
    }
    characters.append(Character(scalar: scalar, origin: origin))
  }

  private static let fractions: [Unicode.Scalar: String] = [
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5",
    "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅐": "1/7", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
    "⅑": "1/9", "⅒": "1/10",
  ]

  /// What stands for a scalar: itself, a space, a plain mark, or nothing.
  private static func reading(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\u{2018}", "\u{2019}", "\u{02BC}", "\u{02BB}", "\u{02B9}", "\u{00B4}", "\u{2032}":
      return "'"
    case "\t", "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}": return " "
    case "\u{2033}": return "\""
    // A picture of a letter is no letter.
    case "\u{2139}": return "•"
    default: break
    }
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F ? nil : scalar }
    switch scalar.properties.generalCategory {
    // Half-spaces inside Persian and Indic words and joints of emoji are among these.
    case .control, .format, .unassigned, .surrogate, .privateUse, .enclosingMark: return nil
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return " "
    default: return scalar.properties.isVariationSelector ? nil : scalar
    }
  }
}

extension Unicode.Scalar {
  /// Marks of a letter, and the later parts of a Korean syllable.
  fileprivate var joinsTheOneBefore: Bool {
    if value < 0x300 { return false }
    return isMark || (0x1160...0x11FF).contains(value)
  }

  /// Emoji that are made of a letter.
  fileprivate var isPicture: Bool {
    value > 0xFF && properties.isEmoji && !("‼"..."⁉").contains(self)
  }
}
