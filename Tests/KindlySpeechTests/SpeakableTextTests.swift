import KindlyBase
@testable import KindlySpeech
import Testing

@Suite struct SpeakableTextTests {
  private func spoken(_ text: String, _ pronunciations: [Respelling] = []) -> String {
    SpeakableText(text, lexicons: [SaidLexicon(pronunciations)]).string
  }

  @Test(arguments: [
    ("May I be safe.", "May I be safe."),
    ("  two   spaces\tand a tab ", "two spaces and a tab"),
    (
      "don\u{2019}t, won\u{2019}t, can\u{2019}t, it\u{2019}s fine", "don't, won't, can't, it's fine"
    ),
    ("Stop!!! Really???", "Stop! Really?"),
    ("And then....... nothing", "And then… nothing"),
    ("Two.. dots", "Two. dots"),
    ("a?!?!?!?!b", "a?!?b"),
    ("[[h@l'oU]]", "h at l'oU"),
    ("safe\u{202E}\u{200B}\u{1B}ly", "safely"),
    ("e\u{301}te\u{301}", "été"),
    ("U.S.A. and e.g. this", "U.S.A. and for example this"),
  ])
  func `text is cleaned`(given: String, expected: String) {
    #expect(spoken(given) == expected)
  }

  @Test(arguments: [
    "Don\u{2019}t wait.... ½ of \u{FF21}ll \u{E9}t\u{E9}s", "naïve\u{0}\u{A0}caf\u{E9}",
    "慈悲 1½ ﬁne \u{1D400}",
  ])
  func `a mark far away changes nothing`(text: String) {
    let alone = ComposedText(text).characters
    let beside = ComposedText(text + " e\u{301}").characters
    #expect(beside.dropLast(2).elementsEqual(alone))
    #expect(beside.last?.scalar == "é")
  }

  @Test func `a letter keeps at most two marks`() {
    let zalgo = "a" + String(repeating: "\u{0335}", count: 50) + "b"
    #expect(SpeakableText(zalgo, language: "ar").characters.count == 4)
  }

  @Test func `rows that end espeak-ng are loosened`() {
    let dotted = spoken(String(repeating: "a.b.c.d.e.f.", count: 15))
    #expect(!dotted.contains("."))
    let rows = spoken(String(repeating: "s'", count: 220))
    #expect(!rows.contains("'"))
    let word = spoken(String(repeating: "x", count: 100))
    #expect(word.split(separator: " ").map(\.count) == [40, 40, 20])
  }

  @Test func `a respelled word keeps its place in the text as given`() {
    let respelling = Respelling(word: "metta", spoken: "meh-tah")
    let text = SpeakableText("Our Metta's here.", lexicons: [SaidLexicon([respelling])])
    #expect(text.string == "Our meh-tah's here.")
    #expect(text.origin(of: 4, count: 3) == 4..<9)
    #expect(text.origin(of: 8, count: 3) == 4..<9)
    #expect(spoken("mettas", [respelling]) == "mettas")
  }

  @Test func `the first of two respellings of a word counts`() {
    let respellings = [
      Respelling(word: "metta", spoken: "may tah"), Respelling(word: "may", spoken: "mye"),
      Respelling(word: "metta", spoken: "other"),
    ]
    #expect(spoken("metta may", respellings) == "may tah mye")
  }

  @Test func `offsets count bytes of the text as given`() {
    let text = SpeakableText("Für  dich.")
    #expect(text.string == "Für dich.")
    #expect(text.origin(of: 4, count: 4) == 6..<10)
  }

  @Test func `long texts are split where one takes breath`() {
    let sentence = "This is one sentence among many others. "
    let pieces = SpeakableText(String(repeating: sentence, count: 31)).pieces()
    #expect(pieces.count == 4)
    #expect(pieces.allSatisfy { $0.text.characters.count <= 400 && $0.text.string.hasSuffix(".") })
    #expect(pieces.map(\.gap) == [0.35, 0.35, 0.35, 0])
    let whole = pieces.map(\.text.string).joined(separator: " ")
    #expect(whole + " " == String(repeating: sentence, count: 31))
  }

  @Test(arguments: ["", "   ", "---", "\u{202E}", "…"])
  func `what has no letter is not speakable`(text: String) {
    #expect(!SpeakableText(text).isSpeakable)
  }
}
