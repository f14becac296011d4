/// A list of words and how to say them: what a `.pronunciations` file says.
public struct PronunciationSheet: Sendable, Hashable {
  /// `Name`, what lists call it.
  public var name: String?
  /// `Summary`, one line for lists.
  public var summary: String?
  /// The words, in order.
  public var rows: [Row] = []

  /// `mettā as meh-tah`, and the language above it.
  public struct Row: Sendable, Hashable {
    /// BCP 47 tag of the languages it is for; nil for all.
    public var language: String?
    /// The word, and how it is said.
    public var respelling: Respelling
  }

  /// An empty list.
  public init() {}

  /// The words for a language: those for "en" hold for "en-US" too. Those without a language hold for all
  /// and come last, so that a line for the language itself counts before them.
  public func respellings(for tag: String) -> [Respelling] {
    let tag = tag.lowercased()
    let own = rows.filter { row in
      guard let language = row.language?.lowercased() else { return false }
      return tag == language || tag.hasPrefix(language + "-")
    }
    return (own + rows.filter { $0.language == nil }).map(\.respelling)
  }
}

/// Mistakes in a list of words.
enum PronunciationProblem: Problem {
  /// A line that is neither a word and its sound nor a key.
  case unreadable(String)
  /// A language that is no tag.
  case notLanguage(String)

  var words: Words {
    switch self {
    case .unreadable(let seen):
      Words(
        code: .unreadableValue, title: "unreadable word",
        message: "I can't read \"\(seen)\" as a word and how to say it.",
        hint: "Write it like this: mettā as meh-tah")
    case .notLanguage(let seen):
      Words(
        code: .notLanguage, title: "not a language", message: "\"\(seen)\" is not a language.",
        hint: "Write a tag such as en, de or pt-BR.")
    }
  }
}

/// Reads a list of words.
///
/// Each line has a word, *as*, and what is said for it; several spellings of a word have commas between
/// them, several words semicolons. `Language` may come again: it holds for the lines below it.
public func read(pronunciations source: Source) -> Reading<PronunciationSheet> {
  var problems = Problems(path: source.path)
  var sheet = PronunciationSheet()
  guard source.checkText(noting: &problems) else {
    return Reading(tree: sheet, diagnostics: problems.inOrder)
  }
  var language: String?
  for line in source.lines() where !line.text.isEmpty {
    if let pair = source.pair(in: line.text) {
      let value = source.text(at: pair.value).folded
      switch source.text(at: pair.key).lowercased() {
      case "name": sheet.name = value
      case "summary": sheet.summary = value
      case "author": break
      case "language":
        language = value.isEmpty ? nil : value
        if !isLanguageTag(value) {
          problems.note(PronunciationProblem.notLanguage(value), at: pair.value)
        }
      default:
        problems.note(PronunciationProblem.unreadable(source.text(at: line.text)), at: line.text)
      }
      continue
    }
    guard let words = respellings(in: source.text(at: line.text).folded) else {
      problems.note(PronunciationProblem.unreadable(source.text(at: line.text)), at: line.text)
      continue
    }
    sheet.rows += words.map { PronunciationSheet.Row(language: language, respelling: $0) }
  }
  return Reading(tree: sheet, diagnostics: problems.inOrder)
}

/// The words of a line; nil if a part of it can't be read.
private func respellings(in line: String) -> [Respelling]? {
  var words: [Respelling] = []
  // By bytes: a list of many words is read at every start.
  for part in line.utf8.split(separator: UInt8(ascii: ";")) {
    var spellings: [String] = []
    var found = 0
    for piece in part.split(separator: UInt8(ascii: ",")) {
      let tokens = piece.split(separator: Byte.space).map { String(Substring($0)) }
      guard let middle = tokens.firstIndex(of: "as") else {
        spellings.append(tokens.joined(separator: " "))
        continue
      }
      guard middle > 0, middle < tokens.count - 1 else { return nil }
      spellings.append(tokens[..<middle].joined(separator: " "))
      let spoken = tokens[(middle + 1)...].joined(separator: " ")
      words += spellings.filter { !$0.isEmpty }.map { Respelling(word: $0, spoken: spoken) }
      spellings = []
      found += 1
    }
    if found == 0 || !spellings.isEmpty { return nil }
  }
  return words.isEmpty ? nil : words
}
