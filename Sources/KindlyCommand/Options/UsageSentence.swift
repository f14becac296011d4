import KindlyBase
import KindlyMessages

/// What ArgumentParser says about words of the command line that it can't use, in another language.
///
/// It has English sentences and gives nothing but those, so each kind is known by its words; a sentence of
/// a kind that is not known stays English.
enum UsageSentence {
  /// What was wrong, how the command is used, and where there is more. A line of the help, which is
  /// English, is left out.
  static func text(of english: String, in language: InterfaceLanguage) -> String {
    guard language != .english else { return english }
    let lines = english.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.filter { !$0.hasPrefix("Help:") }.map { line in
      let room = line.prefix { $0 == " " }
      let message = message(of: String(line.dropFirst(room.count)))
      return String(room) + (message?.text(in: language) ?? String(line.dropFirst(room.count)))
    }.joined(separator: "\n")
  }

  /// A line of English as a message of the catalogue.
  private static func message(of line: String) -> Message? {
    if let words = line.parts("Unknown option '", "'. Did you mean '", "'?") {
      return .unknownOption(words[0], near: words[1])
    }
    if let words = line.parts("Unknown option '", "'") { return .unknownOption(words[0]) }
    if let words = line.parts("Missing value for '", "'") { return .optionLacksValue(words[0]) }
    if let words = line.parts(
      "The option '", "' does not take any value, but '", "' was specified.")
    {
      return .optionTakesNoValue(words[0], words[1])
    }
    if let words = line.parts("Unexpected argument '", "'") { return .unexpectedWord(words[0]) }
    if let words = line.parts("", " unexpected arguments: '", "'") {
      return .unexpectedWords(words[1])
    }
    if let words = line.parts("Missing expected argument '", "'") {
      return .argumentIsMissing(words[0])
    }
    if let words = line.parts("The value '", "' is invalid for '", "': ", "") {
      return .valueIsUnfit(words[0], words[1], words[2])
    }
    if let words = line.parts("The value '", "' is invalid for '", "'") {
      return .valueIsUnfit(words[0], words[1])
    }
    if let words = line.parts(
      "Value to be set with flag '", "' had already been set with flag '", "'")
    {
      return .flagsExclude(words[0], words[1])
    }
    if let words = line.parts("Usage: ", "") { return .howItIsUsed(words[0]) }
    return line.parts("See '", "' for more information.").map { .moreHelp($0[0]) }
  }
}

extension String {
  /// What stands between these marks, of which the first begins and the last ends it; nil if they are
  /// not there in this order.
  fileprivate func parts(_ marks: String...) -> [String]? {
    guard let first = marks.first, let last = marks.last, hasPrefix(first), hasSuffix(last) else {
      return nil
    }
    var rest = Array(unicodeScalars)[...].dropFirst(first.unicodeScalars.count)
    var parts: [String] = []
    for mark in marks.dropFirst().dropLast().map({ Array($0.unicodeScalars) }) {
      let place = rest.indices.first { rest[$0...].starts(with: mark) }
      guard let place else { return nil }
      parts.append(String(String.UnicodeScalarView(rest[..<place])))
      rest = rest[place...].dropFirst(mark.count)
    }
    guard rest.count >= last.unicodeScalars.count else { return nil }
    parts.append(
      String(String.UnicodeScalarView(rest.dropLast(last.unicodeScalars.count))))
    return parts
  }
}
