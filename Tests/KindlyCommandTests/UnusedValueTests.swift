import Foundation
import Testing

/// `--set` for a word that nothing says.
@Suite(.besideOthers) struct UnusedValueTests {
  private func program() throws -> Program {
    let program = try Program()
    try program.write(
      "Title: Here\nLength: 10s\n\nThis is {place|home}.\n[rest]\n", to: "here.practice")
    try program.write(
      "Title: There\nLength: 10s\n\nThis is {town|home}.\n[rest]\n", to: "b.practice")
    return program
  }

  @Test(
    arguments: [
      ["play", "here.practice"], ["check", "here.practice"], ["timeline", "here.practice"],
      ["export", "here.practice", "--as", "txt"], ["record-list", "here.practice"],
      ["render", "here.practice", "-o", "a.wav"], ["render", "here.practice", "--out-dir", "d"],
    ])
  func `a misspelt word is an error with a near name, in every command`(words: [String]) throws {
    let program = try program()
    let outcome = try program.start(
      Program.path, words + ["--set", "plcae=the garden", "--set", "season=spring"]
    ).outcome()
    #expect(outcome.code == 64, "\(outcome)")
    #expect(outcome.errors.contains("nothing here says {plcae}. Did you mean place?"))
    #expect(outcome.errors.contains("nothing here says {season}. Words to set are {place}."))
    let files = try FileManager.default.contentsOfDirectory(atPath: program.folder)
    #expect(!files.contains("a.wav") && !files.contains("d"))
  }

  @Test func `a word that one of several practices says is used`() throws {
    let program = try program()
    let outcome = try program.run(
      "check", "here.practice", "b.practice", "--set", "town=Rome", "--set", "place=home")
    #expect(outcome.code == 0, "\(outcome)")
    let none = try program.run("timeline", "metta", "--set", "they=x")
    #expect(none.errors.contains("{they} is filled in by itself"), "\(none.errors)")
  }
}
