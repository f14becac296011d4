import Foundation
import Glibc
import Testing

@Suite(.besideOthers) struct RenderTests {
  private static let practice = """
    Title: Rain
    Author: Ana
    Length: 30s

    # Arriving
    [bell]
    The rain falls.
    [pause 2s]
    # Resting
    Nothing to do.
    [rest]
    """

  private func program() throws -> Program {
    let program = try Program()
    try program.write(Self.practice + "\n", to: "rain.practice")
    return program
  }

  private func names(_ program: Program, _ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: program.folder + "/" + folder)
      .filter { !$0.hasPrefix(".input") && !$0.hasPrefix(".output") && !$0.hasPrefix(".errors") }
      .sorted()
  }

  private func bytes(_ program: Program, _ name: String) -> Data {
    FileManager.default.contents(atPath: program.folder + "/" + name) ?? Data()
  }

  @Test func `two renders are the same bytes, and the summary says what was written`() throws {
    let program = try program()
    let first = try program.run("render", "./rain.practice", "-o", "a.wav", "--captions", "vtt,txt")
    #expect(first.code == 0, "\(first.errors)")
    #expect(first.output == "")
    #expect(first.errors.contains("a.wav: 100 %"))
    #expect(first.errors.contains("LUFS"))
    let second = try program.run("render", "./rain.practice", "-o", "b.wav", "--quiet")
    #expect(second.errors == "")
    #expect(bytes(program, "a.wav") == bytes(program, "b.wav"))
    let transcript = String(decoding: bytes(program, "a.txt"), as: UTF8.self)
    #expect(
      transcript == "Rain\n\n## Arriving\n\nThe rain falls.\n\n## Resting\n\nNothing to do.\n")
  }

  @Test func `standard output gets the same file as a name`() throws {
    let program = try program()
    _ = try program.run("render", "./rain.practice", "-o", "a.wav")
    let stream = try program.run(
      "render", "./rain.practice", "-o", "copy.fifo.wav", "--quiet")
    #expect(stream.code == 0)
    let shell = try program.start(
      "/bin/sh", ["-c", "'\(Program.path)' render ./rain.practice -o - --quiet > stream.wav"])
    #expect(shell.outcome().code == 0)
    #expect(bytes(program, "stream.wav") == bytes(program, "a.wav"))
  }

  @Test func `what is there is kept without --force`() throws {
    let program = try program()
    try program.write("old", to: "a.wav")
    let kept = try program.run("render", "./rain.practice", "-o", "a.wav")
    #expect(kept.code == 73)
    #expect(kept.errors.contains("`a.wav` already exists"))
    #expect(bytes(program, "a.wav") == Data("old".utf8))
    #expect(try program.run("render", "./rain.practice", "-o", "a.wav", "--force").code == 0)
    #expect(bytes(program, "a.wav").count > 100_000)
  }

  @Test(
    arguments: [
      (["-o", "a.xyz"], Int32(64), "`.xyz`"), (["-o", "a"], 64, "no ending"),
      (["-o", "none/a.wav"], 73, "no folder `none`"), (["-o", "."], 64, "no ending"),
      (["-o", "a.opus", "--rate", "44100"], 64, "does not come at 44100"),
      (["-o", "a.wav", "--bits", "12"], 64, "--bits"),
      (["-o", "a.wav", "--loudness", "loud"], 64, "--loudness"),
      (["-o", "a.wav", "--captions", "doc"], 64, "--captions"), ([], 64, "-o"),
      (["--out-dir", "d", "--shard", "17/16"], 64, "--shard"),
    ])
  func `what can't be done is said in a sentence`(
    words: [String], code: Int32, said: String
  ) throws {
    let program = try program()
    let outcome = try program.start(Program.path, ["render", "./rain.practice"] + words).outcome()
    #expect(outcome.code == code, "\(outcome.errors)")
    #expect(outcome.errors.contains(said), "\(outcome.errors)")
  }

  @Test func `a limit on the size of files is told, and nothing is left`() throws {
    let program = try program()
    // What is spoken already needs no worker, which the limit would stop as well.
    _ = try program.run("render", "./rain.practice", "-o", "/dev/null")
    let limited = try program.start(
      "/bin/sh", ["-c", "ulimit -f 100; '\(Program.path)' render ./rain.practice -o a.wav"])
    let outcome = limited.outcome()
    #expect(outcome.code == 74, "\(outcome)")
    #expect(outcome.errors.contains("does not allow a file as large"))
    #expect(!(try names(program)).contains("a.wav"))
  }

  @Test func `many files are rendered once, and again only where something changed`() throws {
    let program = try program()
    try program.write(
      Self.practice.replacingOccurrences(of: "rain", with: "snow") + "\n", to: "snow.practice")
    let words = [
      "render", "./rain.practice", "./snow.practice", "./none.practice", "--lengths", "1m,2m",
      "--out-dir", "many",
    ]
    let first = try program.start(Program.path, words).outcome()
    #expect(first.code == 66)
    #expect(first.errors.contains("4 written, 0 up to date, 2 failed."), "\(first.errors)")
    let visible = try names(program, "many").filter { !$0.hasPrefix(".") }
    #expect(
      visible == ["rain-1m.opus", "rain-2m.opus", "snow-1m.opus", "snow-2m.opus"])
    try program.write(Self.practice + "\nAnd a word more.\n", to: "rain.practice")
    let second = try program.start(Program.path, words).outcome()
    #expect(second.errors.contains("2 written, 2 up to date, 2 failed."), "\(second.errors)")
  }

  @Test func `shards share the work out, each file to one of them`() throws {
    let program = try program()
    var all: [String] = []
    for shard in 1...3 {
      let outcome = try program.run(
        "render", "./rain.practice", "--lengths", "40s,50s,60s,70s,80s", "--out-dir", "s\(shard)",
        "--shard", "\(shard)/3", "--format", "wav", "--quiet")
      #expect(outcome.code == 0, "\(outcome.errors)")
      all += try names(program, "s\(shard)").filter { !$0.hasPrefix(".") }
    }
    #expect(all.sorted() == ["40s", "50s", "60s", "70s", "80s"].map { "rain-\($0).wav" })
  }

  @Test func `events are one JSON object a line`() throws {
    let program = try program()
    let outcome = try program.run("render", "./rain.practice", "-o", "a.flac", "--json")
    let lines = outcome.output.split(separator: "\n")
    let events = try lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(events.last?["event"] as? String == "written")
    #expect(events.last?["bytes"] as? Int == bytes(program, "a.flac").count)
    #expect(events.contains { $0["event"] as? String == "writing" })
  }

  @Test func `killed at any moment, the old file or the whole new one is there`() throws {
    let program = try program()
    _ = try program.run("render", "./rain.practice", "-o", "whole.wav", "--length", "3m")
    let whole = bytes(program, "whole.wav")
    let old = Data("old".utf8)
    let isLong = getenv("KINDLY_LONG_TESTS") != nil
    var moment: UInt32 = 1
    for turn in 0..<(isLong ? 200 : 12) {
      let signal = turn % 2 == 0 ? SIGKILL : SIGINT
      try program.write("old", to: "a.wav")
      let running = try program.start(
        Program.path, ["render", "./rain.practice", "-o", "a.wav", "--length", "3m", "--force"])
      // A linear congruential generator: the same moments in every run, up to 0.4 s.
      moment = moment &* 1_664_525 &+ 1_013_904_223
      usleep((moment >> 8) % 400_000)
      kill(running.process, signal)
      let outcome = running.outcome()
      let now = bytes(program, "a.wav")
      #expect(now == old || now == whole)
      #expect(outcome.code == 0 || outcome.code == 128 + signal, "\(outcome)")
      if signal == SIGINT { #expect(try names(program).filter { $0.hasSuffix(".part") } == []) }
    }
  }

  @Test func `a feed is written for a folder of renders`() throws {
    let program = try program()
    _ = try program.run(
      "render", "./rain.practice", "--lengths", "1m", "--out-dir", "cast", "--format", "mp3",
      "--captions", "vtt")
    let outcome = try program.run("feed", "cast", "--base-url", "https://example.org/cast")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let feed = String(decoding: bytes(program, "cast/feed.xml"), as: UTF8.self)
    #expect(feed.contains("https://example.org/cast/rain-1m.mp3"))
    #expect(feed.contains("https://example.org/cast/rain-1m.vtt"))
    let chapters = String(decoding: bytes(program, "cast/rain-1m.chapters.json"), as: UTF8.self)
    #expect(chapters.contains("\"title\": \"Resting\""))
    #expect(try program.run("feed", "none", "--base-url", "https://example.org").code == 73)
    #expect(try program.run("feed", "cast", "--base-url", "example").code == 64)
  }
}
