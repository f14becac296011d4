import Foundation
import Glibc
import Testing

/// What an adversary, a full pipe or a crash may not do.
@Suite struct TrustTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.write("Bell: none\n\nMay I be well.\n", to: "p.practice")
  }

  private func path(_ name: String) -> String { program.folder + "/" + name }

  private func text(_ name: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path(name)) ?? Data(), as: UTF8.self)
  }

  private func voice(_ name: String, command: String) throws {
    try program.write(
      "Name: A gift\nLanguage: en\nEngine: command\nCommand: \(command)\n",
      to: ".local/share/kindly/Voices/Narrators/\(name).voice")
    try program.write("Voice: \(name)\nBell: none\n\nMay Maya be well.\n", to: "v.practice")
  }

  @Test(arguments: ["feed.xml", "p.chapters.json"])
  func `feed replaces neither a link nor what it did not write`(name: String) throws {
    try program.write("# One\n\nBe well.\n\n# Two\n\nBe glad.\n", to: "p.practice")
    #expect(try program.run("render", "./p.practice", "--out-dir", "talks", "--quiet").code == 0)
    let feed = ["feed", "talks", "--base-url", "https://example.org/"]
    try program.write("precious", to: "bashrc")
    symlink("../bashrc", path("talks/" + name))
    let linked = try program.start(Program.path, feed).outcome()
    #expect(linked.code == 73 && linked.errors.contains("is a link"), "\(linked)")
    unlink(path("talks/" + name))
    try program.write("mine", to: "talks/" + name)
    let kept = try program.start(Program.path, feed).outcome()
    #expect(kept.code == 73 && kept.errors.contains("add `--force`"), "\(kept)")
    #expect(text("talks/" + name) == "mine")
    #expect(try program.start(Program.path, feed + ["--force"]).outcome().code == 0)
    #expect(try program.start(Program.path, feed).outcome().code == 0)
    #expect(
      text("bashrc") == "precious" && text("talks/" + name).contains("Two") || name == "feed.xml")
  }

  @Test func `a batch waits for nothing, follows no link, and sees what was damaged`() throws {
    let batch = ["render", "./p.practice", "--out-dir", "lib", "--format", "wav", "--quiet"]
    try FileManager.default.createDirectory(
      atPath: path("lib"), withIntermediateDirectories: true)
    mkfifo(path("lib/.p.wav.kindly"), 0o600)
    #expect(try program.start(Program.path, batch).outcome().code == 73)
    unlink(path("lib/.p.wav.kindly"))
    try program.write("precious", to: "bashrc")
    symlink("../bashrc", path("lib/p.wav"))
    #expect(try program.start(Program.path, batch).outcome().code == 73)
    #expect(text("bashrc") == "precious")
    #expect(try program.start(Program.path, batch + ["--force"]).outcome().code == 0)
    #expect(text("bashrc") == "precious")
    let good = try #require(FileManager.default.contents(atPath: path("lib/p.wav")))
    try Data(count: good.count).write(to: URL(filePath: path("lib/p.wav")))
    #expect(try program.start(Program.path, batch).outcome().code == 0)
    #expect(FileManager.default.contents(atPath: path("lib/p.wav")) == good)
  }

  @Test func `a voice starts its program only after consent, and again after a change`() throws {
    try voice("gift", command: "sh -c \"id >\(path("ran")); cat >/dev/null\"")
    for call in [
      ["doctor"], ["check", "v.practice"], ["voices"], ["render", "v.practice", "-o", "-"],
    ] {
      _ = try program.start(Program.path, call).outcome()
    }
    #expect(access(path("ran"), F_OK) != 0)
    let told = try program.run("check", "v.practice")
    #expect(told.code == 65 && told.output.contains("kindly voices trust gift"), "\(told)")
    let refused = try program.run("render", "v.practice", "-o", "a.wav")
    #expect(refused.code == 69 && refused.errors.contains("voices trust gift"), "\(refused)")
    let trust = try program.run("voices", "trust", "gift")
    #expect(trust.code == 0 && trust.output.contains("'id >"), "\(trust)")
    _ = try program.run("check", "v.practice")
    #expect(access(path("ran"), F_OK) == 0)
    unlink(path("ran"))
    try voice("gift", command: "sh -c \"id >\(path("ran")); cat >/dev/null; true\"")
    _ = try program.run("check", "v.practice")
    #expect(access(path("ran"), F_OK) != 0)
    #expect(try program.run("voices", "trust", "gift", "--withdraw").code == 0)
  }

  @Test func `an interrupt ends a command voice at once, and no words stay behind`() throws {
    program.environment["TMPDIR"] = path("tmp")
    try FileManager.default.createDirectory(
      atPath: path("tmp"), withIntermediateDirectories: true)
    try voice("slow", command: "sh -c \"echo $$ >\(path("pid")); cat >/dev/null; sleep 50\"")
    #expect(try program.run("voices", "trust", "slow").code == 0)
    for signal in [SIGINT, SIGKILL] {
      unlink(path("pid"))
      let run = try program.start(
        Program.path, ["render", "v.practice", "-o", "a.wav", "--quiet"])
      // `env -C` has become the program by the time the voice runs.
      try wait("the voice") { !text("pid").isEmpty }
      kill(run.process, signal)
      #expect(run.outcome().code == 128 + signal)
      let voice = Int32(text("pid").split(separator: "\n").first ?? "") ?? 0
      try wait("the end of the voice") { kill(voice, 0) != 0 }
      let left = FileManager.default.enumerator(atPath: path("tmp"))?.compactMap { $0 as? String }
      for name in left ?? [] { #expect(!text("tmp/" + name).contains("Maya"), "\(name)") }
    }
    // What a killed program left behind goes when the next one starts.
    _ = try program.run("voices")
    #expect(try FileManager.default.contentsOfDirectory(atPath: path("tmp")).isEmpty)
  }

  @Test func `a device that is full is told as what it is`() throws {
    let outcome = try program.run("render", "./p.practice", "-o", "/dev/full", "--quiet")
    #expect(outcome.code == 74 && outcome.errors.contains("`/dev/full` is full"), "\(outcome)")
    #expect(!outcome.errors.contains("removed"))
  }

  @Test(
    arguments: [
      "journal --add Sitting --length 20m", "course start first-week", "new other",
      "bells ring rin -o b.wav", "import p.practice -o i.practice",
    ])
  func `a file that may not grow is told by every command that writes`(call: String) throws {
    let outcome = try program.start(
      "/bin/sh", ["-c", "ulimit -f 0; exec '\(Program.path)' \(call)"]
    ).outcome()
    #expect([66, 69, 73, 74].contains(outcome.code), "\(call): \(outcome)")
  }

  @Test func `a closed standard output is a failure where a result was due`() throws {
    for call in ["list", "timeline ./p.practice", "journal --export json"] {
      let outcome = try program.start(
        "/bin/sh", ["-c", "exec '\(Program.path)' \(call) >&-"]
      ).outcome()
      #expect(outcome.code == 74 && outcome.errors.contains("closed"), "\(call): \(outcome)")
    }
  }

  @Test func `the first interrupt ends a render that waits for a reader`() throws {
    mkfifo(path("fifo"), 0o600)
    let run = try program.start(Program.path, ["render", "./p.practice", "-o", "fifo", "--quiet"])
    // It waits in open() as soon as all is spoken.
    let clips = path(".cache/kindly/clips")
    try wait("spoken words") {
      ((try? FileManager.default.contentsOfDirectory(atPath: clips)) ?? []).count > 0
    }
    kill(run.process, SIGINT)
    #expect(run.outcome().code == 128 + SIGINT)
  }

  @Test func `doctor tells private files that others may read`() throws {
    try program.write("Name: Maya\n", to: ".config/kindly/me.profile")
    chmod(path(".config/kindly/me.profile"), 0o644)
    let outcome = try program.run("doctor")
    #expect(outcome.output.contains("Other users of this machine may read"), "\(outcome.output)")
  }
}
