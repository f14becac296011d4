import ArgumentParser
import KindlyCompiler
import KindlyLanguage
import KindlyTimeline

/// A value for a `{name}` of a practice: `--set place=home`.
struct NamedValue: OptionValue {
  /// In lower case, as practices look for it.
  let name: String
  /// What is spoken.
  let value: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
      return nil
    }
    name = argument[..<equals].lowercased()
    value = String(argument[argument.index(after: equals)...])
  }

  static let possible = "a name and its value, such as place=home"
}

/// Whom wishes are directed at, as `[toward …]` takes them: `--toward "Maya, she"`.
struct AskedRecipients: OptionValue {
  /// One recipient or a pair.
  let recipients: [Recipient]
  /// As it was given.
  let text: String

  init?(argument: String) {
    guard let recipients = try? Recipient.pair(words: argument) else { return nil }
    self.recipients = recipients
    text = argument
  }

  static let possible = "somebody such as friend, all or \"Maya, she\""

  static func advice(for text: String) -> String {
    do throws(UnreadableWords) {
      _ = try Recipient.pair(words: text)
    } catch {
      if let told = error.detail { return told }
    }
    return "use \(possible)."
  }
}

/// Where a session begins when it does not begin at its beginning: `--from 3:20`, `--from Arriving`.
struct StartPlace: OptionValue {
  /// A clock time or a section's name; which sections there are is known when it is composed.
  let text: String

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    text = argument
  }

  static let possible = "a time such as 3:20 or the name of a section"
}

/// The code of a problem: `--explain unknown-cue`.
struct ExplainedCode: OptionValue {
  /// What is known about it.
  let page: Explanation

  init?(argument: String) {
    let known = Explanation.everything.first { $0.code == argument }
    guard let known else { return nil }
    page = known
  }

  static var possible: String {
    Explanation.everything.map(\.code).sorted().joined(separator: ", ")
  }

  static func advice(for text: String) -> String {
    nearest(to: text, in: Explanation.everything.map(\.code)).map { "did you mean \($0)?" }
      ?? "use one of \(possible)."
  }
}

/// The address of a folder on the web: `--base-url https://example.org/sitting/`.
struct WebAddress: OptionValue {
  /// The address as it was given.
  let text: String

  init?(argument: String) {
    guard argument.hasPrefix("https://") || argument.hasPrefix("http://"),
      !argument.contains(where: \.isWhitespace)
    else { return nil }
    text = argument
  }

  static let possible = "a web address such as https://example.org/sitting/"
}
