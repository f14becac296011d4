// Composed characters are what the engines' dictionaries know; the standard library has them only
// under this name.
@_spi(_Unicode) import Swift

extension SpeakableText {
  /// Marks on one letter beyond these are decoration.
  private static let mostMarks = 2
  /// No word of any language is longer; espeak-ng's buffers are not made for it.
  private static let longestWord = 40

  /// The text composed, without what is not meant to be read, single-spaced.
  static func cleaned(_ text: String) -> [Character] {
    var result: [Character] = []
    var marks = 0
    var letters = 0
    var offset = 0
    for cluster in text {
      let origin = offset..<(offset + cluster.utf8.count)
      offset = origin.upperBound
      for scalar in String(cluster)._nfc {
        guard let scalar = reading(of: scalar) else { continue }
        marks = scalar.isMark ? marks + 1 : 0
        if marks > mostMarks { continue }
        if scalar == " ", result.last?.scalar ?? " " == " " { continue }
        letters = scalar.isWordLike ? letters + 1 : 0
        if letters > longestWord, !scalar.isMark {
          result.append(Character(scalar: " ", origin: origin))
          letters = 1
        }
        append(Character(scalar: scalar, origin: origin), to: &result)
      }
    }
    if result.last?.scalar == " " { result.removeLast() }
    return result
  }

  /// What stands for a scalar: itself, a space, a plain mark, or nothing.
  private static func reading(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\u{2018}", "\u{2019}", "\u{02BC}": return "'"
    case "\t", "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}": return " "
    // A half-space inside Persian and Indic words.
    case "\u{200C}", "\u{200D}": return nil
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .unassigned, .surrogate, .privateUse: return nil
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return " "
    default: return scalar
    }
  }

  /// Appends, folding repeated marks: "!!!" is "!", three full stops and more are "…", "[[" is "[".
  private static func append(_ character: Character, to result: inout [Character]) {
    let scalar = character.scalar
    guard let last = result.last, !scalar.isWordLike, scalar != " " else {
      result.append(character)
      return
    }
    let isRepeated = last.scalar == scalar || (last.scalar == "…" && scalar == ".")
    guard isRepeated else {
      // A row of different marks says no more than its beginning: "?!?!?!".
      let row = result.suffix(3)
      let isRow = row.count == 3 && row.allSatisfy { !$0.scalar.isWordLike && $0.scalar != " " }
      if !isRow { result.append(character) }
      return
    }
    let origin = last.origin.lowerBound..<character.origin.upperBound
    let isThird =
      scalar == "." && last.scalar == "." && last.origin.upperBound - last.origin.lowerBound >= 2
    result[result.count - 1] = Character(scalar: isThird ? "…" : last.scalar, origin: origin)
  }
}

extension SpeakableText {
  /// Abbreviations of single letters beyond these in one text are an attack on espeak-ng's stack:
  /// about eighty end it.
  private static let mostInitials = 12
  /// Apostrophes in one word beyond these are no word.
  private static let mostApostrophes = 3

  /// "a.b.c.d.…" without end becomes "a b c d …", which sounds the same.
  mutating func loosenInitials() {
    let stops = characters.indices.filter { index in
      characters[index].scalar == "." && index > 0 && characters[index - 1].scalar.isWordLike
        && (index == 1 || !characters[index - 2].scalar.isWordLike)
    }
    guard stops.count > Self.mostInitials else { return }
    for index in stops { characters[index].scalar = " " }
  }

  /// Words with many apostrophes lose them.
  mutating func breakRows() {
    var start = 0
    while start < characters.count {
      let end = characters[start...].firstIndex { $0.scalar == " " } ?? characters.count
      let word = start..<end
      if word.count(where: { characters[$0].scalar == "'" }) > Self.mostApostrophes {
        for index in word where characters[index].scalar == "'" {
          characters[index].scalar = " "
        }
      }
      start = end + 1
    }
  }
}
