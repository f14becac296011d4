import Foundation
import Testing

/// A phone's memo on its way into a practice, through the real ffmpeg.
@Suite(.enabled(if: Tool.isInstalled("ffmpeg", "ffprobe"), "ffmpeg is not installed"))
struct RecordingsTests {
  /// A memo as phones make them: AAC in M4A, with the place and time it was recorded at.
  private func program(memo: String = "memo.m4a") throws -> Program {
    let program = try Program()
    let made = try program.start(
      "/usr/bin/env",
      [
        "ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=frequency=330:duration=2", "-ac", "2",
        "-ar", "44100", "-c:a", "aac", "-metadata", "location=+48.1+11.5/", "-metadata",
        "creation_time=2026-01-01T00:00:00Z", "-metadata", "title=Home", "file:" + memo,
      ]
    ).outcome()
    #expect(made.code == 0, "\(made.errors)")
    return program
  }

  @Test func `a memo becomes a recording that a practice plays, and nothing of it is told on`()
    throws
  {
    let program = try program()
    let added = try program.run(
      "recordings", "add", "memo.m4a", "--to", "voices/mine", "--says", "May I be safe.")
    #expect(added.code == 0, "\(added.errors)")
    #expect(added.errors == "memo.m4a → voices/mine/may-i-be-safe.flac\n")
    let file = program.folder + "/voices/mine/may-i-be-safe.flac"
    let probe = try program.start(
      "/usr/bin/env",
      ["ffprobe", "-v", "error", "-of", "flat", "-show_format", "-show_streams", file]
    ).outcome().output
    for wanted in ["sample_rate=\"48000\"", "channels=1", "codec_name=\"flac\""] {
      #expect(probe.contains(wanted), "\(wanted) is missing")
    }
    for secret in ["48.1", "2026", "Home"] { #expect(!probe.contains(secret)) }

    let text = "Title: Mine\nBell: none\nRecordings: voices/mine\n\n> May I be safe.\n[1s]\n"
    try program.write(text, to: "p.practice")
    let rendered = try program.run("render", "./p.practice", "-o", "p.wav", "--bits", "16")
    #expect(rendered.code == 0, "\(rendered.errors)")
    let sound = try #require(WaveFile(program.folder + "/p.wav"))
    // The tone of 330 Hz crosses zero 660 times a second; no narrator's voice does so evenly.
    let start = try #require(sound.firstSound) + 24_000
    let left = (start..<start + 48_000).map { sound.samples[2 * $0] }
    let crossings = zip(left, left.dropFirst()).count { ($0 < 0) != ($1 < 0) }
    #expect((640...680).contains(crossings))
  }

  @Test func `a recording that is there is kept, unless it is to be replaced`() throws {
    let program = try program(memo: "-odd name.m4a")
    let words = ["recordings", "add", "./-odd name.m4a", "--to", "mine"]
    #expect(try program.start(Program.path, words).outcome().code == 0)
    let again = try program.start(Program.path, words).outcome()
    #expect(again.code == 73, "\(again.errors)")
    #expect(try program.start(Program.path, words + ["--force"]).outcome().code == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: program.folder + "/mine")
        == ["-odd name.flac"])
  }

  @Test func `what can't be added is told with what to do, and leaves nothing`() throws {
    let program = try program()
    try program.write("hello", to: "text.m4a")
    let missing = try program.run("recordings", "add", "memo.m4a", "a.m4a", "b.m4a", "--to", "x")
    #expect(missing.code == 66)
    #expect(missing.errors.contains("no file `a.m4a`, `b.m4a`"))
    let text = try program.run("recordings", "add", "text.m4a", "--to", "x")
    #expect(text.code == 66)
    #expect(text.errors.contains("`text.m4a` can't be read") && !text.errors.contains("file:"))
    program.environment["PATH"] = "/nowhere"
    let without = try program.run("recordings", "add", "memo.m4a", "--to", "x")
    #expect(without.code == 69)
    #expect(without.errors.contains("apt-get install ffmpeg"))
    let files = FileManager.default.enumerator(atPath: program.folder + "/x")?.allObjects ?? []
    #expect(files.isEmpty)
  }
}

/// Programs that a test needs.
enum Tool {
  /// Whether all of them are in the folders of `PATH`.
  static func isInstalled(_ names: String...) -> Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return names.allSatisfy { name in
      folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
  }
}
