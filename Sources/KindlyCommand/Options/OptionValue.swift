import ArgumentParser
import KindlyBase
import KindlyMessages

/// The value of an option, read in one place wherever the option is offered.
///
/// What can't be used is told by ArgumentParser in one sentence: it names the option and what was
/// given, and goes on with `advice`.
protocol OptionValue: ExpressibleByArgument {
  /// What can be given: `a time such as 20m`.
  static var possible: Message { get }
  /// What to do about a text that can't be used; ends the sentence.
  static func advice(for text: String) -> Message
  /// What is wrong with a text, in English, where there is more to say than what can be given.
  static func detail(of text: String) -> String?
  /// The value as it is shown in help, where it is a default.
  var shown: String { get }
}

extension OptionValue {
  static func advice(for text: String) -> Message { .useThis(possible) }

  static func detail(of text: String) -> String? { nil }

  /// The end of the sentence about a text that can't be used, in the listener's language.
  static func ending(for text: String) -> String {
    if Interface.language == .english, let detail = detail(of: text) { return detail }
    return advice(for: text).text(in: Interface.language)
  }

  var shown: String { "" }

  fileprivate static func read(_ text: String) throws -> Self {
    guard let value = Self(argument: text) else { throw UnusableValue(advice: ending(for: text)) }
    return value
  }
}

/// Why a text is no value of an option, for ArgumentParser to print behind its own words.
private struct UnusableValue: Error, CustomStringConvertible {
  let advice: String
  var description: String { advice }
}

extension Option {
  /// An option that need not be given.
  init<Kind: OptionValue>(
    name: NameSpecification = .long, parsing: SingleValueParsingStrategy = .next,
    help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) where Value == Kind? {
    self.init(
      name: name, parsing: parsing, help: help, completion: completion,
      transform: { try Kind.read($0) })
  }

  /// An option that can be given several times.
  init<Kind: OptionValue>(
    wrappedValue: [Kind], name: NameSpecification = .long, help: ArgumentHelp? = nil,
    completion: CompletionKind? = nil
  ) where Value == [Kind] {
    self.init(
      wrappedValue: wrappedValue, name: name, help: help, completion: completion,
      transform: { try Kind.read($0) })
  }
}

extension Option where Value: OptionValue {
  /// An option with a value of its own unless one is given; the help shows it.
  init(
    wrappedValue: Value, name: NameSpecification = .long,
    parsing: SingleValueParsingStrategy = .next, help: ArgumentHelp? = nil,
    completion: CompletionKind? = nil
  ) {
    var help = help ?? ""
    if !wrappedValue.shown.isEmpty { help.abstract += " (default: \(wrappedValue.shown))" }
    self.init(
      wrappedValue: wrappedValue, name: name, parsing: parsing, help: help, completion: completion,
      transform: { try Value.read($0) })
  }

  /// An option that has to be given.
  init(
    name: NameSpecification = .long, parsing: SingleValueParsingStrategy = .next,
    help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) {
    self.init(
      name: name, parsing: parsing, help: help, completion: completion,
      transform: { try Value.read($0) })
  }
}
