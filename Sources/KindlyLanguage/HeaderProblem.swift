/// Mistakes in `Key: value` lines.
enum HeaderProblem: Problem {
  /// A key nobody knows; `nearest` is one that differs by a slip.
  /// Where the file is of use without the line, it is a warning.
  case unknownKey(String, nearest: String?, known: [String], isWarning: Bool = false)
  /// A key known under another name, such as `Duration` for `Length`.
  case otherName(String, right: String, isWarning: Bool = false)
  /// A line without a colon among `Key: value` lines.
  case noColon(example: String, beforeScript: Bool = false)
  /// A key given before.
  case twice(key: String, firstLine: Int)
  /// Nothing after the colon.
  case noValue(key: String)
  /// A value that is not one of a few words.
  case notOneOf(key: String, seen: String, choices: [String])
  /// A value that is not a number.
  case notNumber(key: String, seen: String, example: String)
  /// A number outside what makes sense.
  case outOfRange(key: String, seen: String, low: String, high: String)
  /// A key this kind of file must have.
  case missing(key: String, example: String)
  /// A value of some form, with an example of it.
  case unreadable(key: String, seen: String, example: String)
}

extension HeaderProblem {
  var words: Words {
    switch self {
    case .unknownKey(let key, let nearest, let known, let isWarning):
      Words(
        code: .unknownKey, severity: isWarning ? .warning : .error, title: "unknown key",
        message: "I don't know the key \"\(key)\".",
        hint: nearest.map { "Did you mean \"\($0)\"?" }
          ?? "The keys here are \(listing(known)).",
        replacement: nearest)
    case .otherName(let key, let right, let isWarning):
      Words(
        code: .unknownKey, severity: isWarning ? .warning : .error, title: "unknown key",
        message: "\"\(key)\" is not a key here.",
        hint: "Write \"\(right)\" instead.", replacement: right)
    case .noColon(let example, let beforeScript):
      Words(
        code: .noColon, title: "no colon", message: "This line is not of the form \"Key: value\".",
        hint: beforeScript
          ? "If the script begins here, leave a blank line above it."
          : "Start it with a key and a colon, such as \"\(example): …\".")
    case .twice(let key, let line):
      Words(
        code: .keyTwice, title: "key given twice",
        message: "\"\(key)\" was already given in line \(line).", hint: "Keep one of the two lines."
      )
    case .noValue(let key):
      Words(
        code: .emptyValue, title: "empty value", message: "Nothing follows \"\(key):\".",
        hint: "Write a value after the colon, or remove the line.")
    case .notOneOf(let key, let seen, let choices):
      Words(
        code: .unreadableValue, title: "unreadable value",
        message: "\"\(seen)\" is not a value of \"\(key)\".",
        hint: nearest(to: seen, in: choices).map { "Did you mean \"\($0)\"?" }
          ?? "Write \(listing(choices, last: "or")).",
        replacement: nearest(to: seen, in: choices))
    case .notNumber(let key, let seen, let example):
      Words(
        code: .unreadableValue, title: "unreadable value",
        message: "\"\(seen)\" is not a number for \"\(key)\".",
        hint: "Write it like this: \(example).")
    case .outOfRange(let key, let seen, let low, let high):
      Words(
        code: .outOfRange, title: "out of range",
        message: "\"\(key)\" is \(seen), which is outside of \(low) to \(high).",
        hint: "Choose a value from \(low) to \(high).")
    case .missing(let key, let example):
      Words(
        code: .missingKey, title: "missing key", message: "This file has no \"\(key)\".",
        hint: "Add a line such as \"\(key): \(example)\".")
    case .unreadable(let key, let seen, let example):
      Words(
        code: .unreadableValue, title: "unreadable value",
        message: "I can't read \"\(seen)\" as \"\(key)\".",
        hint: "Write it like this: \"\(key): \(example)\".")
    }
  }
}

/// `a, b and c`.
func listing(_ names: [String], last: String = "and") -> String {
  guard let final = names.last, names.count > 1 else { return names.joined() }
  return names.dropLast().joined(separator: ", ") + " \(last) \(final)"
}
