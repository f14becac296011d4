import Foundation
import KindlyLibrary
import Testing
import KindlyTimeline

@Suite struct JournalTests {
  private let scratch: ScratchFolder
  private let folders: Folders
  private let journal: Journal

  init() throws {
    scratch = try ScratchFolder()
    folders = try Folders(environment: ["HOME": scratch.path])
    journal = Journal(in: folders)
  }

  private func sit(_ title: String, seconds: Int = 600, whole: Bool = true) -> JournalEntry {
    JournalEntry(
      began: "2026-11-23T20:58:56+01:00", title: title, practice: "metta", day: 3,
      seconds: seconds, length: 600, isWhole: whole)
  }

  private func text() throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: journal.path)), as: UTF8.self)
  }

  @Test func `sits come back in order, also those that were cut short`() throws {
    let entries = [
      sit("Loving-kindness"), sit("Zwei \"Sätze\"\nund mehr", seconds: 12, whole: false),
      JournalEntry(
        began: "2026-11-24T07:00:00-03:30", title: "Sitting", seconds: 60, isWhole: true),
    ]
    for entry in entries { try journal.note(entry) }
    let read = try journal.entries()
    #expect(read.entries == entries)
    #expect(read.damaged == 0)
    #expect(try text().split(separator: "\n").count == 3)
  }

  @Test func `the file is for the listener alone`() throws {
    try journal.note(sit("a"))
    let mode = try FileManager.default.attributesOfItem(atPath: journal.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `there is nothing before the first sit`() throws {
    #expect(try journal.entries().entries.isEmpty)
  }

  @Test func `a line that was cut short is counted, and the next sit starts on its own line`()
    throws
  {
    try journal.note(sit("a"))
    try scratch.write(try text() + "{\"v\": 1, \"beg", to: ".local/state/kindly/journal.jsonl")
    try journal.note(sit("b"))
    let read = try journal.entries()
    #expect(read.entries.map(\.title) == ["a", "b"])
    #expect(read.damaged == 1)
  }

  @Test func `names that are new are passed over, and a new version is not guessed at`() throws {
    try scratch.write(
      """
      {"v": 1, "mood": {"x": [1]}, "began": "2026", "title": "t", "seconds": 1, "whole": true}
      {"v": 2, "began": "2026", "title": "t", "seconds": 1, "whole": true}
      {"v": 1, "began": "2026", "title": "t", "seconds": -1, "whole": true}

      """, to: ".local/state/kindly/journal.jsonl")
    let read = try journal.entries()
    #expect(read.entries == [JournalEntry(began: "2026", title: "t", seconds: 1, isWhole: true)])
    #expect(read.damaged == 2)
  }

  @Test func `a journal that is off notes nothing and keeps what it has`() throws {
    try journal.note(sit("before"))
    try journal.turnOff()
    #expect(!journal.isOn)
    try journal.note(sit("meanwhile"))
    try journal.turnOn()
    try journal.turnOn()
    try journal.note(sit("after"))
    #expect(try journal.entries().entries.map(\.title) == ["before", "after"])
  }

  @Test func `a journal kept elsewhere behind a link goes on there, and a device is left alone`()
    throws
  {
    try scratch.write("", to: "elsewhere")
    try scratch.write("x", to: ".local/state/kindly/other")
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: journal.path, withDestinationPath: scratch.path + "/elsewhere")
    try journal.note(sit("a"))
    #expect(try journal.entries().entries.map(\.title) == ["a"])
    #expect(try files.contentsOfDirectory(atPath: scratch.path).contains("elsewhere"))
    try files.removeItem(atPath: journal.path)
    try files.createSymbolicLink(atPath: journal.path, withDestinationPath: "/dev/zero")
    #expect(throws: StateFileProblem(journal.path, EINVAL)) { try journal.note(sit("a")) }
    #expect(throws: StateFileProblem(journal.path, EINVAL)) { _ = try journal.entries() }
  }

  @Test func `a sit that goes on has its line, which grows and is completed in its place`() throws {
    try journal.note(sit("before"))
    var line = try journal.begin(sit("now", seconds: 5, whole: false))
    try journal.note(sit("another program"))
    #expect(try journal.entries().entries.map(\.seconds) == [600, 5, 600])
    try journal.change(&line, to: sit("now", seconds: 4000, whole: false))
    try journal.change(&line, to: sit("now", seconds: 4010), isLast: true)
    let read = try journal.entries()
    #expect(read.entries.map(\.seconds) == [600, 4010, 600])
    #expect(read.entries[1].isWhole && read.damaged == 0)
  }

  @Test
  func `a line that was edited away is appended at the end of the sit, and moved ones are found`()
    throws
  {
    var line = try journal.begin(sit("now", seconds: 5, whole: false))
    let begun = try text()
    try Data(("{\"v\":2}\n" + begun).utf8).write(to: URL(filePath: journal.path))
    try journal.change(&line, to: sit("now", seconds: 15, whole: false))
    #expect(try journal.entries().entries.map(\.seconds) == [15])
    try Data("mine\n".utf8).write(to: URL(filePath: journal.path))
    try journal.change(&line, to: sit("now", seconds: 25, whole: false))
    #expect(try text() == "mine\n")
    try journal.change(&line, to: sit("now", seconds: 30), isLast: true)
    #expect(try journal.entries().entries.map(\.seconds) == [30])
  }

  @Test func `threads that note at once lose no line`() async throws {
    let journal = journal
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        let entry = sit(String(repeating: "\(writer)", count: 5000))
        group.addTask { for _ in 0..<5 { try? journal.note(entry) } }
      }
    }
    let read = try journal.entries()
    #expect(read.entries.count == 20)
    #expect(read.damaged == 0)
  }

  @Test func `a table for spreadsheets quotes what it must and runs no formula`() {
    let text = JournalExport.csv([sit("=HYPERLINK(\"x\"), \"y\""), sit("Plain")])
    #expect(
      text == #"""
        began,title,practice,day,seconds,length,whole,words
        2026-11-23T20:58:56+01:00,"'=HYPERLINK(""x""), ""y""",metta,3,600,600,true,
        2026-11-23T20:58:56+01:00,Plain,metta,3,600,600,true,

        """#)
  }

  @Test func `JSON is one array of the journal's objects`() {
    #expect(
      JournalExport.json([sit("a")]).line
        == #"[{"v": 1, "began": "2026-11-23T20:58:56+01:00", "title": "a", "practice": "metta", "#
        + #""day": 3, "seconds": 600, "length": 600, "whole": true}]"#)
  }

  @Test func `a moment is written with its offset`() {
    let text = JournalTime.text(of: 1_795_467_536)
    #expect(text.count == 25)
    #expect(JournalTime.date(text).hasPrefix("2026-11-2"))
    #expect(JournalTime.clock(text).count == 5)
  }
}
