import Testing

@testable import KindlyLanguage

/// What few files hold and what few callers ask; each is answered as well as the rest.

@Test(arguments: [FileKind.practice, .course, .phrases, .voice, .bell, .background, .profile])
func `bytes that are no text are named in every kind of file`(kind: FileKind) {
  let source = Source(path: "a", bytes: Array("Name: F".utf8) + [0xFC] + Array("r.\n".utf8))
  #expect(diagnostics(of: source, as: kind).last?.code == "invalid-utf8")
  #expect(formatted(source, as: kind) == nil)
  let large = Source(path: "a", text: String(repeating: "Name: For\n", count: 200_000))
  #expect(diagnostics(of: large, as: kind).contains { $0.code == "file-too-large" })
}

@Test(arguments: [
  ("[bell Bowl at 10:00]", "[bell Bowl, at 10:00]"),
  ("[bell, softly, at 0:10]", "[bell, softly, at 0:10]"), ("[bell at 10:00]", "[bell at 10:00]"),
  ("[phrases, twenty-five rounds]", "[phrases, 25 rounds]"),
  ("[voice 2]", "[voice 2]"), ("[language es-419]", "[language es-419]"),
])
func `a rare cue has a canonical form`(cue: String, canonical: String) {
  let source = Source(path: "a.practice", text: cue + "\n")
  #expect(formatted(source, as: .practice) == canonical + "\n")
}

@Test func `a full-width colon is a colon, and is written as an ordinary one`() {
  let practice = Source(path: "a", text: "Title： 慈悲\nLength：60s\n\nMay I be safe：now.\n")
  let reading = read(practice: practice)
  #expect(reading.diagnostics.isEmpty)
  #expect(reading.tree.header.title?.value == "慈悲")
  #expect(
    formatted(practice, as: .practice)
      == "Title: 慈悲\nLength: 60s\n\nMay I be safe：now.\n")
  let late = Source(path: "a", text: "May I be safe.\n\nBell： none\n")
  #expect(!diagnostics(of: late, as: .practice).isEmpty)
  let phrases = Source(path: "a", text: "Title：x\n\nself： May I be safe.\nall : May all be safe.\n")
  #expect(
    formatted(phrases, as: .phrases)
      == "Title: x\n\nself: May I be safe.\nall: May all be safe.\n")
  #expect(diagnostics(of: Source(path: "a", text: "slef： May I.\n"), as: .phrases).count == 1)
}

@Test func `every frame count has a decimal that is read as the same number`() {
  for frames in [1, 7, 47_999, 48_001, 1_234_567, 86_399 * 48_000 + 1] as [Int64] {
    let text = Duration.frames(frames).canonical
    let source = Source(path: "a", text: text)
    var reader = CueReader(source, in: SourceSpan(0, source.bytes.count))
    #expect((try? reader.duration()) == .frames(frames), "\(text)")
  }
}

@Test func `phrases and sheets are formatted as what they are`() {
  let phrases = Source(path: "a.phrases", text: "Title: Kind\n\n>  may I   be safe.\n")
  #expect(formatted(phrases, as: .phrases) == "Title: Kind\n\n> may I be safe.\n")
  let bell = Source(path: "a.bell", text: "name:  A\npitch: 200 Hz\n1 0 5\n")
  #expect(formatted(bell, as: .bell) == "Name: A\nPitch: 200 Hz\n1 0 5\n")
}

@Test func `lines before the first and after the last are the end of the file`() {
  let source = Source(path: "a", text: "one\ntwo")
  let places = Places(of: source)
  #expect(places.span(ofLine: 0) == SourceSpan(7, 7))
  #expect(places.span(ofLine: 3) == SourceSpan(7, 7))
}

@Test func `a value is the same wherever it stands`() {
  let twice: Set = [
    Located("friend", at: SourceSpan(0, 6)), Located("friend", at: SourceSpan(9, 15)),
  ]
  #expect(twice.count == 1)
}

@Test func `a name that is right is its own nearest, however short`() {
  #expect(nearest(to: "x", in: ["y", "x"]) == "x")
}

@Test func `reports draw each text that is at hand, and the words alone of others`() {
  let here = Source(path: "a.practice", text: "[pasue]\n")
  let there = Source(path: "b.practice", text: "[bel]\n")
  let told = [here, there].flatMap { diagnostics(of: $0, as: .practice) }
  let drawn = Report.drawing(of: told, over: [here.path: here])
  #expect(drawn.contains("1 | [pasue]"))
  #expect(drawn.contains("b.practice:1:"))
  #expect(!drawn.contains("[bel]\n"))
  #expect(drawn.contains("I don't know the cue \"bel\"."))
}
