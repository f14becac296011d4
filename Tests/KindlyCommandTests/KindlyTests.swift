import Foundation
import Testing

@Suite(.besideOthers) struct CommandLineTests {
  @Test func `help and version answer on standard output`() throws {
    let program = try Program()
    let version = try program.run("--version")
    #expect(version.code == 0)
    #expect(version.output == "1.0.0\n")
    let help = try program.run("--help")
    #expect(help.code == 0)
    #expect(help.output.hasPrefix("OVERVIEW: Spoken meditations"))
  }

  @Test func `a word that is no command ends with 64`() throws {
    #expect(try Program().run("plya", "metta").code == 64)
  }
}
