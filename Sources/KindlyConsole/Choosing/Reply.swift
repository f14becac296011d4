/// A line that was typed in the dialogue, understood: a word and numbers.
struct Reply: Hashable {
  var word: Word
  /// As typed; from 1.
  var numbers: [Int]

  /// What a person may say. The first letter is enough.
  enum Word: String, CaseIterable {
    case hear, change, remove, write, back, done, keep, more
    /// `quit`.
    case leave = "quit"
    /// Numbers alone.
    case numbers = ""
    /// Only Enter.
    case nothing = "\n"
  }

  /// Nil for a line that is none of these.
  init?(_ line: String) {
    var parts = line.lowercased().split { $0.isWhitespace || $0 == "," || $0 == "." }
    parts.removeAll { $0 == "and" }
    guard let first = parts.first else {
      self.init(word: .nothing, numbers: [])
      return
    }
    var word = Word.numbers
    if first.first?.isNumber != true {
      let known = Word.allCases.first {
        $0.rawValue.count > 1 && (first == $0.rawValue || first == $0.rawValue.prefix(1))
      }
      guard let known else { return nil }
      word = known
      parts.removeFirst()
    }
    let numbers = parts.compactMap { $0.allSatisfy(\.isASCII) ? Int($0) : nil }
    guard numbers.count == parts.count, numbers.count <= 20 else { return nil }
    self.init(word: word, numbers: numbers)
  }

  private init(word: Word, numbers: [Int]) {
    self.word = word
    self.numbers = numbers
  }
}
