import KindlyAuthoring
import KindlyBase
import KindlyLanguage
import Testing

@testable import KindlyStudio

private let practice = """
  Title: Short
  Pronounce: sangha as sung-gah

  # One
  Settle. [4s]
  Breathe.
  // A note.
  [repeat 2 times]
  Rest.
  Stay.
  [end]

  # Two
  > May I be safe.
  Thank you.
  """

private func source(_ text: String = practice) -> Source { Source(path: "a.practice", text: text) }

/// What gestures make of a text.
@Suite struct EditingTests {
  private func moved(_ line: Int, to other: Int, behind: Bool) throws -> [String] {
    let edits = try LineMove(source()).changes(line: line, to: other, isBehind: behind)
    return String(decoding: source().applying(edits).bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func aLineMovesWithItsSilenceAndNothingElseDoes() throws {
    let lines = try moved(5, to: 6, behind: true)
    #expect(lines[4...6] == ["Breathe.", "Settle. [4s]", "// A note."])
    #expect(try moved(6, to: 5, behind: false) == lines)
    #expect(try moved(9, to: 10, behind: true)[8...9] == ["Stay.", "Rest."])
    #expect(try moved(15, to: 14, behind: false).suffix(2) == ["Thank you.", "> May I be safe."])
    #expect(try moved(14, to: 15, behind: true).suffix(2) == ["Thank you.", "> May I be safe."])
    #expect(try LineMove(source()).changes(line: 5, to: 6, isBehind: false).isEmpty)
  }

  @Test(arguments: [(5, 15), (5, 9), (9, 5), (4, 5), (7, 5), (5, 8), (5, 99), (99, 5)])
  func aLineStaysInItsSectionAndBlock(line: Int, other: Int) {
    #expect(throws: EditRefused.self) { try moved(line, to: other, behind: true) }
  }

  @Test func theNextWordsOfTheSectionAreFound() {
    let move = LineMove(source())
    #expect(move.neighbour(of: 5, isBehind: true) == 6)
    #expect(move.neighbour(of: 5, isBehind: false) == nil)
    #expect(move.neighbour(of: 10, isBehind: false) == 9)
  }

  @Test func aWordIsSaidOtherwise() throws {
    let header = HeaderEdit(source())
    let new = source().applying([try header.change(saying: "metta", as: "meh-tah")])
    #expect(
      String(decoding: new.bytes, as: UTF8.self).contains(
        "sung-gah\nPronounce: metta as meh-tah\n"))
    let other = source().applying([try header.change(saying: "Sangha", as: "sahng")])
    #expect(
      String(decoding: other.bytes, as: UTF8.self).contains("\nPronounce: Sangha as sahng\n"))
    for (word, spoken) in [("", "a"), ("metta", ""), ("metta", "a; b as c"), ("metta", "a\nb")] {
      #expect(throws: EditRefused.self) { try header.change(saying: word, as: spoken) }
    }
  }

  @Test func aSilenceIsWrittenWhereItIsOrBehindTheWords() throws {
    let edit = SilenceEdit(source())
    func text(_ line: Int, _ seconds: Double, _ isAbout: Bool) throws -> String {
      let change = try edit.change(line: line, to: Frames(seconds: seconds), isAbout: isAbout)
      return String(decoding: source().applying([change]).bytes, as: UTF8.self)
    }
    #expect(try text(5, 7.5, false).contains("Settle. [7.5s]\n"))
    #expect(try text(6, 90, true).contains("Breathe. [~1m30s]\n"))
    #expect(throws: EditRefused.self) { try text(7, 5, false) }
  }
}

/// How changes and files become text.
@Suite struct TextTests {
  @Test(arguments: [
    ("abc", "abXc"), ("", "a"), ("a😀b", "a😁b"), ("äö", "ö"), ("e\u{301}", "e"), ("aaa", "aa"),
  ])
  func theSmallestChangeMakesTheOtherText(old: String, new: String) throws {
    let splice = try #require(Splice(from: old, to: new))
    #expect(splice.applied(to: old)?.utf8.elementsEqual(new.utf8) == true)
    #expect(Splice(from: old, to: old) == nil)
  }

  @Test func aChangeOutsideOrInsideACharacterIsRefused() {
    #expect(Splice(at: 3, cut: 1, put: "").applied(to: "abc") == nil)
    #expect(Splice(at: 1, cut: 0, put: "x").applied(to: "😀") == nil)
    #expect(Splice(at: 2, cut: 0, put: "x").applied(to: "😀") == "😀x")
    #expect(Splice(.object([("at", .int(-1)), ("cut", .int(0)), ("put", .string(""))])) == nil)
  }

  @Test(arguments: ["a\nb\n", "a\r\nb\r\n", "\u{FEFF}a\n", "a\r\nb\n", "\r", ""])
  func bytesComeBackAsTheyWere(text: String) throws {
    let bytes = Array(text.utf8)
    let read = try #require(TextForm.read(bytes))
    #expect(read.form.bytes(of: read.text) == bytes)
  }

  @Test func whatIsNoTextIsTold() { #expect(TextForm.read([0x61, 0xFF]) == nil) }
}
