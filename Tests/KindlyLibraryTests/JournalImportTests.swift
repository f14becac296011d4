import Foundation
@testable import KindlyLibrary
import Testing

@Suite struct JournalImportTests {
  private func table(_ text: String) throws -> [JournalEntry] {
    try JournalTable(Array(text.utf8), untitled: "Sitting").entries
  }

  private func problems(_ text: String) -> Int {
    do {
      _ = try table(text)
      return 0
    } catch let problems as JournalTableProblems {
      return problems.messages.count
    } catch {
      return -1
    }
  }

  @Test func `what is exported is read back the same`() throws {
    let entries = [
      JournalEntry(
        began: "2026-11-23T20:58:56+01:00", title: "=1+1, \"x\"", practice: "metta", day: 3,
        seconds: 61, length: 600, isWhole: false, words: "Rain, and quiet"),
      JournalEntry(began: "2026-03-01T07:00:00-03:30", title: "Plain", seconds: 600, isWhole: true),
    ]
    #expect(try table(JournalExport.csv(entries)) == entries)
  }

  @Test(
    arguments: [
      ("Started At,Duration,Preset,Activity\n2026-11-20 07:00:00Z,0:20:0,Morning,Metta\n", 1200),
      ("date;minutes\n20.11.2026 07:00Z;12,5\n", 750),
      ("Date,Time,Duration (min),Notes\n2026-11-20,7:00 AM Z,20,calm\n", 1200),
      ("date,duration (h:mm)\n2026-11-20T07:00Z,1:10\n", 4200),
      ("date,duration (m:ss)\n2026-11-20T07:00Z,1:10\n", 70),
      ("date,length\n2026-11-20T07:00:00.000+00:00,1 h 10 min\n", 4200),
      ("date,duration_sec,place\n11/20/2026 7:00 AM Z,90,home\n", 90),
    ])
  func `tables of other programs are read`(text: String, seconds: Int) throws {
    let entry = try #require(try table(text).first)
    #expect(entry.seconds == seconds)
    #expect(JournalTime.seconds(of: entry.began) == 1_795_158_000, "\(entry.began)")
    #expect(entry.isWhole)
  }

  @Test func `titles and words come from their columns, and one row tells how dates are written`()
    throws
  {
    let entries = try table(
      "Date,Minutes,Activity,Preset,Notes\n3/4/2026 7:00,20,Metta,Bells,quiet\n"
        + "25/4/2026 07:00,20,,Bells,\n")
    #expect(entries.map(\.title) == ["Metta", "Bells"])
    #expect(entries.map(\.words) == ["quiet", nil])
    #expect(entries[0].began.hasPrefix("2026-04-03T07:00:00"))
  }

  @Test(
    arguments: [
      ("", 1), ("a,b\n1,2\n", 1), ("date,minutes\n3/4/2026,20\n", 1), ("date,minutes\n,20\n", 1),
      ("date,minutes\n2026-02-30,20\nsoon,20\n2026-01-01,\n", 3),
      ("date,duration\n2026-01-01,20\n2026-01-01,20:00\n2026-01-01,long\n", 3),
      ("date,minutes\n2026-01-01,0\n2026-01-01,1441\n2026-01-01,1e99\n", 3),
      ("date,minutes\n2026-01-01\n", 1), ("date,minutes\n\"2026-01-01,20\n", 1),
      ("date,minutes\n1/13/2026,20\n13/1/2026,20\n", 2),
    ])
  func `every row that can't be used is told`(text: String, count: Int) {
    #expect(problems(text) == count)
  }

  @Test func `sits are in the order of their moments, and months are summed`() {
    func sit(_ began: String, _ seconds: Int = 600) -> JournalEntry {
      JournalEntry(began: began, title: began, seconds: seconds, isWhole: true)
    }
    // 23:30 in New York is later than 4:00 of the next day in Berlin.
    let entries = [
      sit("2026-11-01T04:00:00+01:00"), sit("2026-10-31T23:30:00-05:00"),
      sit("2026-10-31T08:00:00+01:00", 61), sit("2025-10-31T08:00:00+01:00"),
    ]
    #expect(JournalEntry.byDate(entries).map(\.began) == [3, 2, 0, 1].map { entries[$0].began })
    #expect(
      JournalMonth.months(of: entries) == [
        JournalMonth(month: "2025-10", sits: 1, seconds: 600),
        JournalMonth(month: "2026-10", sits: 2, seconds: 661),
        JournalMonth(month: "2026-11", sits: 1, seconds: 600),
      ])
  }

  @Test func `moments are checked`() {
    for good in ["2026-11-20T07:00", "2026-11-20 07:00", "20.11.2026 7:00", "2026-11-20T07:00:30Z"]
    {
      #expect(JournalTime.moment(good)?.hasPrefix("2026-11-20T07:00") == true, "\(good)")
    }
    for bad in [
      "", "2026-11-20", "2026-13-01T07:00", "2026-02-30T07:00", "2026-11-20T25:00", "07:00",
      "3/4/2026 07:00", "2026-11-20T07:60", "2026-11-20T7", "20261120T0700", "2026-11-20T07:00+99",
    ] { #expect(JournalTime.moment(bad) == nil, "\(bad)") }
  }
}

@Suite struct JournalWordsTests {
  private let journal: Journal
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    journal = Journal(in: try Folders(environment: ["HOME": scratch.path]))
  }

  private func sit(_ title: String, _ day: Int, seconds: Int = 600) -> JournalEntry {
    JournalEntry(
      began: "2026-11-0\(day)T07:00:00+01:00", title: title, seconds: seconds, isWhole: true)
  }

  @Test func `words go to the sit that began last, and everything else stays`() throws {
    #expect(try journal.write(words: "nothing") == nil)
    try journal.note([sit("last", 5), sit("older", 2)])
    #expect(try journal.write(words: "Rain.\n\"Still\"")?.title == "last")
    let read = try journal.entries()
    #expect(read.entries.map(\.title) == ["last", "older"])
    #expect(read.entries.map(\.words) == ["Rain.\n\"Still\"", nil])
    #expect(read.damaged == 0)
    _ = try journal.write(words: "")
    #expect(try journal.entries().entries == [sit("last", 5), sit("older", 2)])
  }

  @Test func `words to a sit that goes on stay while it goes on and when it ends`() throws {
    var line = try journal.begin(sit("now", 5, seconds: 5))
    _ = try journal.write(words: "begun")
    try journal.change(&line, to: sit("now", 5, seconds: 15))
    try journal.change(&line, to: sit("now", 5, seconds: 25))
    _ = try journal.write(words: "another thought")
    try journal.change(&line, to: sit("now", 5, seconds: 35), isLast: true)
    let read = try journal.entries()
    #expect(read.entries.map(\.seconds) == [35])
    #expect(read.entries.map(\.words) == ["another thought"])
    #expect(read.damaged == 0)
  }
}
