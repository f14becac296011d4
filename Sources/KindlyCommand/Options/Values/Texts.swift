import ArgumentParser
import KindlyCompiler
import KindlyLanguage
import KindlyMessages
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

  static let possible = Message.aNameAndValue
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

  static let possible = Message.somebody

  static func detail(of text: String) -> String? {
    do throws(UnreadableWords) {
      _ = try Recipient.pair(words: text)
      return nil
    } catch {
      return error.detail
    }
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

  static let possible = Message.aStart
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

  static var possible: Message {
    .oneOf(Explanation.everything.map(\.code).sorted().joined(separator: ", "))
  }

  static func advice(for text: String) -> Message {
    nearest(to: text, in: Explanation.everything.map(\.code)).map { .meantThis($0) }
      ?? .useThis(possible)
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

  static let possible = Message.aWebAddress
}
