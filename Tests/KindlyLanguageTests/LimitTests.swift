import Testing

@testable import KindlyLanguage

/// The codes of what is said about a practice.
private func codes(_ text: String) -> [String] {
  read(practice: Source(path: "limit.practice", text: text)).diagnostics.map(\.code)
}

@Test func `a file may have 1 MiB and no byte more`() {
  let line = String(repeating: "Let it go. ", count: 10) + "\n"
  var text = String(repeating: line, count: Limit.fileBytes / line.utf8.count)
  text += String(repeating: " ", count: Limit.fileBytes - text.utf8.count)
  #expect(codes(text) == [])
  #expect(codes(text + " ") == ["file-too-large"])
}

@Test func `a line may have 10,000 characters, whatever their bytes`() {
  let note = "// " + String(repeating: "ü", count: Limit.lineCharacters - 3)
  #expect(codes("Go.\n" + note) == [])
  #expect(codes("Go.\n" + note + "ü") == ["line-too-long"])
}

@Test func `an utterance may have 2,000 characters`() {
  let words = String(repeating: "ü", count: Limit.utteranceCharacters)
  #expect(codes(words) == [])
  #expect(codes(words + "ü") == ["utterance-too-long"])
}

@Test func `32 blocks may stand inside one another`() {
  #expect(codes(nested(repeats: 1, levels: Limit.nesting)) == [])
  #expect(codes(nested(repeats: 1, levels: Limit.nesting + 1)) == ["too-deep"])
  #expect(codes(nested(repeats: 1, levels: 500)) == ["too-deep"])
}

@Test func `a cue may say 10,000 times`() {
  #expect(codes("[repeat 10000 times]\nGo.\n[end]") == [])
  #expect(codes("[repeat 10001 times]\nGo.\n[end]").first == "out-of-range")
  #expect(codes("[repeat 0 times]\nGo.\n[end]").first == "out-of-range")
  #expect(codes("[breathe 1.5 times]") == ["out-of-range"])
}

@Test func `repeats may multiply to 200,000 events`() {
  #expect(codes("[repeat 20 times]\n[repeat 10000 times]\nGo.\n[end]\n[end]") == [])
  #expect(
    codes("[repeat 20 times]\n[repeat 10000 times]\nGo. [pause]\n[end]\n[end]")
      == ["too-many-events"])
  #expect(codes("[repeat 10000 times]\n[repeat 10000 times]\n[slower]\n[end]\n[end]").count == 1)
  #expect(codes(nested(repeats: 10_000, levels: 32)) == ["too-many-events"])
}

@Test func `a silence may last 24 hours, and all of them together no longer`() {
  #expect(codes("[24 h]") == [])
  #expect(codes("[24 h 1 s]") == ["too-long"])
  #expect(codes("[12 h]\nGo.\n[13 h]") == ["too-long"])
  #expect(codes("[silence until 24:00:00]") == [])
  #expect(codes("[silence until 24:00:01]") == ["too-long"])
  #expect(codes("[99999999999999999999999 h]") == ["too-long"])
}

@Test(arguments: [
  "../a", "/etc/passwd", "a/../../b", "a//b", "~/a", "a\\b",
])
func `no name points out of the folder`(name: String) {
  let report = read(practice: Source(path: "limit.practice", text: "[include \(name)]"))
  #expect(report.diagnostics.map(\.code) == ["outside-folder"])
  #expect(report.diagnostics[0].message.hasPrefix("\"\(name)\" is outside"))
  #expect(codes("[recorded \"\(name)\"]") == ["outside-folder"])
  #expect(codes("Recordings: \(name)\n\nGo.") == ["outside-folder"])
}
