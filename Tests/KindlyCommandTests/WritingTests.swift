import Foundation
import Testing

/// The commands for authors, run as they would run them.
@Suite(.besideOthers) struct WritingTests {
  @Test func `new writes a practice that is clean, and never overwrites one`() throws {
    let program = try Program()
    #expect(try program.run("new", "evening").code == 0)
    #expect(try program.run("check", "--strict", "evening.practice").code == 0)
    let again = try program.run("new", "evening.practice")
    #expect(again.code == 73)
    #expect(again.errors.contains("already exists"))
    #expect(try program.run("format", "--check", "evening.practice").code == 0)
  }

  @Test func `format changes spaces and keeps permissions, and check only tells`() throws {
    let program = try Program()
    try program.write("title:  Rain\n#Rain\nIt   rains. [Pause 5 seconds.]\n", to: "rain.practice")
    let path = program.folder + "/rain.practice"
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let told = try program.run("format", "--check", "rain.practice")
    #expect(told.code == 65)
    #expect(told.output == "rain.practice\n")
    #expect(try program.run("format", "rain.practice").code == 0)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text == "Title: Rain\n\n# Rain\nIt rains. [5s]\n")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try program.run("format", "--check", "rain.practice").code == 0)
    let piped = try program.run("format", "-", input: "It   rains.\n")
    #expect(piped.output == "It rains.\n")
  }

  @Test func `format leaves a file with problems alone and reports it`() throws {
    let program = try Program()
    try program.write("It rains. [pasue 5s]\n", to: "rain.practice")
    let result = try program.run("format", "rain.practice")
    #expect(result.code == 65)
    #expect(result.errors.contains("Did you mean [5s]?"))
    let kept = try String(contentsOfFile: program.folder + "/rain.practice", encoding: .utf8)
    #expect(kept == "It rains. [pasue 5s]\n")
  }

  @Test func `import makes a practice that passes the check`() throws {
    let program = try Program()
    try program.write("# Rain\nIt rains. (pause 5 seconds) (smile)\n", to: "rain.txt")
    let result = try program.run("import", "rain.txt", "-o", "rain.practice")
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.errors.contains("1 in notes, 3 read as cues; 1 pause, kept"))
    let check = try program.run("check", "rain.practice")
    #expect(check.code == 0, "\(check.output)\(check.errors)")
    #expect(try program.run("import", "rain.txt", "-o", "rain.practice").code == 73)
    #expect(try program.run("import", "none.txt").code == 66)
    #expect(try program.run("import", "rain.txt").output.contains("\n\nIt rains. [5s]"))
  }

  @Test func `several scripts become practices beside one another, and can be reviewed`() throws {
    let program = try Program()
    try program.write("It rains. (pause 5 seconds)\n", to: "rain.txt")
    try program.write("{\"title\": \"Lake\", \"steps\": [{\"say\": \"Look.\"}]}", to: "lake.json")
    let both = try program.run("import", "rain.txt", "lake.json", "none.txt")
    #expect(both.code == 66)
    #expect(try program.run("check", "rain.practice", "lake.practice").code == 0)
    let review = try program.run("import", "rain.txt", "--review", "--title", "Night rain")
    #expect(review.output.contains("Title: Night rain"))
    #expect(review.output.contains("It rains. (pause 5 seconds)"))
    #expect(review.output.contains("| It rains. [5s]"))
    #expect(try program.run("import", "rain.txt", "--language", "x").code == 64)
  }

  @Test func `a practice goes out and comes back with the same silences`() throws {
    let program = try Program()
    try program.write("Title: Rain\n\n[bell]\nIt rains. [12s]\nListen. [7s]\n", to: "rain.practice")
    for form in ["ssml", "speechmarkdown", "markdown", "html", "txt"] {
      let out = try program.run("export", "rain.practice", "--as", form, "-o", "rain.\(form)")
      #expect(out.code == 0, "\(out.errors)")
      let back = try program.run("import", "rain.\(form)")
      #expect(back.output.contains("It rains."))
      #expect(
        back.output.contains("[12s]") && back.output.contains("[7s]"), "\(form): \(back.output)")
      #expect(back.output.contains("[bell]"), "\(form): \(back.output)")
    }
    #expect(try program.run("export", "rain.practice", "--as", "pdf").code == 64)
  }

  @Test func `help language shows the whole language`() throws {
    let help = try Program().run("help", "language")
    #expect(help.code == 0)
    #expect(help.output.hasPrefix("A PRACTICE IS A TEXT"))
    #expect(help.output.contains("[phrases, 3 rounds, 10s apart]"))
  }
}
