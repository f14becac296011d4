import Foundation
import Glibc
import Testing

/// Tables of people, rendered as their user does.
@Suite(.besideOthers) struct ClientsTests {
  private static let practice = """
    Title: Evening for {listener|you}
    Length: 40s

    [bell]
    # Arriving, {listener|friend}
    Good evening, {listener}. This is {place|home}.
    [phrases]
    [rest]
    """

  private static let table = """
    \u{FEFF}id;name;length;wishes;place\r
    01;Mira;0,75 min;;the garden\r
    02;Ben;50 s;May I rest. | May I be kind.;\r
    03;Ana;;;the sea\r

    """

  private func program(_ table: String = table) throws -> Program {
    let program = try Program()
    try program.write(Self.practice + "\n", to: "evening.practice")
    try program.write(table, to: "clients.csv")
    try program.write("Name: Theo\n", to: ".config/kindly/me.profile")
    return program
  }

  private func render(_ program: Program, _ more: String...) throws -> Program.Outcome {
    try program.start(
      Program.path,
      ["render", "evening.practice", "--for", "clients.csv", "--out-dir", "files"] + more
    ).outcome()
  }

  private func text(_ program: Program, _ name: String) -> String {
    String(
      decoding: FileManager.default.contents(atPath: program.folder + "/" + name) ?? Data(),
      as: UTF8.self)
  }

