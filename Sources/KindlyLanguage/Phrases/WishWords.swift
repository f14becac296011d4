/// A wish cut into words and what stands between them, so that single words can be exchanged.
struct WishWords {
  /// One part of a wish.
  enum Part: Hashable {
    /// Letters and digits, with apostrophes and hyphens inside.
    case word(String)
    /// Spaces and punctuation.
    case between(String)
    /// A value, never looked into.
    case value(Piece)
  }

  var parts: [Part] = []

  init(_ pieces: [Piece]) {
    for piece in pieces {
      switch piece {
      case .text(let text): cut(text)
      case .value: parts.append(.value(piece))
      }
    }
  }

  /// The parts as pieces again.
  var pieces: [Piece] {
    var pieces: [Piece] = []
    var text = ""
    for part in parts {
      switch part {
      case .word(let part), .between(let part): text += part
      case .value(let value):
        if !text.isEmpty { pieces.append(.text(text)) }
        text = ""
        pieces.append(value)
      }
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    return pieces
  }

  /// The word at an index, in small letters and with a plain apostrophe; nil if it is none.
  func key(_ index: Int?) -> String? {
    guard let index, case .word(let word) = parts[index] else { return nil }
    return String(word.lowercased().map { $0 == "\u{2019}" ? "'" : $0 })
  }

  /// The nearest word before or after, if only `between` satisfying `allowed` stands in the way.
  func word(
    from index: Int, by step: Int,
    across allowed: (String) -> Bool = { $0.allSatisfy(\.isWhitespace) }
  ) -> Int? {
    var index = index + step
    while parts.indices.contains(index) {
      switch parts[index] {
      case .word: return index
      case .value: return nil
      case .between(let text) where !allowed(text): return nil
      case .between: index += step
      }
    }
    return nil
  }

  /// Whether there is a word of several letters, and no small letter in any.
  var isAllCapitals: Bool {
    let words = parts.compactMap { if case .word(let word) = $0 { word } else { nil } }
    return words.contains { $0.count > 1 && $0.contains(where: \.isLetter) }
      && words.allSatisfy { !$0.contains(where: \.isLowercase) }
  }

  /// Whether a sentence starts with the part at `index`.
  func startsSentence(_ index: Int) -> Bool {
    var index = index - 1
    while index >= 0 {
      guard case .between(let text) = parts[index] else { return false }
      if text.contains(where: { "!?".contains($0) }) { return true }
      // Three dots are a hesitation, one is an end.
      if text.contains(".") && !text.contains("..") { return true }
      index -= 1
    }
    return true
  }

  private mutating func cut(_ text: String) {
    let characters = Array(text)
    var run = ""
    var inWord = false
    func close(_ parts: inout [Part]) {
      if !run.isEmpty { parts.append(inWord ? .word(run) : .between(run)) }
      run = ""
    }
    for (index, character) in characters.enumerated() {
      let letter = character.isLetter || character.isNumber
      let joiner =
        "'\u{2019}-".contains(character) && inWord && index + 1 < characters.count
        && characters[index + 1].isLetter
      if (letter || joiner) != inWord {
        close(&parts)
        inWord.toggle()
      }
      run.append(character)
    }
    close(&parts)
  }
}
