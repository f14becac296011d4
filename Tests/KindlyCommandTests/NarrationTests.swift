import Foundation
import Testing

/// What narration does on the machine, seen from outside.
@Suite(.besideOthers) struct NarrationTests {
  private static let hasTracer = FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")

  /// Runs the program under strace; gives what it executed and which files it opened.
  private func traced(
    _ program: Program, _ arguments: [String]
  ) throws -> (code: Int32, executed: [String], opened: [String]) {
    let trace = program.folder + "/trace"
    let outcome = try program.start(
      "/usr/bin/strace",
      ["-f", "-qq", "-s", "300", "-e", "trace=execve,open,openat", "-o", trace, Program.path]
        + arguments
    ).outcome()
    let text = String(
      decoding: FileManager.default.contents(atPath: trace) ?? Data(), as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init).filter { !$0.contains(" = -1") }
    func quoted(_ line: String) -> String? {
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      return parts.count > 1 ? String(parts[1]) : nil
    }
    return (
      outcome.code, lines.filter { $0.contains("execve(") }.compactMap(quoted),
      lines.filter { $0.contains("open(") || $0.contains("openat(") }.compactMap(quoted)
    )
  }

  @Test(.enabled(if: hasTracer, "strace is not installed"))
  func `a hostile script runs nothing and opens nothing of the listener's`() throws {
    let program = try Program()
    try program.write("secret", to: "private/secret.txt")
    try program.write(
      """
      Title: Hostile

      Say \\[\\[ this $(touch /tmp/kindly-owned) and `id` now.
      \\<speak>\\<audio src="\(program.folder)/private/secret.txt"/>\\</speak> was written here.
      One ; rm -rf / && echo \\| sh goes on.
      """, to: "evil.practice")
    let run = try traced(program, ["render", "evil.practice", "-o", "out.wav", "--quiet"])
    #expect(run.executed.dropFirst().allSatisfy { $0 == "/proc/self/exe" }, "\(run.executed)")
    #expect(!run.opened.contains { $0.contains("/private/") })
    #expect(!FileManager.default.fileExists(atPath: "/tmp/kindly-owned"))
    // A call that another thread interrupts is traced in two lines, so failed ones are among these:
    // the worker has no home where the sound server's library could find anything.
    let own = [
      program.folder, "/usr/", "/lib", "/etc/", "/proc", "/sys/", "/dev/", "/tmp",
    ]
    let far = run.opened.filter { path in
      path.hasPrefix("/") && !own.contains { path.hasPrefix($0) }
        && !path.contains(".so") && !path.hasPrefix(Program.path.prefix(10))
    }
    #expect(far.isEmpty, "\(far)")
  }

  @Test(.enabled(if: hasTracer, "strace is not installed"))
  func `a downloaded folder can't bring a program to run`() throws {
    let program = try Program()
    let voice = """
      Name: Evil
      Language: en-US
      Engine: command
      Command: /bin/touch {out} owned
      """
    for name in ["evil.voice", "Voices/Narrators/evil.voice"] { try program.write(voice, to: name) }
    for header in ["Voice: evil", "Voice: ./evil.voice", "Engine: command", "Command: touch owned"]
    {
      try program.write("Title: Mine\n\(header)\n\nMay I be safe.\n", to: "mine.practice")
      let run = try traced(program, ["render", "mine.practice", "-o", "out.wav"])
      #expect(run.code != 0, "\(header)")
      #expect(run.executed.count == 1, "\(header): \(run.executed)")
    }
    let run = try traced(
      program, ["render", "metta", "-o", "out.wav", "--voice", "./evil.voice"])
    #expect(run.code != 0 && run.executed.count == 1)
  }

  @Test func `a recording replaces the narrator and the practice flows around it`() throws {
    let program = try Program()
    let text = "Title: Mine\nRecordings: voice/\n\nMay I be safe.\nMay I be well.\n"
    try program.write(text, to: "mine.practice")
    let before = try program.run("timeline", "mine.practice", "--json")
    try FileManager.default.createDirectory(
      atPath: program.folder + "/voice", withIntermediateDirectories: true)
    let made = try program.start(
      "/usr/bin/sox",
      ["-n", "-r", "44100", "voice/may-i-be-safe.wav", "synth", "3", "sine", "300", "vol", "0.1"]
    ).outcome()
    try #require(made.code == 0, "sox is not installed")
    let after = try program.run("timeline", "mine.practice", "--json")
    #expect(before.code == 0 && after.code == 0, "\(after.errors)")
    #expect(before.output != after.output)
    #expect(after.output.contains("\"frames\":144") || after.output.contains("\"frames\": 144"))
    let list = try program.run("record-list", "mine.practice")
    #expect(list.output.contains("may-i-be-safe.wav\tMay I be safe.\t(recorded)"))
    #expect(list.output.contains("may-i-be-well.wav\tMay I be well.\n"))
  }

  @Test func `a voice that can't speak is said, and another one speaks if wanted`() throws {
    let program = try Program()
    try program.write(
      """
      Name: Absent
      Language: en-US
      Engine: command
      Command: no-such-program {text} {out}
      Install: sudo apt-get install no-such-program
      """, to: ".local/share/kindly/Voices/Narrators/absent.voice")
    try program.write(
      "Title: Mine\nVoice: absent\n\nMay I be safe.\nMay I be at ease.\n", to: "mine.practice")
    let refused = try program.run("render", "mine.practice", "-o", "out.wav")
    #expect(refused.code == 69)
    let sentences = refused.errors.split(separator: "\n")
    #expect(sentences.count == 1)
    #expect(sentences.first?.contains("sudo apt-get install no-such-program") == true)
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/out.wav"))
    let spoken = try program.run("render", "mine.practice", "-o", "out.wav", "--fallback")
    #expect(spoken.code == 0, "\(spoken.errors)")
    #expect(spoken.errors.contains("speaks instead of absent"))
    let voices = try program.run("voices")
    #expect(voices.output.contains("can't speak now"))
    #expect(try program.run("cache").output.contains("2 clips"))
    #expect(try program.run("cache", "clear").output.hasPrefix("Forgotten: 2 clips"))
    #expect(try program.run("voices", "try", "warm", "May all be well.", "-o", "w.wav").code == 0)
  }
}
