import ArgumentParser
import Glibc
import KindlyBase
import KindlyLanguage
import KindlyLibrary
import KindlyMessages

/// The language the program speaks: asked for by `--interface`, or in the profile, or the system's.
/// What it can't speak is English.
enum Interface {
  /// Known from the start of the program on.
  static let language: InterfaceLanguage = {
    if let asked = asked(by: CommandLine.arguments) { return language(of: asked) }
    if let own = ownLanguage { return language(of: own) }
    return InterfaceLanguage(system: { name in getenv(name).map { String(cString: $0) } })
  }()

  /// The words of the command line with `--interface` before all others, where the program reads it
  /// for every command.
  static func first(in words: [String]) -> [String] {
    guard let place = place(in: words) else { return words }
    var rest = words
    rest.removeSubrange(place.range)
    return ["--interface", place.value] + rest
  }

  private static func asked(by words: [String]) -> String? { place(in: words)?.value }

  private static func language(of tag: String) -> InterfaceLanguage {
    InterfaceLanguage(tag: tag) ?? .english
  }

  /// `--interface de` or `--interface=de`; what stands after `--` is no option.
  private static func place(in words: [String]) -> (range: Range<Int>, value: String)? {
    let options = words.prefix { $0 != "--" }
    for (index, word) in options.enumerated() {
      if word.hasPrefix("--interface=") {
        return (index..<index + 1, String(word.dropFirst("--interface=".count)))
      }
      if word == "--interface", index + 1 < options.count {
        return (index..<index + 2, words[index + 1])
      }
    }
    return nil
  }

  /// What the listener's profile says; a profile that can't be read is told where it is needed.
  private static var ownLanguage: String? {
    guard let folders = try? Folders.ofEnvironment(),
      let reading = try? ProfileFile(in: folders).reading()
    else { return nil }
    return reading.tree.interface?.value
  }
}

/// A language that is asked for: `de`, `es-MX`.
struct LanguageTag: OptionValue {
  /// As it was given.
  let tag: String

  init?(argument: String) {
    let parts = argument.split(whereSeparator: { "-_".contains($0) })
    guard let first = parts.first, (2...3).contains(first.count), argument.count <= 35,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } })
    else { return nil }
    tag = argument
  }

  static let possible = Message.anInterfaceLanguage
}
