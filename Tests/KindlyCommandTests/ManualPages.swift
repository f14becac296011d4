import Foundation
import Testing

/// The pages of the manual as Markdown, written from the built program.
struct ManualPages {
  /// Page names such as `kindly.1`, and their texts.
  let pages: [String: String]
  /// What the program says of itself: each command and its options as they are typed.
  let options: [(command: String, options: [String])]

  /// The pages, written once for all tests.
  static let written = Result { try ManualPages() }

  private init() throws {
    let outcome = try Self.write { $0 }
    try #require(outcome.code == 0, "\(outcome.errors)")
    pages = outcome.pages
    let told = try JSONSerialization.data(withJSONObject: try Self.help().command)
    options = try JSONDecoder().decode(Told.self, from: told).options(after: "")
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
    let writer = URL(filePath: Program.path).deletingLastPathComponent().path + "/KindlyManual"
    let outcome = try program.start(writer, [package.path, "pages"], input: input).outcome()
    var pages: [String: String] = [:]
    let folder = URL(filePath: program.folder + "/pages")
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      pages[String(name.dropLast(3))] = text
    }
    return (outcome.code, outcome.errors, pages)
  }

  /// What `kindly.1` explains of a command, as it is typed: in the command's own place, and where it
  /// has options in common with others. Empty where the page does not know it.
  func entries(of command: String) throws -> Set<String> {
    let page = try #require(pages["kindly.1"])
    let name = command.split(separator: " ").dropFirst().joined(separator: " ")
    let places = page.split(separator: /\n(?=`kindly |#)/).map(String.init)
    let own = places.filter { $0.hasPrefix("`\(command)`") || $0.hasPrefix("## \(command)\n") }
    let shared = places.filter { place in
      place.hasPrefix("# OPTIONS OF EVERY COMMAND")
        || place.split(separator: "\n").contains {
          $0.hasPrefix("Understood by ") && $0.contains("`\(name)`")
        }
    }
    guard !own.isEmpty || name.isEmpty else { return [] }
    let lines = (own + shared).flatMap { $0.split(separator: "\n") }
    let terms = lines.map { $0.trimmingCharacters(in: [" "]) }.filter { $0.hasPrefix("`") }
    return Set(terms.flatMap { $0.matches(of: /(?:^|, )`([^`]+)`/).map { String($0.output.1) } })
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
      return own.matches(of: /(^|[^\w-])(--[a-z][a-z-]*)/).map { String($0.output.2) }
    }
  }

  /// Variables of the environment that the sources read: names in capitals where one is read.
  static func variables() throws -> Set<String> {
    let sources = package.appending(path: "Sources")
    let names = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String }
    var variables: Set<String> = []
    for name in names ?? [] where name.hasSuffix(".swift") && !name.hasPrefix("KindlyManual/") {
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      guard text.contains("getenv(") else { continue }
      variables.formUnion(text.matches(of: /"([A-Z][A-Z_]+)"/).map { String($0.output.1) })
    }
    // The end of a name that the system completes is no variable.
    return variables.subtracting(["XXXXXX"])
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

  /// A command as the program tells of it.
  private struct Told: Decodable {
    var commandName: String
    var shouldDisplay: Bool
    var arguments: [Argument]?
    var subcommands: [Told]?

    struct Argument: Decodable {
      var names: [Name]?
      var shouldDisplay: Bool
    }

    struct Name: Decodable {
      var kind: String
      var name: String
    }

    /// It and those below it, each with its options.
    func options(after words: String) -> [(command: String, options: [String])] {
      let name = words + commandName
      let names = (arguments ?? []).filter(\.shouldDisplay).flatMap { $0.names ?? [] }
      let below = (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
      return [(name, names.map { ($0.kind == "long" ? "--" : "-") + $0.name })]
        + below.flatMap { $0.options(after: name + " ") }
    }
  }
}
