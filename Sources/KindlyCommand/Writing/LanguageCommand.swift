import ArgumentParser
import KindlyLanguage

/// `kindly help language`: everything that can be written in a practice.
struct LanguageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language", abstract: "Show everything you can write in a practice.")

  func run() { Printer.result(Guide.plain) }

  /// The words of the command line; `help language` is this command and not a page about it.
  static func arguments(for words: [String]) -> [String] {
    words.dropFirst().elementsEqual(["help", "language"]) ? ["language"] : Array(words.dropFirst())
  }
}
