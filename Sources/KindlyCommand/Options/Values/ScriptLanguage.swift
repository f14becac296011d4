import ArgumentParser
import KindlyMessages

/// The language of a text: `--language de`.
struct ScriptLanguage: OptionValue {
  /// A BCP 47 tag.
  let tag: String

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    let isTag =
      (2...3).contains(parts[0].utf8.count) && parts[0].allSatisfy { $0.isASCII && $0.isLetter }
      && parts.dropFirst().allSatisfy { part in
        (1...8).contains(part.utf8.count)
          && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
    guard isTag else { return nil }
    tag = argument
  }

  static let possible = Message.aLanguageTag
}
