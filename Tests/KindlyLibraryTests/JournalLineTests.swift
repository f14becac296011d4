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

  @Test func `a line is read alike whether it is taken as Kindly writes it or as any other`() {
    let texts = ["Ease", "Ease", "for “you” ☼", "a \\ and a \"", "tab\t", ""]
    var quick = 0
    for number in 0..<600 {
      var entry = JournalEntry(
        began: "2026-11-23T20:58:56+01:00", title: texts[number % texts.count],
        seconds: number * 7_919,
        isWhole: number % 2 == 0)
      if number % 3 > 0 { entry.practice = texts[number / 6 % texts.count] }
      if number % 5 > 1 { entry.day = number % 11 }
      if number % 7 > 2 { entry.length = number }
      if number % 4 > 2 { entry.words = texts[number / 2 % texts.count] }
      var bytes = Array(entry.json.line.utf8) + Array(repeating: 0x20, count: number % 3)
      // Some are damaged, or say something else.
      if number >= 300 {
        bytes[number * 31 % bytes.count] = [0x22, 0x2C, 0x30, 0x5C, 0xFF][number % 5]
      }
      let whole = JournalEntry(line: bytes[...])
      let isRead = bytes.withUnsafeBytes { bytes in
        // What is remembered points at the line, which goes away.
        var before = JournalLine.Before()
        var line = JournalLine(bytes)
        guard let entry = line.entry(after: &before) else { return false }
        #expect(entry == whole)
        return true
      }
      if number < 300 { #expect(whole == entry) }
      quick += isRead ? 1 : 0
    }
    #expect((100..<500).contains(quick))
  }

  @Test func `texts that come again are those of the line before`() {
    let lines = ["a", "a", "b", "a"].map {
      JournalEntry(began: "x", title: $0, practice: $0, seconds: 1, isWhole: true).json.line
    }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    bytes.withUnsafeBytes { all in
      var before = JournalLine.Before()
      var place = 0
      for (line, title) in zip(lines, ["a", "a", "b", "a"]) {
        let range = place..<place + line.utf8.count
        var reader = JournalLine(UnsafeRawBufferPointer(rebasing: all[range]))
        let entry = reader.entry(after: &before)
        #expect(entry?.title == title && entry?.practice == title)
        place = range.upperBound + 1
      }
    }
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
