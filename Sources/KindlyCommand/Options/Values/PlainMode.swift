import ArgumentParser
import KindlyMessages

/// What is told without a picture: `--plain` for sections, `--plain=words` for what is said as well.
enum PlainMode: OptionValue {
  /// One line a section, and an answer to every key.
  case sections
  /// The words too.
  case words

  init?(argument: String) {
    switch argument {
    case "sections": self = .sections
    case "words": self = .words
    default: return nil
    }
  }

  static let possible = Message.oneOf("sections, words")

  /// The arguments with the value that `--plain` alone means. Only commands that play take a value.
  static func arguments(for words: [String]) -> [String] {
    guard words.dropFirst().first != "phrases" else { return words }
    let end = words.firstIndex(of: "--") ?? words.endIndex
    return words.indices.map { place in
      place < end && words[place] == "--plain" ? "--plain=sections" : words[place]
    }
  }
}
