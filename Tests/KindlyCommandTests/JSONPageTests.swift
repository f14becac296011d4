import Foundation
import Testing

/// Every output that `json.md` describes has the members it describes, of the types it says.
@Suite(.besideOthers) struct JSONPageTests {
  /// A command of the page and its table: members with the types they may have.
  struct Section: Sendable, CustomTestStringConvertible {
    let command: String
    let members: [(path: String, types: Set<String>)]
    var testDescription: String { command }
  }

  static let sections: [Section] = {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Documentation/json.md")
    let page = (try? String(decoding: Data(contentsOf: url), as: UTF8.self)) ?? ""
    return page.components(separatedBy: "\n## kindly ").dropFirst().map { part in
      let lines = part.split(separator: "\n").map(String.init)
      let rows = lines.filter { $0.hasPrefix("| `") }.map { line in
        line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      }
      return Section(
        command: lines.first ?? "",
        members: rows.map { row in
          (
            row[0].trimmingCharacters(in: CharacterSet(charactersIn: "`")),
            Set(row[1].components(separatedBy: " or "))
          )
        })
    }
  }()

  @Test func `the page has a section for each command`() { #expect(Self.sections.count == 7) }

  @Test(arguments: sections)
  func `the output of a command is as the page says`(section: Section) throws {
    let program = try Program()
    try program.write("Bell: none\n\nRest <b>now</b>.\n[bel]\n", to: "bad.practice")
    try program.write(
      "# One\n[bell woodblock]\nStay.\n> May I be well.\n[breathe 1 time]\n[~2s]\n",
      to: "all.practice")
    _ = try program.run("journal", "--add", "A", "--length", "5m")
    var words = section.command.split(separator: " ").map(String.init)
    if words[0] == "check" { words += ["bad.practice", "all.practice"] }
    if words[0] == "timeline" { words.append("all.practice") }
    let output = try program.start(Program.path, words).outcome().output
    var seen: [String: Set<String>] = [:]
    Self.note(try JSONSerialization.jsonObject(with: Data(output.utf8)), at: "", in: &seen)
    #expect(!section.members.isEmpty)
    for (path, types) in section.members {
      let found = seen[path] ?? []
      #expect(!found.isEmpty && found.isSubset(of: types), "\(path): \(found)")
    }
  }

  /// The types of every member, by its path.
  private static func note(_ value: Any, at path: String, in seen: inout [String: Set<String>]) {
    switch value {
    case let object as [String: Any]:
      for (name, value) in object {
        note(value, at: path.isEmpty ? name : path + "." + name, in: &seen)
      }
    case let array as [Any]:
      for value in array { note(value, at: path + "[]", in: &seen) }
    case is NSNull: seen[path, default: []].insert("null")
    case is String: seen[path, default: []].insert("string")
    case let number as NSNumber:
      let isBoolean = ["c", "B"].contains(String(cString: number.objCType))
      seen[path, default: []].insert(isBoolean ? "boolean" : "number")
    default: Issue.record("\(path) is \(value)")
    }
  }
}
