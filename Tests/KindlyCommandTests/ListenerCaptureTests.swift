import Foundation
import Testing

/// What a listener sees on a terminal, in every language of the program and at 40 and 80 columns, in English at 120 as well, as it was
/// recorded in `Golden`. `RECORD=1` writes the files and fails the test.
@Suite(
  .besideOthers,
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "needs script"))
struct ListenerCaptureTests {
  private static let captures =
    [("en", 120)] + ["en", "de", "es"].flatMap { [($0, 40), ($0, 80)] }

  /// What is typed: lists, courses, presets, places, the home, and what goes wrong.
  private static let commands = [
    "list benefactor", "list zebra", "course start first-week", "course", "course skip", "presets",
    "continue --list", "", "play carers", "play first-week:30", "play evning",
    "play metta --voice nobody", "plya", "play --foo", "play --in soon metta", "course start",
    "play --resume --from 3:00 metta", "play metta quiet --save-as evening", "journal",
    "phrases show", "daily noon metta", "course stop", "course", "today",
  ]

  @Test(arguments: captures)
  func `home, lists, courses and errors are as recorded`(language: String, width: Int) throws {
    let program = try Program()
    program.environment["TZ"] = "UTC"
    program.environment["TERM"] = "xterm"
    try program.write(
      "Preset: evening is metta, 25 min, voice warm, bell rin, background rain, softly\n",
      to: ".config/kindly/me.profile")
    try program.write(
      "3600000 28800000 metta 0\nwhen 2026-11-26T06:30:00+00:00\ntitle Metta\nheard 3600000\n"
        + "section Wishes\nplay metta\n", to: ".local/state/kindly/places/x")
    let kindly = "'\(Program.path)' --interface \(language)"
    let typed =
      Self.commands.map { "echo '$ kindly \($0)'; \(kindly) \($0); echo" }
      + ["printf '1\\n1 2\\nx?\\nq\\n' | \(kindly) phrases choose"]
    try program.write(
      (["stty cols \(width) rows 60"] + typed).joined(separator: "\n") + "\n", to: "typed.sh")
    let run = try program.start(
      "/usr/bin/script", ["-q", "-E", "never", "-c", "/bin/bash typed.sh", "/dev/null"],
      input: "\n"
    ).outcome()
    let lines = run.output.replacing("\r\n", with: "\n")
      .replacing(program.folder, with: "~").split(separator: "\n", omittingEmptySubsequences: false)
    let wide = lines.filter { !$0.hasPrefix("$") && $0.count > width }
    #expect(wide.allSatisfy { !$0.contains(" ") }, "\(wide)")
    try expectGolden(lines.joined(separator: "\n"), "listener-\(language)-\(width)")
  }

  private func expectGolden(_ text: String, _ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(name).golden")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("Recorded \(name).")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }
}
