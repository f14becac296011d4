import Foundation
import Glibc
import Testing

/// Whoever asked for what is heard has stopped reading: nothing else may stop with them.
@Suite(.besideOthers) struct FullPipeTests {
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `a signal ends a sit whose reader sleeps, and the journal has its line`(
    signal: Int32
  ) throws {
    let program = try Program()
    // Each section is a line of JSON; their number is more than a pipe holds.
    let sections = (0..<900).map { "# \(String(repeating: "word ", count: 40))\($0)\n\n[10ms]\n" }
    try program.write(
      "Bell: none\n\n" + sections.joined(separator: "\n") + "\n[1h]\n", to: "long.practice")
    let device = try program.hastyDevice()
    var pair: [Int32] = [-1, -1]
    pipe(&pair)
    defer { pair.forEach { close($0) } }
    _ = fcntl(pair[0], F_SETFD, FD_CLOEXEC)
    let run = try program.start(
      "/bin/bash",
      [
        "-c",
        "exec '\(Program.path)' play long.practice --json --device '\(device)' >&\(pair[1])",
      ])
    let journal = program.folder + "/.local/state/kindly/journal.jsonl"
    // The file is there a moment before its line.
    try wait("a line of the journal") { FileManager.default.contents(atPath: journal)?.last == 10 }
    kill(run.process, signal)
    #expect(run.outcome().code == 128 + signal)
    let lines = String(decoding: try Data(contentsOf: URL(filePath: journal)), as: UTF8.self)
      .split(separator: "\n")
    #expect(lines.count == 1 && lines[0].contains("\"whole\": false"), "\(lines)")
  }

  @Test func `a sit that is killed has left its line`() throws {
    let program = try Program()
    try program.write("Bell: none\n\n[bell woodblock]\n[1h]\n", to: "long.practice")
    let run = try program.start(
      Program.path, ["play", "long.practice", "--quiet", "--device", "null"])
    let journal = program.folder + "/.local/state/kindly/journal.jsonl"
    // The file is there a moment before its line.
    try wait("a line of the journal") { FileManager.default.contents(atPath: journal)?.last == 10 }
    kill(run.process, SIGKILL)
    #expect(run.outcome().code == 128 + SIGKILL)
    #expect(try program.run("journal").output.contains("long"))
  }
}
