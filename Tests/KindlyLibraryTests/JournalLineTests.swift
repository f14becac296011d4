import KindlyTimeline
import Testing

@testable import KindlyLibrary

@Suite struct JournalLineTests {
  @Test func `a line of the journal reads back what was noted`() {
    let entry = JournalEntry(
      began: "2026-11-23T20:58:56+01:00", title: "“Ease” \\ \t ☼", practice: "metta", day: 3,
      seconds: 600, length: 900, isWhole: false)
    #expect(JournalEntry(line: Array(entry.json.line.utf8)[...]) == entry)
    let line =
      #"{"later":[{"x":1}],"v":1,"began":"b","title":"t","practice":null,"seconds":5,"whole":true}"#
    #expect(
      JournalEntry(line: Array(line.utf8)[...])
        == JournalEntry(began: "b", title: "t", seconds: 5, isWhole: true))
    #expect(JournalEntry(line: Array(line.utf8).dropLast()) == nil)
  }

  @Test(
    arguments: [
      #"{"v":2,"began":"b","title":"t","seconds":5,"whole":true}"#,
      #"{"v":1,"began":"b","title":"t","seconds":-5,"whole":true}"#,
      #"{"v":1,"began":"b","title":"t","seconds":5}"#,
      #"{"v":1,"began":"b","title":5,"seconds":5,"whole":true}"#,
    ])
  func `a line that says something else is damaged`(line: String) {
    #expect(JournalEntry(line: Array(line.utf8)[...]) == nil)
  }
}
