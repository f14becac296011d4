import Foundation
import Testing

/// Home, presets, places and courses, as a listener meets them.
@Suite(.besideOthers) struct ListenerHomeTests {
  private let program: Program

  init() throws { program = try Program() }

  private func text(_ name: String) throws -> String {
    String(
      decoding: try Data(contentsOf: URL(filePath: program.folder + "/" + name)), as: UTF8.self)
  }

  @Test func `without a terminal there is the help, and play asks for a name`() throws {
    let help = try program.run()
    #expect(help.code == 0)
    #expect(help.output.contains("\nSitting:\n"))
    let play = try program.run("play")
    #expect(play.code == 64)
    #expect(play.errors.contains("kindly play metta"))
  }

  @Test func `a list is filtered, and a word that is no name is looked for`() throws {
    let found = try program.run("list", "carers")
    #expect(found.output.contains("ten-minutes"))
    #expect(!found.output.contains("metta-five"))
    #expect(try program.run("list", "zebra").code == 66)
    let play = try program.run("play", "carers")
    #expect(play.code == 66)
    #expect(play.errors.contains("ten-minutes"))
    let slip = try program.run("play", "first-weak")
    #expect(slip.code == 66)
    #expect(slip.errors.contains("Did you mean first-week?"))
  }

  @Test func `a preset is saved, shown and used; a practice of its name comes first`() throws {
    try program.useNullDevice()
    try program.write("Title: Tiny\n\nBe at ease. [rest]\n", to: "tiny.practice")
    let saved = try program.run(
      "play", "./tiny.practice", "--length", "8s", "--save-as", "evening", "--quiet")
    #expect(saved.code == 0, "\(saved.errors)")
    let path = URL(filePath: program.folder + "/tiny.practice").resolvingSymlinksInPath().path
    #expect(try text(".config/kindly/me.profile") == "Preset: evening is \(path), 8s\n")
    #expect(try program.run("presets").output == "evening  \(path), 8s\n")
    let again = try program.run("play", "evening", "--volume", "50", "--save-as", "soft", "--quiet")
    #expect(again.code == 0, "\(again.errors)")
    #expect(try program.run("presets").output.contains("soft     \(path), 8s, volume 50"))
    let own = try program.run("timeline", "evening", "--json")
    #expect(own.output.contains("\"frames\": 384000"), "\(own.errors)")
    let other = try program.run("timeline", "evening", "--length", "9s", "--json")
    #expect(other.output.contains("\"frames\": 432000"))
    #expect(try program.run("play", "metta", "--save-as", "metta").code == 64)
  }

  @Test func `days of a course have names of their own`() throws {
    let day = try program.run("timeline", "first-week:3", "--json")
    #expect(day.code == 0)
    #expect(day.output.contains("Day 3"))
    let none = try program.run("timeline", "first-week:30")
    #expect(none.code == 66)
    #expect(none.errors.contains("has 7 days"))
  }

  @Test func `each course keeps its own progress`() throws {
    #expect(try program.run("course", "start", "first-week").code == 0)
    #expect(try program.run("course", "skip").code == 0)
    let other = try program.run("course", "start", "ten-days-kinder")
    #expect(other.errors.contains("kindly course start first-week"))
    let back = try program.run("course", "start", "first-week")
    #expect(back.errors.contains("goes on"))
    #expect(back.errors.contains("Day 2"))
    #expect(try program.run("course", "start", "first-week", "--again").errors.contains("Day 1"))
    #expect(try program.run("course", "stop").code == 0)
    #expect(try program.run("today").code == 66)
    #expect(try program.run("course", "start", "first-week").errors.contains("goes on"))
  }

