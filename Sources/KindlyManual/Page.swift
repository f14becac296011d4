import KindlyConsole
import Foundation
import KindlyLanguage
import KindlyMessages

/// One page of the manual on its way from a draft to Markdown.
///
/// A draft is Markdown in which a line that begins with `@` stands for something that is known
/// elsewhere:
/// - `@shared TITLE: play, check` for the options that these commands have in common,
/// - `@command play` for a command, its own options and the commands below it,
/// - `@everywhere` for the options of every command,
/// - `@keys` for the keys while playing,
/// - `@guide` or `@guide CHAPTER` for the guide of `kindly help language`,
/// - `@section PATH: HEADING` or `@section PATH` for a part of the documentation.
struct Page {
  let program: Command
  let package: URL
  private var text = CommandText()
  private var described: Set<String> = []

  init(program: Command, package: URL) {
    self.program = program
    self.package = package
  }

  /// The page.
  /// - Throws: `Mistake` where the draft names what is not there, or names some commands and not
  ///   all of them.
  mutating func text(from draft: String) throws -> String {
    var lines: [String] = []
    for line in draft.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(line.hasPrefix("@") ? try standIn(for: line.dropFirst()) : String(line))
    }
    let missing = program.shown.map(\.commandName).filter { !described.contains($0) }
    guard described.isEmpty || missing.isEmpty else {
      throw Mistake("\(missing.listed): no @command line describes it.")
    }
    return lines.joined(separator: "\n")
  }

  private mutating func standIn(for line: Substring) throws -> String {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    let subject = words.count > 1 ? words[1] : ""
    switch words.first {
    case "shared": return try shared(subject)
    case "command": return try command(subject)
    case "everywhere": return everywhere()
    case "keys": return keys()
    case "guide": return try guide(subject)
    case "section": return try section(subject)
    default: throw Mistake("I don't understand @\(line).")
    }
  }

  private mutating func shared(_ subject: String) throws -> String {
    let (title, names) = try pair(subject)
    let commands = try names.split(separator: ",").map { try find($0.trimmed(of: " ")) }
    let known = Set(text.shared.flatMap(\.options))
    let options = (commands.first?.ownArguments ?? []).filter { option in
      option.kind != .positional && !known.contains(option)
        && commands.allSatisfy { $0.ownArguments.contains(option) }
    }
    guard !options.isEmpty else { throw Mistake("\(names) have no option in common.") }
    let group = CommandText.Shared(title: title, options: options)
    text.shared.append(group)
    let users = program.shown.filter { group.isUsed(by: $0) }.map(\.commandName)
    return text.section(group, users: users)
  }

  private mutating func command(_ name: String) throws -> String {
    described.insert(name)
    return text.section(try find(name), after: program.commandName)
  }

  private func everywhere() -> String {
    text.definitions(program.arguments ?? [])
  }

  private func keys() -> String {
    Request.keys.map {
      "`\($0.key.text(in: .english))`\n\n:   \($0.does.text(in: .english))\n"
    }.joined(separator: "\n")
  }

  private func guide(_ title: String) throws -> String {
    let chapters = Guide.chapters.filter { title.isEmpty || $0.title == title }
    guard !chapters.isEmpty else { throw Mistake("The guide has no chapter \(title).") }
    return chapters.map { chapter in
      let parts = chapter.parts.map { part in
        switch part {
        case .text(let words): words.plainMarkdown
        case .example(let example, _): "```\n\(example)\n```"
        }
      }
      let heading = title.isEmpty ? ["# " + chapter.title.uppercased()] : []
      return (heading + parts).joined(separator: "\n\n")
    }.joined(separator: "\n\n")
  }

  private func section(_ subject: String) throws -> String {
    let (path, heading) = subject.contains(":") ? try pair(subject) : (subject, nil)
    let file = try String(contentsOf: package.appending(path: path), encoding: .utf8)
    guard let section = file.markdownSection(heading) else {
      throw Mistake("\(path) has no heading \(heading ?? "").")
    }
    return section
  }

  private func find(_ name: String) throws -> Command {
    guard let command = program.shown.first(where: { $0.commandName == name }) else {
      throw Mistake("The program has no command \(name).")
    }
    return command
  }

  private func pair(_ text: String) throws -> (String, String) {
    guard let colon = text.firstIndex(of: ":") else { throw Mistake("\(text) has no colon.") }
    return (String(text[..<colon]), text[text.index(after: colon)...].trimmed(of: " "))
  }
}
