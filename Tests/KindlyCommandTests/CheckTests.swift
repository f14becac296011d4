import Foundation
import Testing

/// `kindly check`, run as authors and their editors run it.
@Suite(.besideOthers) struct CheckTests {
  @Test func `check reports every file, and standard input`() throws {
    let program = try Program()
    try program.write("It rains. [pause 10]\n", to: "rain.practice")
    try program.write("May I be dry.\n", to: "dry.phrases")
    try program.write("It snows. [5s]\n", to: "snow.practice")
    let result = try program.run("check", "rain.practice", "dry.phrases", "snow.practice")
    #expect(result.code == 65)
    #expect(result.output.contains("rain.practice:1:18: error: missing unit"))
    #expect(result.output.contains("dry.phrases: no problems found"))
    #expect(result.output.contains("snow.practice: 0:"))
    let piped = try program.run("check", "-", input: "It rains. [bel]\n")
    #expect(piped.code == 65)
    #expect(piped.output.contains("standard input:1:12: error: unknown cue"))
  }

  @Test func `a file that is missing does not hide the others`() throws {
    let program = try Program()
    try program.write("May I be dry.\n", to: "dry.phrases")
    let result = try program.run("check", "none.phrases", "dry.phrases")
    #expect(result.code == 66)
    #expect(result.output == "dry.phrases: no problems found\n")
    #expect(result.errors.contains("none.phrases"))
  }

  @Test func `warnings are problems only with strict`() throws {
    let program = try Program()
    try program.write("It *really* rains.\n", to: "rain.practice")
    let mild = try program.run("check", "rain.practice")
    #expect(mild.code == 0)
    #expect(mild.output.contains("warning: stars in the text"))
    #expect(try program.run("check", "--strict", "rain.practice").code == 65)
  }

  @Test func `an editor gets the same facts as JSON`() throws {
    let program = try Program()
    try program.write("慈悲 [pause 10]\n", to: "rain.practice")
    let result = try program.run("check", "--json", "rain.practice")
    #expect(result.code == 65)
    let object =
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let problems = object?["problems"] as? [[String: Any]]
    let problem = problems?.first
    #expect(problems?.count == 1)
    #expect(problem?["path"] as? String == "rain.practice")
    #expect(problem?["line"] as? Int == 1)
    #expect(problem?["column"] as? Int == 11)
    #expect((problem?["end"] as? [String: Int]) == ["line": 1, "column": 13])
    #expect(problem?["severity"] as? String == "error")
    #expect(problem?["code"] as? String == "missing-unit")
    #expect(problem?["message"] as? String == "\"10\" has no unit.")
    #expect(problem?["hint"] as? String == "Write 10s for seconds or 10 min for minutes.")
    #expect(problem?["replacement"] as? String == "10s")
  }

  @Test func `explain prints the page of a code, and helps with its name`() throws {
    let program = try Program()
    let page = try program.run("check", "--explain", "unknown-cue")
    #expect(page.code == 0)
    #expect(page.output.contains("[repeet 3 times]"))
    #expect(page.output.contains("Instead:"))
    let slip = try program.run("check", "--explain", "unknwon-cue")
    #expect(slip.code == 64)
    #expect(slip.errors.contains("did you mean unknown-cue?"))
    #expect(try program.run("check").code == 64)
  }
}
