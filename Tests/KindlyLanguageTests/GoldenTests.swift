import Foundation
import Testing

@testable import KindlyLanguage

/// A source and the report an author gets for it, together in one file of `Golden`.
///
/// `RECORD=1` writes the file and fails the test, so that nobody records by accident.
func expectGolden(_ source: Source, as kind: FileKind, named name: String) {
  let told = diagnostics(of: source, as: kind)
  let shown = source.lines().map { shortened(visible(source.text(at: $0.whole))) + "\n" }
    .joined()
  let text = shown + "\n----\n" + Report(on: source).drawing(of: told)
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden/\(name).golden")
  if ProcessInfo.processInfo.environment["RECORD"] != nil {
    try? Data(text.utf8).write(to: file)
    Issue.record("recorded \(name)")
    return
  }
  let golden = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  #expect(golden == text)
}

/// A line as it is kept: a very long one only by its start and its length.
private func shortened(_ line: String) -> String {
  line.count <= 600 ? line : "\(line.prefix(60))… (\(line.count) characters)"
}

@Test(
  arguments: Explanation.all.filter { ProblemCode(rawValue: $0.code) != nil && $0.example != nil })
func `the report of each problem is as recorded`(page: Explanation) {
  let source = Source(path: "example." + page.kind.rawValue, text: page.example ?? "")
  expectGolden(source, as: page.kind, named: page.code)
}

/// Mistakes that people really make, and places that are hard to count.
private let mistakes: [(name: String, text: String)] = [
  ("clock-as-length", "Stay here. [1:02:30]\n"),
  ("unit-misspelt", "Stay here. [pause 10 secnds]\n"),
  ("unit-missing-in-range", "Stay here. [10 to 40]\n"),
  ("person-misspelt", "[toward freind]\n> May I be safe.\n"),
  ("option-misspelt", "[bell, softy]\n"),
  ("word-too-many", "[bell, gently]\n"),
  ("chime", "[chime]\n"),
  ("bracket-in-bracket", "Stay here. [pause [10s]]\n"),
  ("end-of-other", "[for each friend, self]\n> May I be safe.\n[end repeat]\n"),
  ("repeat-without-times", "[repeat 3]\nStay here.\n[end]\n"),
  ("smart-quotes", "[recorded “hello.flac]\n"),
  ("speak-tag", "<speak>\nStay here. <break time=\"500ms\"/> <emphasis>Really</emphasis>.\n"),
  ("key-of-other-name", "Duration: 20 min\nNarrator: calm\n\nStay here.\n"),
  ("tab-and-columns", "\tStay\there. [pasue 10s]\r\n"),
  ("byte-order-mark", "\u{FEFF}[pasue 10s]\n"),
  ("wide-characters", "慈悲 👩‍👧 e\u{301} [pasue 10s]\n"),
  ("long-line", String(repeating: "Stay here now. ", count: 30) + "[pasue 10s] and on.\n"),
  ("moment-without-colon", "[silence until 10]\n"),
  ("moment-in-for-each", "[for each friend, self]\n[bell at 10:00]\n[end]\n"),
  ("words-after-silence", "> May I [5s] be safe.\n"),
  ("rule-as-heading", "Stay here.\n=====\n"),
  ("breath-too-long", "[breath in 2 min, out 6s]\n"),
  ("repeats-multiply", nested(repeats: 10_000, levels: 3)),
  (
    "many-at-once",
    "Titel: Evening\nLength: 1:30\n\n# Evening [3 min]\n[bel]\nStay. (pause)\n[pause 10]\n---\n[end]\n"
  ),
]

/// Repeats inside repeats.
func nested(repeats: Int, levels: Int) -> String {
  String(repeating: "[repeat \(repeats) times]\n", count: levels) + "Let go. [5s]\n"
    + String(repeating: "[end]\n", count: levels)
}

@Test(arguments: mistakes)
func `a mistake that people make is answered as recorded`(name: String, text: String) {
  expectGolden(
    Source(path: "evening.practice", text: text), as: .practice, named: "mistake-" + name)
}

@Test func `bytes that are no text are named`() {
  let latin = Array("Stay. F".utf8) + [0xFC] + Array("r dich.\n".utf8)
  expectGolden(
    Source(path: "evening.practice", bytes: latin), as: .practice, named: "invalid-utf8")
  let wide: [UInt8] = [0xFF, 0xFE, 0x53, 0x00]
  expectGolden(
    Source(path: "evening.practice", bytes: wide), as: .practice, named: "invalid-utf8-of-utf16")
}

@Test func `sizes beyond the limits are named`() {
  let line = String(repeating: "go ", count: 4000)
  expectGolden(
    Source(path: "evening.practice", text: "Let \(line)\n"), as: .practice,
    named: "line-too-long")
  expectGolden(
    Source(path: "evening.practice", text: "Let \(line.prefix(3000))\n"), as: .practice,
    named: "utterance-too-long")
  let whole = Source(path: "evening.practice", text: String(repeating: "Let go.\n", count: 140_000))
  let told = diagnostics(of: whole, as: .practice)
  #expect(told.map(\.code) == ["file-too-large"])
  #expect(told.first?.message.contains("1,120,000") == true)
}
