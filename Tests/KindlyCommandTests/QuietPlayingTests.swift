import Testing

/// A whole minute played where there is no terminal; the device hears it in some seconds.
@Suite(.besideOthers) struct QuietPlayingTests {
  @Test func `a reader that has gone away ends nothing with a cry`() throws {
    let program = try Program()
    try program.writeQuietPractice()
    let device = try program.hastyDevice()
    for pipe in ["--json | head -n 1", "--plain 2>&1 | head -n 1", ">&- 2>&-"] {
      let outcome = try program.start(
        "/bin/bash",
        ["-c", "'\(Program.path)' play quiet.practice --device '\(device)' \(pipe)"]
      ).outcome()
      #expect(outcome.errors.isEmpty, "\(pipe): \(outcome.errors)")
    }
  }

  @Test func `a sitting of some seconds is noted to its end`() throws {
    let program = try Program()
    try program.write("Bell: none\n\n[bell woodblock]\n[8s]\n", to: "a.practice")
    let device = try program.hastyDevice()
    #expect(try program.run("play", "a.practice", "--device", device, "--quiet").code == 0)
    let journal = try program.run("journal", "--export", "json")
    #expect(journal.output.contains("\"seconds\": 8, \"length\": 8, \"whole\": true"), "\(journal)")
  }

  @Test(arguments: [["--plain=words"], ["--plain"], ["--json"], [], ["--quiet"]])
  func `without a terminal there is not one escape code`(manner: [String]) throws {
    let program = try Program()
    try program.writeQuietPractice()
    let device = try program.hastyDevice()
    let outcome = try program.start(
      Program.path, ["play", "quiet.practice", "--device", device] + manner
    ).outcome()
    #expect(outcome.code == 0)
    let all = outcome.output + outcome.errors
    #expect(!all.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\r" })
    switch manner.first {
    case "--plain=words": #expect(outcome.errors.contains("May I be safe."))
    case "--plain":
      #expect(!outcome.errors.contains("May I be safe."))
      #expect(outcome.errors.contains("Wishes"))
    case "--json": #expect(outcome.errors.isEmpty)
    case "--quiet": #expect(all.isEmpty)
    default: #expect(outcome.errors.split(separator: "\n").count == 4)
    }
  }
}
