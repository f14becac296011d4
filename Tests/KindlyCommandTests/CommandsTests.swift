import Foundation
import Glibc
import Testing

/// Corners of the commands that other tests leave alone, as somebody comes upon them.
@Suite(.besideOthers) struct CommandsTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.useNullDevice()
    try program.write("Title: Rain\n\nIt rains. [1s]\nIt snows.\n", to: "rain.practice")
  }

  // MARK: - Bells

  @Test func `a bell is heard to its end`() throws {
    let outcome = try program.run("bells", "ring", "woodblock", "--strength", "0.5")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let nowhere = try program.run("bells", "ring", "woodblock", "--device", "nowhere")
    #expect(nowhere.code == 69)
    #expect(nowhere.errors.contains("kindly doctor"))
  }

  @Test func `a bell that rings long fades when it is asked to stop`() throws {
    let device = try program.pacedDevice()
    let running = try program.start(
      Program.path, ["bells", "ring", "bowl-large", "--device", device])
    // A device that is being played to writes down what it heard.
    try wait("the first sound") {
      try FileManager.default.contentsOfDirectory(atPath: program.folder + "/device").count > 1
    }
    kill(running.process, SIGINT)
    #expect(running.outcome().code == 130)
  }

  @Test func `a bell is written in the format of its ending, and over nothing`() throws {
    let float = try program.run("bells", "ring", "rin", "-o", "rin.flac", "--bits", "32")
    #expect(float.code == 64)
    #expect(float.errors.contains("choose 16-bit or 24-bit"))
    #expect(try program.run("bells", "ring", "rin", "-o", "rin.flac", "--bits", "24").code == 0)
    let again = try program.run("bells", "ring", "rin", "-o", "rin.flac")
    #expect(again.code == 73)
    #expect(again.errors.contains("--force"))
    #expect(try program.run("bells", "ring", "rin", "-o", "rin.xyz").code == 64)
    #expect(try program.run("bells", "ring", "rin", "--bits", "12").code == 64)
    let shown = try program.run("bells", "show", "rin", "--picture", "rin.flac")
    #expect(shown.code == 73)
    #expect(shown.output.contains("A5"))
  }

  @Test func `where nothing rings no bell is found`() throws {
    try program.write("Title: Quiet\nBell: none\n\n[pause 2s]\n", to: "quiet.practice")
    #expect(try program.run("render", "quiet.practice", "-o", "quiet.wav").code == 0)
    let fit = try program.run("bells", "fit", "quiet.wav", "-o", "quiet.bell")
    #expect(fit.code == 65)
    #expect(fit.errors.contains("There is no ringing sound in quiet.wav"))
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/quiet.bell"))
  }

  // MARK: - Lists

  @Test func `programs get lists as JSON, and a text with problems is marked in it`() throws {
    try program.write("It rains. [bel]\n", to: ".local/share/kindly/Sessions/mine.practice")
    let text = try program.run("list")
    #expect(text.output.hasPrefix("Practices\n"))
    #expect(text.output.contains("\nPhrase sets\n"))
    let json = try program.run("list", "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["practices", "courses", "phrases"])
    let practices = try #require(object["practices"] as? [[String: Any]])
    #expect(practices.contains { $0["name"] as? String == "metta" })
    let mine = try #require(practices.first { $0["name"] as? String == "mine" })
    #expect(mine["problems"] as? Bool == true)
  }

  @Test func `a timeline is shown with its times, words and lines`() throws {
    let outcome = try program.run("timeline", "rain.practice")
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("Rain, 0:0"))
    #expect(outcome.output.contains("It snows.  (line 4)"))
  }

  @Test func `sits by hand are noted however short, and damaged lines are counted`() throws {
    #expect(try program.run("journal", "--add", "A breath", "--length", "40s").code == 0)
    let path = program.folder + "/.local/state/kindly/journal.jsonl"
    let whole = try String(contentsOfFile: path, encoding: .utf8)
    try program.write(whole + "nonsense\n{\"v\":\n", to: ".local/state/kindly/journal.jsonl")
    let shown = try program.run("journal")
    #expect(shown.output.hasSuffix("  40 s  A breath\n"))
    #expect(shown.errors.hasPrefix("2 lines of "))
    #expect(try program.run("journal", "--off").errors.contains("no longer noted"))
  }

  // MARK: - Checking

  @Test func `explanations are offered by code, and every code when none is near`() throws {
    let far = try program.run("check", "--explain", "xyzzy-plugh")
    #expect(far.code == 64)
    #expect(far.errors.contains("use one of ") && far.errors.contains(" bad-escape, "))
    let both = try program.run("check", "--explain", "bad-escape", "rain.practice")
    #expect(both.code == 0)
    #expect(both.output.contains("rain.practice: 0:"))
  }

  @Test func `an editor gets facts about a whole practice and about other files`() throws {
    try program.write("> May I be dry.\n", to: "dry.phrases")
    let outcome = try program.run("check", "--json", "rain.practice", "dry.phrases")
    #expect(outcome.code == 0, "\(outcome.output)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let files = try #require(object?["files"] as? [[String: Any]])
    #expect(files.map { $0["kind"] as? String } == ["practice", "phrases"])
    #expect(files[0]["frames"] as? Int ?? 0 > 48_000)
    #expect(files[1]["frames"] is NSNull)
  }

  // MARK: - Wishes

  @Test func `a wish is heard before it is chosen, or it is said why not`() throws {
    let device = program.environment["ALSA_CONFIG_PATH"]
    program.environment["ALSA_CONFIG_PATH"] = "/nonexistent/asound.conf"
    let mute = try program.run("phrases", "choose", input: "1\nh 1\nq\n")
    #expect(mute.code == 0)
    #expect(mute.errors.contains("I can't play it here"))
    program.environment["ALSA_CONFIG_PATH"] = device
    let heard = try program.run("phrases", "choose", input: "1\nh 1\n1\nd\nkeep\n")
    #expect(heard.code == 0, "\(heard.errors)")
    #expect(!heard.errors.contains("I can't play it here"))
    #expect(heard.output.split(separator: "\n").count == 1)
  }

  // MARK: - Writing

  @Test func `a script from standard input goes to standard output, unless it is too large`() throws
  {
    let piped = try program.run("import", "-", input: "It rains. (pause 5 seconds)\n")
    #expect(piped.code == 0)
    #expect(piped.output.contains("It rains. [5s]"))
    try program.write(String(repeating: "It rains.\n", count: 120_000), to: "large.txt")
    let large = try program.run("import", "large.txt", "-o", "large.practice")
    #expect(large.code == 65, "\(large.code)")
    #expect(large.errors.contains("a practice can have 1,024 KiB"))
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/large.practice"))
  }

  @Test func `an output that can't be written is an error with a sentence`() throws {
    let full = try program.start(
      "/bin/sh", ["-c", "'\(Program.path)' list > /dev/full"]
    ).outcome()
    #expect(full.code == 74)
    #expect(full.errors.contains("I can't write the result"))
  }
}
