import KindlyLanguage
import Testing

@testable import KindlyClients

@Suite struct ClientTableTests {
  private func table(_ text: String) throws(TableProblems) -> ClientTable {
    try ClientTable(Array(text.utf8), in: "/practice")
  }

  private func problems(_ text: String) -> [String] {
    do throws(TableProblems) {
      return TableProblems(try table(text).problems).all.map(\.sentence)
    } catch {
      return error.all.map(\.sentence)
    }
  }

  @Test func `every column is read, and an empty cell is as usual`() throws {
    let table = try table(
      """
      \u{FEFF}ID;Name;Pronoun;length;voice;bell;background;phrases;wishes;toward;language;place;{season}
      001;Mira;she;12,5 min;warm;none;rain, softly;sets/own;;friend;en;the garden;spring
      002;;;;;;;;May I be safe. | May {place|home} be kind.;"Maya, she";;;

      """)
    #expect(table.words == ["place", "season"])
    let first = try #require(table.clients.first)
    #expect(first.id == "001" && first.name == "Mira" && first.pronoun == .she)
    #expect(first.length == Int64(12.5 * 60 * 48_000))
    #expect(first.voice == "warm" && first.bell == "none" && first.language == "en")
    #expect(first.phrases == "/practice/sets/own")
    #expect(first.values == ["place": "the garden", "season": "spring"])
    #expect(first.profile.people.map(\.value.name) == ["Mira"])
    let second = try #require(table.clients.last)
    #expect(second.row == 3)
    #expect(second.name == nil && second.length == nil && second.background == nil)
    #expect(second.values.isEmpty && second.wishes.count == 2)
    #expect(second.toward == [.named("Maya", .she)])
    #expect(second.profile.ownSets.first?.wishes.count == 2)
  }

  @Test(
    arguments: [
      ("", ["The table is empty."]), ("id,name\n", ["The table has headings but no people."]),
      ("name\nMira\n", ["row 1: There is no column id"]),
      ("id,name,Name\n1,a,b\n", ["row 1, column Name: Column 2 has this heading already."]),
      ("id,\n1,a\n", ["row 1, column 2: This column has no heading."]),
      ("id,name\n,Mira\n", ["row 2, column id: This row has no id."]),
      ("id\na1\nA1\n", ["row 3, column id: Row 2 has the id A1 already"]),
      ("id\nstraße\nSTRASSE\n", ["row 3, column id: Row 2 has the id STRASSE already"]),
      ("id\n../x\n", ["row 2, column id: The id ../x can't name a folder: it holds a slash."]),
      ("id\n.x\n", ["row 2, column id: The id .x can't name a folder: it begins with a dot."]),
      ("id\nx.\n", ["row 2, column id: The id x. can't name a folder: it ends with a dot."]),
      ("id\na:b\n", ["row 2, column id: The id a:b can't name a folder: it holds :."]),
      (
        "id\na\u{202E}b\n",
        ["row 2, column id: The id a\u{202E}b can't name a folder: it holds a sign"]
      ),
      ("id,length\n1,soon\n2,0\n", ["row 2, column length: ", "row 3, column length: "]),
      ("id,pronoun\n1,xe\n", ["row 2, column pronoun: \"xe\" is no pronoun."]),
      ("id,language\n1,German\n", ["row 2, column language: \"German\" is no language's tag."]),
      ("id,toward\n1,\"a, b, c\"\n", ["row 2, column toward: "]),
      ("id,wishes\n1,May I be safe. | [bell]\n", ["row 2, column wishes: "]),
      ("id,wishes\n1,a |  | b\n", ["row 2, column wishes: "]),
      ("id,phrases,wishes\n1,classic,May I be safe.\n", ["row 2, column wishes: There are wishes"]),
    ])
  func `what can't be used is told with row and column, all of it`(text: String, told: [String]) {
    let problems = problems(text)
    #expect(problems.count == told.count, "\(problems)")
    for (problem, start) in zip(problems, told) { #expect(problem.hasPrefix(start), "\(problem)") }
  }

  @Test func `problems of several rows come together, in their order`() {
    let problems = problems("id,length,pronoun\n../a,soon,xe\nb,20 min,she\nB,x,\n")
    #expect(
      problems.map { String($0.prefix(6)) } == ["row 2,", "row 2,", "row 2,", "row 4,", "row 4,"])
  }

  @Test func `a report has a line for each problem and counts what is left out`() throws {
    let text = "id\n" + String(repeating: "../x\n", count: 300)
    let lines = try TableProblems(table(text).problems).report(on: "a.csv").split(separator: "\n")
    #expect(lines.count == 201)
    #expect(lines.allSatisfy { $0.hasPrefix("a.csv: ") })
  }

  @Test func `ten thousand people are read at once`() throws {
    let rows = (1...10_000).map { "\($0);Person \($0);\(10 + $0 % 20) min" }
    let table = try table("id;name;length\n" + rows.joined(separator: "\n"))
    #expect(table.clients.count == 10_000)
    #expect(table.clients[9_999].name == "Person 10000")
  }
}