  private func files(_ program: Program, _ folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: program.folder + "/" + folder)?.allObjects
    return (all as? [String] ?? []).filter { $0.hasSuffix(".opus") && !$0.hasPrefix(".") }.sorted()
  }

  @Test func `everybody has their own words, wishes and length, and nobody the profile's`() throws {
    let program = try program()
    let outcome = try render(program, "--captions", "txt", "--report", "report.csv", "--jobs", "2")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("3 written, 0 up to date, 0 failed."), "\(outcome.errors)")
    #expect(
      files(program, "files") == ["01/evening.opus", "02/evening.opus", "03/evening.opus"])
    let first = text(program, "files/01/evening.txt")
    #expect(first.hasPrefix("Evening for Mira\n"), "\(first)")
    #expect(first.contains("## Arriving, Mira"))
    #expect(first.contains("Good evening, Mira. This is the garden."))
    let second = text(program, "files/02/evening.txt")
    #expect(second.contains("Good evening, Ben. This is home."))
    #expect(second.contains("May you rest.") || second.contains("May I rest."), "\(second)")
    #expect(!second.contains("safe"))
    #expect(!(first + second).contains("Theo"))
    let lines = text(program, "report.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(lines.map { $0[0] } == ["id", "01", "02", "03"])
    #expect(lines.dropFirst().map { $0[2] } == ["0:45", "0:50", "0:40"])
    let sums = try program.start(
      "/bin/sh", ["-c", "sha256sum files/*/evening.opus"]
    ).outcome().output
    for line in lines.dropFirst() { #expect(sums.contains("\(line[4])  \(line[1])")) }
  }

  @Test func `what is right is left alone, and a damaged file of the same size is not`() throws {
    let program = try program()
    #expect(try render(program).code == 0)
    let path = program.folder + "/files/02/evening.opus"
    let right = try Data(contentsOf: URL(filePath: path))
    var damaged = right
    damaged[damaged.count / 2] ^= 1
    try damaged.write(to: URL(filePath: path))
    let again = try render(program, "--report", "report.csv")
    #expect(again.errors.contains("1 written, 2 up to date, 0 failed."), "\(again.errors)")
    #expect(try Data(contentsOf: URL(filePath: path)) == right)
    // Length and loudness of what was left alone are known.
    #expect(text(program, "report.csv").contains("01,files/01/evening.opus,0:45,-"))
    // The name is another's now: the file is not replaced.
    try program.write("id,name\n01,Else\n", to: "clients.csv")
    let other = try render(program)
    #expect(other.code == 73)
    #expect(other.errors.contains("was rendered for another listener"), "\(other.errors)")
  }

  @Test func `parts by id are the whole, byte for byte`() throws {
    let program = try program()
    #expect(try render(program, "--flat").code == 0)
    for part in 1...3 {
      let outcome = try program.run(
        "render", "evening.practice", "--for", "clients.csv", "--out-dir", "a/b/parts", "--flat",
        "--shard", "\(part)/3", "--quiet")
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    let names = ["01-evening.opus", "02-evening.opus", "03-evening.opus"]
    #expect(files(program, "a/b/parts") == names)
    for name in names {
      #expect(
        FileManager.default.contentsEqual(
          atPath: program.folder + "/files/" + name,
          andPath: program.folder + "/a/b/parts/" + name))
    }
  }

  @Test func `every problem is told at once, and nothing is written`() throws {
    let program = try program(
      """
      id,name,length,voice,toward,wishes,plcae
      1,,40 s,,,,a
      2,Ben,1 s,,,,b
      3,Ana,40 s,nobody,,,c
      4,Ida,40 s,,,they: May they be safe.,d
      5,Eva,40 s,,Roza,,e
      ../x,Jo,soon,,,,f
      """)
    let outcome = try render(program)
    #expect(outcome.code == 65)
    let told = outcome.errors.split(separator: "\n")
    for start in [
      "clients.csv: row 1, column plcae: No column is called plcae",
      "clients.csv: row 2, column name: This cell is empty",
      "clients.csv: row 3, column length: ", "clients.csv: row 4, column voice: ",
      "clients.csv: row 5, column wishes: ", "clients.csv: row 6, column toward: ",
      "clients.csv: row 7, column id: The id ../x", "clients.csv: row 7, column length: ",
      "8 problems in the table. Nothing was written.",
    ] {
      #expect(told.count { $0.hasPrefix(start) } == 1, "\(start)\n\(outcome.errors)")
    }
    #expect(told.count == 9, "\(outcome.errors)")
    #expect(outcome.errors.contains("Did you mean place?"))
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/files"))
  }

  @Test func `a dry run lists the files with their lengths and writes nothing`() throws {
    let program = try program()
    let outcome = try render(program, "--dry-run")
    #expect(
      outcome.output == """
        0:45  files/01/evening.opus
        0:50  files/02/evening.opus
        0:40  files/03/evening.opus

        """, "\(outcome)")
    #expect(outcome.errors.contains("3 files, 2:15 in all. Nothing was written."))
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/files"))
  }

  @Test func `a listener's file is not replaced by another's`() throws {
    let program = try program()
    let words = ["render", "evening.practice", "--out-dir", "one"]
    #expect(
      try program.start(Program.path, words + ["--set", "listener=Maria"]).outcome().code == 0)
    let other = try program.start(Program.path, words).outcome()
    #expect(other.code == 73, "\(other.errors)")
    #expect(other.errors.contains("another listener"))
    #expect(try program.start(Program.path, words + ["--force"]).outcome().code == 0)
  }

  @Test(
    arguments: [
      (["--for", "clients.csv", "-o", "a.wav"], "--for goes with --out-dir"),
      (["--dry-run", "-o", "a.wav"], "--dry-run goes with --out-dir"),
      (["--flat", "--out-dir", "d"], "--flat goes with --for"),
      (["--for", "clients.csv", "--out-dir", "d", "--lengths", "20s,30s"], "a column length"),
      (
        ["--for", "clients.csv", "--out-dir", "d", "--report", "clients.csv"], "the table of people"
      ),
    ])
  func `options that don't fit are told`(words: [String], said: String) throws {
    let program = try program()
    let outcome = try program.start(Program.path, ["render", "evening.practice"] + words).outcome()
    #expect(outcome.code == 64, "\(outcome.errors)")
    #expect(outcome.errors.contains(said), "\(outcome.errors)")
    #expect(text(program, "clients.csv").hasPrefix("\u{FEFF}id;"))
  }
}
