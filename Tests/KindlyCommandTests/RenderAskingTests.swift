import Foundation
import Testing

/// `kindly render` before somebody who looks at a terminal, and what it refuses.
@Suite(.besideOthers) struct RenderAskingTests {
  private let program: Program

  init() throws {
    program = try Program()
    program.environment["TERM"] = "xterm"
    try program.write("Title: Rain\n\nIt rains. [1s]\nIt snows.\n", to: "rain.practice")
  }

  /// Renders on a terminal of its own, where `answer` is typed.
  private func onTerminal(_ words: String, answer: String = "") throws -> Program.Outcome {
    try program.start(
      "/usr/bin/script", ["-qefc", "'\(Program.path)' render rain.practice \(words)", "/dev/null"],
      input: answer
    ).outcome()
  }

  private static let hasTerminal = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

  @Test(.enabled(if: hasTerminal, "needs the Debian package bsdutils"))
  func `a bar grows, goes away, and the summary stays`() throws {
    let outcome = try onTerminal("-o rain.wav")
    #expect(outcome.code == 0, "\(outcome.output)")
    #expect(outcome.output.contains("speaking 2 of 2"))
    #expect(outcome.output.contains("████████████████████████ 100 %"))
    let last = try #require(outcome.output.split(separator: "\r\u{1B}[K").last)
    #expect(last.hasPrefix("rain.wav: 0:0"))
  }

  @Test(
    .enabled(if: hasTerminal, "needs the Debian package bsdutils"),
    arguments: [("y\n", true), ("yes\n", true), ("n\n", false), ("\n", false)])
  func `before a file is replaced somebody is asked`(answer: String, replaces: Bool) throws {
    try program.write("precious", to: "rain.wav")
    let outcome = try onTerminal("-o rain.wav", answer: answer)
    #expect(outcome.output.contains("rain.wav already exists. Replace it? [y/N] "))
    #expect(outcome.code == (replaces ? 0 : 73), "\(outcome.output)")
    let now = FileManager.default.contents(atPath: program.folder + "/rain.wav")
    #expect((now == Data("precious".utf8)) == !replaces)
  }

  @Test(.enabled(if: hasTerminal, "needs the Debian package bsdutils"))
  func `a terminal gets no sound`() throws {
    let outcome = try onTerminal("-o -")
    #expect(outcome.code == 64)
    #expect(outcome.output.contains("A terminal can't play sound"))
  }

  @Test(
    arguments: [
      (["-o", "-", "--json"], "--json can't go to standard output"),
      (["-o", "-", "--stems"], "--captions and --stems need a file name"),
      (["-o", "-", "--captions", "vtt"], "--captions and --stems need a file name"),
      (["-o", "a.wav", "--out-dir", "many"], "Give either -o"),
      (["-o", "a.wav", "--lengths", "1m"], "--out-dir"),
      (["--out-dir", "many", "--shard", "0/3"], "--shard"),
      (["--out-dir", "many", "--lengths", "soon"], "--lengths"),
      (["--out-dir", "many", "--lengths", "5m,5 m"], "into different folders"),
    ])
  func `what goes against itself is said`(words: [String], said: String) throws {
    let outcome = try program.start(
      Program.path, ["render", "rain.practice"] + words
    ).outcome()
    #expect(outcome.code == 64, "\(outcome.errors)")
    #expect(outcome.errors.contains(said), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/a.wav"))
  }

  @Test func `voice, bells and breath get files of their own, as they sound together`() throws {
    let outcome = try program.run(
      "render", "rain.practice", "-o", "rain.wav", "--stems", "--captions", "srt", "--loudness",
      "-20")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let whole = try #require(WaveFile(program.folder + "/rain.wav"))
    for name in ["rain.voice.wav", "rain.bells.wav", "rain.breath.wav"] {
      #expect(WaveFile(program.folder + "/" + name)?.frames == whole.frames, "\(name)")
    }
    try FileManager.default.removeItem(atPath: program.folder + "/rain.wav")
    let kept = try program.run("render", "rain.practice", "-o", "rain.wav", "--stems")
    #expect(kept.code == 73)
    #expect(kept.errors.contains("rain.voice.wav"))
  }

  @Test func `many files are told as JSON, those that failed and those that are right too`() throws
  {
    let words = [
      "render", "rain.practice", "none.practice", "--voices", "calm,plain", "--out-dir", "many",
      "--format", "wav", "--json", "--jobs", "1",
    ]
    func events() throws -> [String] {
      let outcome = try program.start(Program.path, words).outcome()
      #expect(outcome.code == 66)
      return try outcome.output.split(separator: "\n").compactMap { line in
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return object?["event"] as? String
      }.filter { ["written", "up-to-date", "failed"].contains($0) }
    }
    #expect(try events() == ["written", "written", "failed", "failed"])
    #expect(try events() == ["up-to-date", "up-to-date", "failed", "failed"])
  }

  @Test func `a file that is no sound is left out of a feed, with a word`() throws {
    try program.write("not a sound", to: "cast/strange.mp3")
    #expect(try program.run("render", "rain.practice", "-o", "cast/rain.mp3").code == 0)
    let outcome = try program.run(
      "feed", "cast", "--base-url", "https://example.org/", "--title", "Rain & Snow", "--email",
      "ana@example.org", "--language", "en")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("strange.mp3 could not be read"))
    #expect(outcome.errors.contains("cast/feed.xml: 1 session\n"))
    let feed = try String(contentsOfFile: program.folder + "/cast/feed.xml", encoding: .utf8)
    #expect(feed.contains("Rain &amp; Snow"))
    #expect(feed.contains("ana@example.org"))
  }
}
