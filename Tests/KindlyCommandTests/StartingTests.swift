import Foundation
import Glibc
import Testing

/// Where, when and how loud a sitting begins, as a listener asks for it.
@Suite(.besideOthers) struct StartingTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.write(
      "Title: Two rooms\nBell: none\n\n# Arriving\nBe at ease. [1s]\n# Wishes\nBe well. [1s]\n",
      to: "rooms.practice")
  }

  private func play(_ arguments: String...) throws -> Program.Outcome {
    try program.start(
      Program.path, ["play", "rooms.practice", "--device", "null", "--json"] + arguments
    ).outcome()
  }

  @Test(arguments: ["Wishes", "wi", "0:02"])
  func `a sitting begins at a section, at the beginning of its name or at a time`(
    place: String
  ) throws {
    let outcome = try play("--from", place)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(!outcome.output.contains("Be at ease."))
    #expect(outcome.output.contains("Be well."))
  }

  @Test(
    arguments: [
      (["--from", "Wihses"], "Did you mean \"Wishes\"?"),
      (["--from", "Nowhere at all"], "such as 3:20, or one of: Arriving, Wishes."),
      (["--from", "9:00"], "is past the end"), (["--at", "25:00"], "such as 06:30"),
      (["--at", "noon"], "such as 06:30"),
      (["--in", "soon"], "'soon' is invalid for '--in <time>': use a time such as 20m"),
      (["--in", "1s", "--at", "06:30"], "only one of"),
      (["--resume", "--from", "0:01"], "only one of"),
      (["--volume", "101"], "'--volume <volume>': use a number from 0 to 100."),
      (["--bell-volume", "-1"], "--bell-volume"), (["--samples", "int8"], "use one of float32"),
      (["--set", "friend"], "a name and its value, such as place=home"),
      (["--toward", "you, he, she"], "--toward"),
    ])
  func `what can't be asked is said before a sound is made`(
    words: [String], said: String
  ) throws {
    let outcome = try program.start(
      Program.path, ["play", "rooms.practice", "--device", "null"] + words
    ).outcome()
    #expect(outcome.code == 64, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(said), "\(outcome.errors)")
  }

  @Test func `where no section has a name only a time is asked for`() throws {
    try program.write("Be at ease. [1s]\n", to: "plain.practice")
    let outcome = try program.run("play", "plain.practice", "--device", "null", "--from", "Wishes")
    #expect(outcome.code == 64)
    #expect(
      outcome.errors
        == "kindly: --from Wishes: this session has no such section. Write a time such as 3:20.\n")
  }

  @Test func `a sitting begins after a while, and not before`() throws {
    var before = timespec()
    clock_gettime(CLOCK_BOOTTIME, &before)
    let outcome = try play("--in", "2s", "--voice-volume", "50", "--bell-volume", "0")
    var after = timespec()
    clock_gettime(CLOCK_BOOTTIME, &after)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Be well."))
    #expect(after.tv_sec - before.tv_sec >= 2)
  }

  @Test(arguments: [("--in", "1h"), ("--at", "")])
  func `who waits for the beginning can leave`(option: String, given: String) throws {
    var moment = time(nil) + 7_200
    var day = tm()
    localtime_r(&moment, &day)
    let value = given.isEmpty ? "\(day.tm_hour):\(day.tm_min)" : given
    let running = try program.start(
      Program.path, ["play", "rooms.practice", "--device", "null", option, value])
    // It takes signals itself from then on.
    try wait("the program, which takes SIGINT itself") {
      let status = try String(contentsOfFile: "/proc/\(running.process)/status", encoding: .utf8)
      let blocked = status.split(separator: "\n").first { $0.hasPrefix("SigBlk:") }
      return (UInt64(blocked?.dropFirst(8) ?? "", radix: 16) ?? 0) >> (SIGINT - 1) & 1 == 1
    }
    kill(running.process, SIGINT)
    let outcome = running.outcome()
    #expect(outcome.code == 130, "\(outcome.errors)")
    #expect(!outcome.errors.contains("Be at ease."))
  }

  @Test func `a note of care is said before anything else`() throws {
    try program.write(
      "Care: Not for those who drive.\nBell: none\n\nBe at ease. [1s]\n", to: "care.practice")
    let outcome = try program.run("play", "care.practice", "--device", "null", "--plain")
    #expect(outcome.code == 0)
    #expect(outcome.errors.hasPrefix("Not for those who drive.\n"), "\(outcome.errors)")
  }

  @Test func `a place that was never left is begun at its beginning`() throws {
    let outcome = try play("--resume")
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("There is no place to go on from"))
    #expect(outcome.output.contains("Be at ease."))
  }

  @Test func `somebody who uses a screen reader is not talked over`() throws {
    program.environment["ACCESSIBLE"] = "1"
    let outcome = try program.run("play", "rooms.practice", "--device", "null")
    #expect(!outcome.errors.contains("Be at ease."))
    #expect(outcome.errors.contains("The end, after"))
  }
}
