extension SpeakableText {
  /// Puts a respelling in place of its word wherever that stands alone, whatever its capitals.
  ///
  /// Characters that were respelled already stand for more than themselves and are left as they are,
  /// so that an earlier respelling wins.
  mutating func respell(_ respelling: Respelling) {
    let word = Self.cleaned(respelling.word).map { Self.folded($0.scalar) }
    let spoken = Self.cleaned(respelling.spoken).map(\.scalar)
    guard !word.isEmpty, !spoken.isEmpty else { return }
    var result: [Character] = []
    var index = 0
    while index < characters.count {
      if let end = end(of: word, at: index) {
        let origin =
          characters[index].origin.lowerBound..<characters[end - 1].origin.upperBound
        result += spoken.map { Character(scalar: $0, origin: origin) }
        index = end
      } else {
        result.append(characters[index])
        index += 1
      }
    }
    characters = result
  }

  /// Where `word` ends if it stands alone at `index`.
  private func end(of word: [String], at index: Int) -> Int? {
    let end = index + word.count
    guard end <= characters.count else { return nil }
    if index > 0, characters[index - 1].scalar.isWordLike { return nil }
    if end < characters.count, characters[end].scalar.isWordLike { return nil }
    var last = -1
    for (offset, letter) in word.enumerated() {
      let character = characters[index + offset]
      // Two characters of one origin: made by another respelling.
      guard Self.folded(character.scalar) == letter, character.origin.lowerBound > last else {
        return nil
      }
      last = character.origin.lowerBound
    }
    return end
  }

  private static func folded(_ scalar: Unicode.Scalar) -> String {
    scalar.properties.lowercaseMapping
  }
}
