import Testing

@testable import KindlyLanguage

@Test func `columns count what a person sees`() {
  let text = "\u{FEFF}e\u{301}👩‍👧慈x\r\nsecond"
  let source = Source(path: "a", text: text)
  let places = Places(of: source)
  let offset = Array(text.utf8).firstIndex(of: UInt8(ascii: "x")) ?? 0
  #expect(places.place(of: offset) == Place(line: 1, column: 4))
  #expect(places.place(of: source.bytes.count) == Place(line: 2, column: 7))
  #expect(source.text(at: places.span(ofLine: 2)) == "second")
}

@Test(arguments: [
  ("freind", "friend"), ("Titel", "Title"), ("bel", "bell"), ("thrid", "third"),
])
func `a slip finds its word`(slip: String, word: String) {
  #expect(nearest(to: slip, in: ["friend", "Title", "bell", "third", "self"]) == word)
}

@Test(arguments: ["x", "banana", "be", ""])
func `another word finds none`(word: String) {
  #expect(nearest(to: word, in: ["friend", "Title", "bell", "third", "self"]) == nil)
}

@Test func `a marked line shows no control character`() {
  let source = Source(path: "a\u{1B}[2J.practice", text: "Go \u{1B}[31m \u{202E}now.\n")
  let drawn = Report(on: source).drawing(of: read(practice: source).diagnostics)
  #expect(drawn.unicodeScalars.allSatisfy { $0 == "\n" || (!$0.isControl && !$0.turnsDirection) })
  #expect(drawn.contains("␛"))
  #expect(drawn.contains("<U+202E>"))
}
