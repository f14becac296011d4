import Foundation
import Testing

@Suite(.besideOthers) struct CommandLineTests {
  @Test func `help and version answer on standard output`() throws {
    let program = try Program()
    let version = try program.run("--version")
    #expect(version.code == 0)
    // The package, the change log and the program tell the same version.
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let packaged = try String(
      contentsOf: project.appending(path: "Sources/Packaging/debian/changelog"), encoding: .utf8)
    let changes = try String(
      contentsOf: project.appending(path: "Sources/Documentation/changes.md"), encoding: .utf8)
    let told = version.output.dropLast()
    #expect(packaged.hasPrefix("kindly (\(told))"))
    #expect(changes.contains("\n## \(told)\n"))
    let help = try program.run("--help")
    #expect(help.code == 0)
    #expect(help.output.hasPrefix("Spoken meditations"))
  }

  @Test func `a word that is no command ends with 64`() throws {
    #expect(try Program().run("plya", "metta").code == 64)
  }
}
