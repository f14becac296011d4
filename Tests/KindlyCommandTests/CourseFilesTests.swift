import Foundation
import KindlyRecording
import Testing

/// Courses as files, and their days by name.
@Suite(.besideOthers) struct CourseFilesTests {
  private func program() throws -> Program {
    let program = try Program()
    try program.write(
      """
      Title: Two days
      Length: 30s

      # Day 1: arriving
      [bell]
      Good evening, {listener|friend}.
      [rest]
      # Day 2: a friend
      Think of a friend.
      [rest]

      """, to: "two.course")
    return program
  }

  @Test func `a course is a file for each day, as an album in its order`() throws {
    let program = try program()
    let outcome = try program.run(
      "render", "two.course", "--out-dir", "week", "--lengths", "30s,40s", "--format", "mp3",
      "--captions", "vtt")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: program.folder + "/week")
      .filter { $0.hasSuffix(".mp3") && !$0.hasPrefix(".") }.sorted()
    #expect(
      names == [
        "two-01-arriving-30s.mp3", "two-01-arriving-40s.mp3", "two-02-a-friend-30s.mp3",
        "two-02-a-friend-40s.mp3",
      ])
    let facts = try #require(FileFacts(path: program.folder + "/week/two-02-a-friend-40s.mp3"))
    #expect(facts.title == "Day 2: a friend")
    #expect(facts.album == "Two days")
    #expect(facts.track == TrackNumber(2, of: 2))
    #expect(facts.comment == "two:2")
    let feed = try program.run("feed", "week", "--base-url", "https://example.org/week")
    #expect(feed.code == 0, "\(feed.errors)")
    // Each day is a session of its own: apps show one of those that are the same.
    #expect(!feed.errors.contains("the same practice"), "\(feed.errors)")
  }

  @Test func `pages of a course are listed in its order`() throws {
    let program = try Program()
    try program.write(
      "Title: Two\nLength: 10s\n\n# Zeal\nGo.\n[rest]\n# Ease\nRest.\n[rest]\n", to: "two.course")
    let outcome = try program.run("render", "two", "--out-dir", "pages", "--format", "html")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try program.run("page", "pages").code == 0)
    let index = try String(contentsOfFile: program.folder + "/pages/index.html", encoding: .utf8)
    let places = try ["two-01-zeal.html", "two-02-ease.html"].map {
      try #require(index.range(of: $0), "\(index)").lowerBound
    }
    #expect(places == places.sorted())
  }

  @Test func `a day is named wherever a practice is`() throws {
    let program = try program()
    let second = try program.run("timeline", "two.course:2")
    #expect(second.code == 0, "\(second.errors)")
    #expect(second.output.contains("Think of a friend."))
    let first = try program.run("timeline", "two")
    #expect(first.output.contains("Good evening, friend."), "\(first)")
    let none = try program.run("timeline", "two:3")
    #expect(none.code == 66)
    #expect(none.errors.contains("two has 2 days; there is no day 3."), "\(none.errors)")
    let file = try program.run("render", "two:3", "--out-dir", "none")
    #expect(file.code == 66 && file.errors.contains("there is no day 3."), "\(file.errors)")
    let one = try program.run("render", "two:1", "-o", "one.wav", "--set", "listener=Mira")
    #expect(one.code == 0, "\(one.errors)")
    let slip = try program.run("timeline", "first-wek")
    #expect(slip.errors.contains("Did you mean first-week?"), "\(slip.errors)")
  }

  @Test func `every day of a course is solved when it is checked`() throws {
    let program = try program()
    let good = try program.run("check", "two.course")
    #expect(good.code == 0, "\(good)")
    #expect(good.output.contains("two.course, Day 2: a friend: 0:30"), "\(good.output)")
    let short = try program.run("check", "two.course", "--length", "1s")
    #expect(short.code == 65)
    #expect(short.output.contains("two.course: error"), "\(short.output)")
    let built = try program.run("check", "first-week")
    #expect(built.code == 0, "\(built)")
  }
}
