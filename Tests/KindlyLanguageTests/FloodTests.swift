import Testing

@testable import KindlyLanguage

/// A file that is no text, or full of mistakes, is told in few words and in time that grows with it.
struct FloodTests {
  private func told(_ bytes: [UInt8]) -> [Diagnostic] {
    read(practice: Source(path: "a.practice", bytes: bytes)).diagnostics
  }

  @Test func `bytes that are no text are one sentence`() {
    #expect(told([UInt8](repeating: 0, count: 64_000)).map(\.code) == ["nul-character"])
    let noise = (0..<20_000).map { UInt8(truncatingIfNeeded: ($0 &* 7919) >> 3 | 0x80) }
    #expect(told(noise).map(\.title) == ["not a text file"])
  }

  @Test func `UTF-16 without its mark is known`() {
    let text = "Title: Evening\n\nLet the day go.\n"
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [little, big, [0xFF, 0xFE] + little] {
      #expect(told(bytes).map(\.message) == ["This file is UTF-16 text."])
    }
  }

  @Test func `of thousands of mistakes the first are drawn and the others counted`() {
    let source = Source(
      path: "a.practice", text: String(repeating: "[x]\nStay.<b>\n", count: 3000))
    let all = read(practice: source).diagnostics
    #expect(all.count == 2 * Limit.problems + 1)
    #expect(all.last?.message == "There are 5,600 more problems from here on.")
    let report = Report(on: source).drawing(of: all)
    #expect(report.count { $0 == "^" } == Limit.drawnProblems)
    #expect(report.hasSuffix("a.practice: 5,980 more problems are not shown.\n"))
    #expect(report.utf8.count < 20_000)
  }

  @Test func `an error after many warnings still counts`() {
    let source = Source(
      path: "a.practice", text: String(repeating: "Stay.<b>\n", count: 500) + "[x]\n")
    let reading = read(practice: source)
    #expect(reading.hasErrors)
    #expect(Report(on: source).drawing(of: reading.diagnostics).contains("unknown cue"))
  }
}

@Test(arguments: [
  ("<break time=\"3s\"/>", "[3s]"), ("<break time='500ms'/>", "[0.5s]"), ("<break/>", "[pause]"),
  ("<break strength=\"x-strong\"/>", "[long pause]"), ("<silence msec=\"1500\"/>", "[1.5s]"),
  ("<pause 3s>", "[3s]"), ("<em>", nil),
])
func `a tag that makes a pause shows the cue`(tag: String, cue: String?) {
  #expect(pauseOfTag(tag) == cue)
}
