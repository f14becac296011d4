import Foundation
import Testing

/// What belongs to the listener: journal, wishes, profile and course, through the built program.
@Suite(.besideOthers) struct ListenerTests {
  private let program: Program

  init() throws { program = try Program() }

  private func text(_ name: String) throws -> String {
    String(
      decoding: try Data(contentsOf: URL(filePath: program.folder + "/" + name)), as: UTF8.self)
  }

  // MARK: - Journal

  @Test func `two journals written by 50 processes each at once have every line whole`() throws {
    var running: [Program.Running] = []
    for number in 0..<50 {
      for journal in ["a", "b"] {
        program.environment["XDG_STATE_HOME"] = program.folder + "/" + journal
        // Longer than a pipe's or a page's atomic write.
        let title = "\(number) " + String(repeating: journal, count: 9000)
        running.append(
          try program.start(Program.path, ["journal", "--add", title, "--length", "20m"]))
      }
    }
    for run in running { #expect(run.outcome().code == 0) }
    for journal in ["a", "b"] {
      let lines = try text("\(journal)/kindly/journal.jsonl").split(separator: "\n")
      var numbers: Set<Int> = []
      for line in lines {
        let facts = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let title = try #require(facts?["title"] as? String)
        #expect(title.hasSuffix(String(repeating: journal, count: 9000)))
        numbers.insert(try #require(Int(title.prefix { $0 != " " })))
      }
      #expect(lines.count == 50)
      #expect(numbers == Set(0..<50))
    }
  }

  @Test func `the journal is shown, exported, turned off and on`() throws {
    #expect(try program.run("journal").errors == "There is no sit in the journal yet.\n")
    #expect(try program.run("journal", "--add", "Sitting", "--length", "25 min").code == 0)
    #expect(try program.run("journal").output.hasSuffix("  25 min  Sitting\n"))
    let csv = try program.run("journal", "--export", "csv").output
    #expect(csv.hasSuffix(",Sitting,,,1500,,true,\n"))
    let json = try program.run("journal", "--export", "json").output
    let sits = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(sits?.first?["seconds"] as? Int == 1500)
    #expect(try program.run("journal", "--off").code == 0)
    #expect(try program.run("journal", "--add", "x", "--length", "5m").code == 69)
    #expect(try program.run("journal", "--on").code == 0)
    #expect(try program.run("journal", "--off", "--on").code == 64)
    #expect(try program.run("journal", "--add", "x").code == 64)
    #expect(try program.run("journal", "--add", "x", "--length", "soon").code == 64)
    #expect(try program.run("journal").output.split(separator: "\n").count == 1)
  }

  @Test func `a journal that can't be written is a sentence and 74`() throws {
    try program.write("in the way", to: ".local/state/kindly")
    let run = try program.run("journal", "--add", "x", "--length", "5m")
    #expect(run.code == 74)
    #expect(run.errors.contains(".local/state/kindly"))
  }

  // MARK: - Folders

  @Test func `without a home there is a sentence`() throws {
    program.environment["HOME"] = ""
    for command in ["journal", "course", "today"] {
      let run = try program.run(command)
      #expect(run.code == 69)
      #expect(run.errors.contains("HOME is not set"))
    }
  }

  @Test func `relative folders of the environment are ignored`() throws {
    program.environment["XDG_STATE_HOME"] = "state"
    #expect(try program.run("journal", "--add", "x", "--length", "5m").code == 0)
    #expect(try text(".local/state/kindly/journal.jsonl").contains("\"x\""))
  }

  // MARK: - Wishes

  @Test func `wishes that are chosen are spoken by the phrases cue`() throws {
    try program.write("// by hand\nFriend: Rosa, she\n", to: ".config/kindly/me.profile")
    let chosen = try program.run(
      "phrases", "choose",
      input: "w\nMay I laugh often.\nw\nMay I mend.\n2\nMay I mend well.\nkeep\n")
    #expect(chosen.code == 0)
    #expect(chosen.output == "May I laugh often.\nMay I mend well.\n")
    #expect(!chosen.errors.contains("\u{1B}"))
    #expect(!chosen.errors.contains("\r"))
    #expect(
      try text(".config/kindly/me.profile")
        == "// by hand\nFriend: Rosa, she\n\nLanguage: en\n\n"
        + "> May I laugh often.\n> May I mend well.\n")
    try program.write(
      "Person: third\n\n[toward friend]\n[phrases]\n[toward self]\n[phrases]\n", to: "own.practice")
    let timeline = try program.run("timeline", "./own.practice", "--json").output
    for words in ["May Rosa laugh often.", "May she mend well.", "May I laugh often."] {
      #expect(timeline.contains(words))
    }
    let shown = try program.run("phrases", "show", "--toward", "friend", "--third").output
    #expect(shown == "May Rosa laugh often.\nMay she mend well.\n")
  }

  @Test func `a German system is offered German wishes, with their words for everybody`() throws {
    program.environment["LANG"] = "de_DE.UTF-8"
    let chosen = try program.run("phrases", "choose", input: "1\n1\nd\nkeep\n")
    #expect(chosen.output == "Möge ich geborgen sein.\n")
    let profile = try text(".config/kindly/me.profile")
    #expect(profile.contains("\nLanguage: de\n\nself: Möge ich geborgen sein.\nyou: "))
    #expect(
      try program.run("phrases", "show", "--toward", "all").output
        == "Mögen alle Wesen geborgen sein.\n")
  }

