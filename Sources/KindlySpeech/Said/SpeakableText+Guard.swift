extension SpeakableText {
  /// Marks on one letter beyond these are decoration.
  private static let mostMarks = 2
  /// No word of any language is longer; espeak-ng's buffers are not made for it.
  private static let longestWord = 40

  /// The text single-spaced, without what would end espeak-ng: marks without end, words without end,
  /// rows of signs.
  static func guarded(_ characters: [Character]) -> [Character] {
    var result: [Character] = []
    result.reserveCapacity(characters.count)
    var marks = 0
    var letters = 0
    for character in characters {
      let scalar = character.scalar
      marks = !scalar.isASCII && scalar.isMark ? marks + 1 : 0
      if marks > mostMarks { continue }
      if scalar == " ", result.last?.scalar ?? " " == " " { continue }
      // What was left out must not part a word from its stop.
      if scalar.endsClause, result.last?.scalar == " " { result.removeLast() }
      letters = scalar.isWordLike ? letters + 1 : 0
      if letters > longestWord, marks == 0 {
        result.append(Character(scalar: " ", origin: character.origin))
        letters = 1
      }
      append(character, to: &result)
    }
    if result.last?.scalar == " " { result.removeLast() }
    return result
  }

  /// Appends, folding repeated marks: "!!!" is "!", "[[" is "[".
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
    result[result.count - 1] = Character(scalar: last.scalar, origin: origin)
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

extension Unicode.Scalar {
  /// Marks that no space comes before.
  fileprivate var endsClause: Bool { [".", ",", ";", ":", "!", "?", "…"].contains(self) }
}
