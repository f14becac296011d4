/// Why a file can't be imported.
public enum ImportProblem: Error, Hashable, Sendable {
  /// Nothing in it but spaces.
  case empty
  /// A file that is no text, by what it is and what to do with it.
  case notText(kind: String, advice: String)
  /// More than a practice can hold, in bytes.
  case tooLarge(bytes: Int)
  /// A file that says what it is and can't be read as that.
  case damaged(kind: String, reason: String)
  /// A library that reads the notation is missing.
  case libraryMissing(kind: String, package: String)
  /// There are words, but none of them is spoken.
  case nothingSpoken
  /// Words that would be in no part of the practice: a mistake of this program.
  case wordsLost([String])

  /// What to tell a person, with the file's name in front.
  public func sentence(for file: String) -> String {
    switch self {
    case .empty: "\(file) is empty."
    case .notText(let kind, let advice): "\(file) is \(kind). \(advice)"
    case .tooLarge(let bytes):
      "\(file) has \(bytes >> 10) KiB of script, and a practice can have 1,024 KiB. Split it, and"
        + " import its parts."
    case .damaged(let kind, let reason):
      "\(file) looks like \(kind), but can't be read as that: \(reason)."
    case .libraryMissing(let kind, let package):
      "\(file) is \(kind), and the library that reads it is missing."
        + " Install it with: sudo apt-get install \(package)"
    case .nothingSpoken:
      "Nothing in \(file) is spoken: it has only headings and notes. Check that it is the script."
    case .wordsLost(let words):
      "Importing \(file) would lose words: \(words.prefix(5).joined(separator: ", ")). Please"
        + " report this, with the file."
    }
  }
}
