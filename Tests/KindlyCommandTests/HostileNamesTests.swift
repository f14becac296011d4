import Foundation
import KindlyLanguage
import Testing

/// Names that a terminal would obey, given wherever the program takes a name or a value.
@Suite struct HostileNamesTests {
  /// Sets a terminal's title, turns the direction of writing, hides a mark, turns letters red.
  static let name = "\u{1B}]0;owned\u{7}\u{202E}a\u{200B}\u{9B}31m"

  /// A command of the program, as it tells them itself.
  private struct Command: Decodable {
    var commandName: String
    var subcommands: [Command]?
    var arguments: [Argument]?

    struct Argument: Decodable {
      var kind: String
      var isOptional: Bool
      var names: [Name]?
    }

    struct Name: Decodable {
      var kind: String
      var name: String
    }

    /// Every way to call it and what is below it with a hostile value in one place.
    func calls(after path: [String] = []) -> [[String]] {
      let arguments = arguments ?? []
      let wanted = arguments.filter { $0.kind == "positional" && !$0.isOptional }
      let call = path + wanted.map { _ in HostileNamesTests.name }
      let options = arguments.filter { $0.kind == "option" }.compactMap(\.names?.first)
      var calls = [call, path + ["--" + HostileNamesTests.name], path + [HostileNamesTests.name]]
      for option in options {
        let dashes = option.kind == "short" ? "-" : "--"
        calls.append(call + [dashes + option.name, HostileNamesTests.name])
      }
      for command in subcommands ?? [] where command.commandName != "help" {
        calls += command.calls(after: path + [command.commandName])
      }
      return calls
    }
  }

  private struct Listing: Decodable { var command: Command }

  @Test func `whatever is given to any command reaches a terminal visibly`() throws {
    let program = try Program()
    program.environment["EDITOR"] = "true"
    let listed = try program.run("--experimental-dump-help").output
    let listing = try JSONDecoder().decode(Listing.self, from: Data(listed.utf8))
    let calls = listing.command.calls()
    #expect(calls.count > 150)
    // The examination has every voice speak; one call of it says all there is. The studio serves its
    // page until it is ended, so only options that it refuses are given to it; a device is looked for
    // when something is to be played on it.
    for call in calls
    where call.first != "doctor" && !call.starts(with: ["studio", "--device"])
      && (call.first != "studio" || call.last?.first == "-" || call.count > 2)
    {
      try expectVisible(program.start(Program.path, call).outcome(), call)
    }
  }

  @Test func `whatever a file is called or says reaches a terminal visibly`() throws {
    let program = try Program()
    let name = Self.name
    let texts = [
      "\(name).practice": "Title: \(name)\nBell: none\n\nBe \(name) well. [chmie \(name)]\n",
      "good.practice": "Title: A\\u{1}\nBell: none\n\n# Now\n\nBe well. [1s]\n",
      ".local/share/kindly/Sessions/\(name).practice": "Title: \(name)\n\nBe well.\n",
      ".local/share/kindly/Sessions/Courses/\(name).course": "Title: \(name)\n",
      ".local/share/kindly/Sessions/Phrases/\(name).phrases": "Summary: \(name)\n\n\(name)\n",
      ".local/share/kindly/Voices/Narrators/\(name).voice": "Name: \(name)\n",
      ".local/share/kindly/Voices/Bells/\(name).bell": "Name: \(name)\n",
      ".config/kindly/me.profile": "Name: \(name)\nCalled: \(name)\n",
    ]
    for (path, text) in texts { try program.write(text, to: path) }
    let path = "./\(name).practice"
    let calls = [
      ["check", path], ["check", "--json", path], ["timeline", path], ["timeline", "--json", path],
      ["format", path], ["record-list", path], ["import", path], ["import", path, "-o", name],
      ["play", path], ["render", path, "-o", name + ".wav"], ["render", path, "--out-dir", name],
      ["list"], ["list", "--json"], ["voices"], ["bells"], ["phrases"], ["course", name], ["today"],
      ["bells", "show", name], ["bells", "ring", name], ["voices", "try", name], ["feed", "."],
      ["timeline", "good", "--set", "place=" + name], ["phrases", "show"], ["cache"], ["doctor"],
      ["timeline", "metta", "--toward", name], ["feed", ".", "--base-url", "https://a.b/" + name],
      ["journal", "--add", name, "--length", "20m"], ["journal"], ["journal", "--export", "json"],
    ]
    for call in calls { try expectVisible(program.start(Program.path, call).outcome(), call) }
  }

  /// Nothing of what was written would be obeyed by a terminal.
  private func expectVisible(_ outcome: Program.Outcome, _ call: [String]) {
    for text in [outcome.output, outcome.errors] {
      let raw = text.split(whereSeparator: { $0 == "\n" || $0 == "\t" }).first {
        visible(String($0)) != $0
      }
      #expect(raw == nil, "\(call.map { visible($0) }): \(visible(String(raw ?? "")))")
    }
  }
}
