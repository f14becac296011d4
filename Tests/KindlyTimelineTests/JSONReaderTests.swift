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
}
