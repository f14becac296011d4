import Foundation
import Testing

/// The pages of the manual as Markdown, written from the built program.
struct ManualPages {
  /// Page names such as `kindly.1`, and their texts.
  let pages: [String: String]
  /// What the program says of itself: each command and its options as they are typed.
  let options: [(command: String, options: [String])]

  init() throws {
    let outcome = try Self.write { $0 }
    try #require(outcome.code == 0, "\(outcome.errors)")
    pages = outcome.pages
    options = Self.options(of: try Self.help().command, after: "")
  }

  /// Writes the pages from a program that has other commands than ours.
  static func write(
    _ change: ([[String: Any]]) -> [[String: Any]]
  ) throws -> (code: Int32, errors: String, pages: [String: String]) {
    let program = try Program()
    var (whole, command) = try help()
    command["subcommands"] = change(command["subcommands"] as? [[String: Any]] ?? [])
    whole["command"] = command
    let input = String(decoding: try JSONSerialization.data(withJSONObject: whole), as: UTF8.self)
    let writer = URL(filePath: Program.path).deletingLastPathComponent().path + "/manual"
    let outcome = try program.start(writer, [package.path, "pages"], input: input).outcome()
    var pages: [String: String] = [:]
    let folder = URL(filePath: program.folder + "/pages")
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      pages[String(name.dropLast(3))] = text
    }
    return (outcome.code, outcome.errors, pages)
  }

  /// Where `kindly.1` tells of a command: its own place, and those of options it shares with others.
  func places(of command: String) throws -> [String] {
    let page = try #require(pages["kindly.1"])
    let name = command.split(separator: " ", maxSplits: 1).last ?? ""
    let places = page.split(separator: /\n(?=`kindly |#)/).map(String.init)
    let own = places.filter { $0.hasPrefix("`\(command)`") || $0.hasPrefix("## \(command)\n") }
    let shared = places.filter { place in
      place.hasPrefix("# OPTIONS OF EVERY COMMAND")
        || place.split(separator: "\n").contains {
          $0.hasPrefix("Understood by ") && $0.contains("`\(name)`")
        }
    }
    return own.isEmpty && command.contains(" ") ? [] : own + shared
  }

  /// The terms that a section of `kindly.1` explains, in order.
  func terms(of section: String) throws -> [String] {
    let page = try #require(pages["kindly.1"])
    let start = try #require(page.range(of: "# \(section)\n")).upperBound
    let rest = page[start...]
    let end = rest.range(of: "\n# ")?.lowerBound ?? rest.endIndex
    let lines = rest[..<end].components(separatedBy: "\n")
    let terms = lines.indices.dropLast(2).filter { lines[$0 + 2].hasPrefix(":   ") }
    return terms.flatMap { lines[$0].components(separatedBy: ", ") }
      .map { $0.trimmingCharacters(in: ["`"]) }
  }

  /// Options in a text, where it speaks of our program.
  static func options(in page: String) -> [String] {
    page.split(separator: "\n").flatMap { line -> [String] in
      // Of the code, only what follows the program's name is its own.
      let isCode = !line.contains("`")
      let own = isCode ? line.components(separatedBy: "kindly ").dropFirst().joined() : String(line)
      return own.matches(of: /(?<![\w-])--[a-z][a-z-]*/).map { String($0.output) }
    }
  }

  /// Variables of the environment that the sources read: names in capitals where one is read.
  static func variables() throws -> Set<String> {
    let sources = package.appending(path: "Sources")
    let names = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String }
    var variables: Set<String> = []
    for name in names ?? [] where name.hasSuffix(".swift") && !name.hasPrefix("Manual/") {
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      guard text.contains("getenv(") else { continue }
      variables.formUnion(text.matches(of: /"([A-Z][A-Z_]+)"/).map { String($0.output.1) })
    }
    return variables
  }

  private static var package: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  private static func help() throws -> (whole: [String: Any], command: [String: Any]) {
    let text = try Program().run("--experimental-dump-help").output
    let whole = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    return (whole, try #require(whole["command"] as? [String: Any]))
  }

  private static func options(
    of command: [String: Any], after words: String
  ) -> [(command: String, options: [String])] {
    let name = words + (command["commandName"] as? String ?? "")
    let below = (command["subcommands"] as? [[String: Any]] ?? [])
      .filter { $0["shouldDisplay"] as? Bool == true && $0["commandName"] as? String != "help" }
    let options = (command["arguments"] as? [[String: Any]] ?? [])
      .filter { $0["shouldDisplay"] as? Bool == true }
      .flatMap { $0["names"] as? [[String: String]] ?? [] }
      .map { ($0["kind"] == "long" ? "--" : "-") + ($0["name"] ?? "") }
    return [(name, options)] + below.flatMap { Self.options(of: $0, after: name + " ") }
  }
}