  @Test func `a place is found at another length, and a short sitting does not lose it`() throws {
    let practice = "Bell: none\n\n# One\nBe at ease. [70s]\n\n# Two\nRest here. [~20s]\n"
    try program.write(practice, to: "p.practice")
    let path = program.folder + "/p.practice"
    let real = URL(filePath: path).resolvingSymlinksInPath().path
    let frame = 48_000 * 75
    try program.write(
      "\(frame) 99999999 \(real) 0\nwhen 2026-11-27T06:30:00+01:00\ntitle P\nheard \(frame)\n"
        + "section Two\nat speech 7 0 4800 48000\nplay \(real)\n",
      to: ".local/state/kindly/places/x")
    let listed = try program.run("continue", "--list")
    #expect(listed.output.contains("P · Two"), "\(listed)")
  }

  @Test func `nothing that was left is a sentence`() throws {
    let run = try program.run("continue")
    #expect(run.code == 66)
    #expect(run.errors.contains("Q ends a sitting"))
  }
}

@Suite(
  .besideOthers, .enabled(if: TerminalScreen.isInstalled, "needs the Debian package tmux"))
struct JourneyTests {
  @Test(.timeLimit(.minutes(10)))
  func `first start, search, play, leave, go on, two days of a course, a preset`() throws {
    let program = try Program()
    try program.writeQuietPractice()
    let own = ".local/share/kindly/Sessions"
    try FileManager.default.createDirectory(
      atPath: program.folder + "/" + own, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: program.folder + "/quiet.practice", toPath: program.folder + "/\(own)/quiet.practice")
    try program.write(
      """
      Title: Two short days
      Bell: none

      # Day 1: sitting
      Be here. [3s]

      # Day 2: walking
      Step by step. [3s]
      """, to: "\(own)/Courses/short.course")
    let device = try program.pacedDevice()
    try program.write("Device: \(device)\n", to: ".config/kindly/me.profile")
    let screen = try TerminalScreen(program)
    try screen.type(Program.path)
    try screen.see("a good place to begin")
    try screen.type("zebra")
    try screen.see("Nothing fits \"zebra\"")
    try screen.type("quiet")
    try screen.see("1  ")
    try screen.type("1")
    try screen.see("of 1:00")
    try screen.press("PageDown")
    try screen.see("May I be safe.")
    try screen.press("Q")
    try screen.see("ready>")
    try screen.type("clear; \(Program.path)")
    try screen.see("Go on")
    try screen.type("1")
    try screen.see("Wishes")
    try screen.press("Q")
    try screen.see("ready>")
    try screen.type("clear; \(Program.path) course start short; \(Program.path)")
    try screen.see("2  Two short days · Day 1: sitting")
    try screen.type("2")
    try screen.see("Be here.")
    try screen.see("ready>")
    try screen.type("clear; \(Program.path) course")
    try screen.see("Day 1: sitting (heard today)")
    try screen.see("Day 2: walking (next)")
    // The next day: what was heard today was heard the day before.
    let state = ".local/state/kindly/course"
    let progress = try text(of: state, in: program)
    let heard = try #require(progress.firstMatch(of: /Heard: (\d{4}-\d\d-\d\d)/)).output.1
    try program.write(progress.replacing(heard, with: try dayBefore(heard)), to: state)
    try screen.type("clear; \(Program.path)")
    try screen.see("2  Two short days · Day 2: walking")
    try screen.type("2")
    try screen.see("Step by step.")
    try screen.see("ready>")
    try screen.type("clear; \(Program.path) play quiet --length 50s --save-as dusk")
    try screen.see("of 0:50")
    try screen.press("q")
    try screen.see("ready>")
    try screen.type("clear; \(Program.path)")
    try screen.see("dusk · quiet, 50s")
    try screen.type("dusk")
    try screen.see("1  dusk")
    try screen.type("1")
    try screen.see("of 0:50")
    try screen.press("q")
    try screen.see("ready>")
  }

  private func text(of name: String, in program: Program) throws -> String {
    try String(contentsOf: URL(filePath: program.folder + "/" + name), encoding: .utf8)
  }

  private func dayBefore(_ day: Substring) throws -> String {
    let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
    return try style.parse(String(day)).addingTimeInterval(-86_400).formatted(style)
  }
}
