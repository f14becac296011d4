import KindlyBase
import KindlyMessages

/// A line that was typed in the dialogue, understood: a word and numbers.
struct Reply: Hashable {
  var word: Word
  /// As typed; from 1.
  var numbers: [Int]

  /// What a person may say. The first letter is enough.
  enum Word: CaseIterable {
    case hear, change, remove, write, back, done, keep, more, leave
    /// Numbers alone.
    case numbers
    /// Only Enter.
    case nothing

    /// What is typed for it; nil for what is no word.
    private var name: Message? {
      switch self {
      case .hear: .replyHear
      case .change: .replyChange
      case .remove: .replyRemove
      case .write: .replyWrite
      case .back: .replyBack
      case .done: .replyDone
      case .keep: .replyKeep
      case .more: .replyMore
      case .leave: .replyLeave
      case .numbers, .nothing: nil
      }
    }

    /// The word that was typed: one of the language, or else an English one, which a script may send.
    init?(_ typed: some StringProtocol, language: InterfaceLanguage) {
      for language in [language, .english] {
        let word = Self.allCases.first { word in
          guard let name = word.name?.text(in: language) else { return false }
          return typed == name || typed == name.prefix(1)
        }
        guard let word else { continue }
        self = word
        return
      }
      return nil
    }
  }

  /// Nil for a line that is none of these.
  init?(_ line: String, language: InterfaceLanguage) {
    var parts = line.lowercased().split { $0.isWhitespace || $0 == "," || $0 == "." }
    let and = [language, .english].map { Message.and.text(in: $0) }
    parts.removeAll { and.contains(String($0)) }
    guard let first = parts.first else {
      self.init(word: .nothing, numbers: [])
      return
    }
    var word = Word.numbers
    if first.first?.isNumber != true {
      guard let known = Word(first, language: language) else { return nil }
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

  /// The word whose first letter is all that was typed, where anything longer is a wish.
  static func letter(_ typed: String, language: InterfaceLanguage) -> Word? {
    typed.count == 1 ? Word(typed.lowercased(), language: language) : nil
  }
}