  @Test(arguments: ["", "1\n", "1\n1\nd\n", "1\n1\nd\nq\n"])
  func `a dialogue that ends without keep changes nothing`(input: String) throws {
    let run = try program.run("phrases", "choose", input: input)
    #expect(run.code == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("nothing was changed") || run.errors.contains("as it was"))
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/.config"))
  }

  @Test func `a wish without words for her is reported where it stands`() throws {
    try program.write("> I feel safe.\n", to: ".config/kindly/me.profile")
    let run = try program.run("phrases", "show", "--toward", "Maya, she", "--third")
    #expect(run.code == 65)
    #expect(run.errors.contains("me.profile:1:3: error: verb after I"))
  }

  @Test func `a profile that is edited is read again`() throws {
    program.environment["EDITOR"] = "sh -c 'echo Freind: Rosa >> \"$1\"' 'my editor'"
    let run = try program.run("phrases", "edit")
    #expect(run.code == 0)
    #expect(run.errors.contains("Did you mean \"Friend\"?"))
    program.environment["EDITOR"] = "no-such-editor"
    #expect(try program.run("phrases", "edit").code == 69)
  }

  @Test func `a profile with a mistake is told about before anything is played`() throws {
    try program.write("Breath: deep\n", to: ".config/kindly/me.profile")
    try program.write("Be here.\n", to: "p.practice")
    let run = try program.run("timeline", "./p.practice")
    #expect(run.code == 65)
    #expect(run.errors.contains("me.profile:1:9"))
  }

  // MARK: - Courses

  @Test func `a course is started, and gone through at any pace`() throws {
    #expect(try program.run("course").errors.contains("kindly course start NAME"))
    #expect(try program.run("today").code == 66)
    #expect(try program.run("course", "start", "no-such").code == 66)
    #expect(try program.run("course", "start", "first-week").code == 0)
    func next() throws -> String {
      try program.run("course").output.split(separator: "\n").first { $0.contains("(next)") }
        .map { String($0.prefix(7)) } ?? "none"
    }
    #expect(try next() == "  Day 1")
    // Day 1 was heard long ago: the pause is not mentioned.
    let state = ".local/state/kindly/course"
    try program.write("Course: first-week\nDay: 1\nHeard: 2001-01-01\n", to: state)
    #expect(try next() == "  Day 2")
    #expect(try program.run("course", "repeat").code == 0)
    #expect(try next() == "  Day 1")
    #expect(try program.run("course", "skip").code == 0)
    #expect(try next() == "  Day 2")
    #expect(try program.run("course", "stay").code == 0)
    #expect(try text(state) == "Course: first-week\nDay: 2\nStay: yes\n")
    for _ in 0..<9 { #expect(try program.run("course", "skip").code == 0) }
    #expect(try next() == "none")
    let over = try program.run("today")
    #expect(over.code == 0)
    #expect(over.errors.contains("You have finished First week."))
    #expect(try program.run("course", "repeat").errors.contains("Day 7"))
  }

  @Test func `today plays the next day, and the day after it on another date`() throws {
    try program.useNullDevice()
    try program.write(
      "Title: Tiny\n\n# Day 1: one\nOne. [0.1s]\n\n# Day 2: two\nTwo. [0.1s]\n", to: "tiny.course")
    #expect(try program.run("course", "start", "./tiny.course").code == 0)
    let first = try program.run("today", "--plain")
    #expect(first.code == 0)
    #expect(first.errors.hasPrefix("Tiny: Day 1: one\n"))
    let state = ".local/state/kindly/course"
    #expect(try text(state).contains("Day: 1\nHeard: 20"))
    let course = try text(state).split(separator: "\n")[0]
    try program.write("\(course)\nDay: 1\nHeard: 2001-01-01\n", to: state)
    let second = try program.run("today", "--plain")
    #expect(second.errors.hasPrefix("Tiny: Day 2: two\n"))
    #expect(try text(state).contains("Day: 2\nHeard: 20"))
  }

  @Test func `a course that lost its place says how to begin again`() throws {
    try program.write("Day: ?\n", to: ".local/state/kindly/course")
    let run = try program.run("today")
    #expect(run.code == 74)
    #expect(run.errors.contains("kindly course start NAME"))
  }
}
