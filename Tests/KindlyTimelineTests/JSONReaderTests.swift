import KindlyTimeline
import Testing

@Suite struct JSONReaderTests {
  @Test(
    arguments: [
      #"{"a":1,"b":[true,false,null],"c":"x\ny","d":{"e":-2.5}}"#:
        #"{"a": 1, "b": [true, false, null], "c": "x\ny", "d": {"e": -2.5}}"#,
      #" [ ] "#: "[]", "{}": "{}", #""é \u00e9 \ud83d\ude00 \/""#: #""é é 😀 /""#, "1e3": "1000.0",
    ])
  func `what is written is read`(text: String, wanted: String) {
    #expect(JSONReader.value(Array(text.utf8)[...])?.line == wanted)
  }

  @Test(
    arguments: [
      "", "{", "[1,]", #"{"a" 1}"#, #"{"a":}"#, #""\x""#, #""\ud83d""#, "\"a\nb\"", "tru", "1 2",
      "+1",
      #""\u+123""#, "\"open", String(repeating: "[", count: 10_000),
    ])
  func `what is no JSON is refused`(text: String) {
    #expect(JSONReader.value(Array(text.utf8)[...]) == nil)
  }

  @Test func `bytes that are no text are refused`() {
    #expect(JSONReader.value([0x22, 0xff, 0xfe, 0x22]) == nil)
  }

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
