import KindlyBase
@testable import KindlySpeech
import Testing

@Suite struct ChangesTests {
  private func changes(_ text: String, _ language: String = "en") -> [SaidChange] {
    SpeakableText(text, language: language).changes
  }

  @Test(arguments: [
    ("Sit 10 min.", SaidChange.Kind.expanded, "10 min", "ten minutes"),
    ("Rest in ḍākinī.", .nearLetters, "ḍākinī", "dakini"),
    ("Be well 🙏.", .silent, "🙏", ""),
    ("Rest* here.", .silent, "*", ""),
    ("You &amp; me", .entity, "&amp;", "&"),
    ("Iâ€™m here.", .garbled, "â€™", "’"),
    ("Rest in любовь.", .otherScript, "любовь", "любовь"),
    ("On 3/4/2024", .guessed, "3/4/2024", "March fourth, twenty twenty-four"),
    ("Sit 5m.", .guessed, "5m", "five minutes"),
    ("END", .leftover, "END", "END"),
    ("Stay <b>", .tag, "<b>", ""),
  ])
  func `a change tells what is written, what is said, and where`(
    text: String, kind: SaidChange.Kind, written: String, said: String
  ) throws {
    let change = try #require(changes(text).first)
    #expect(change.kind == kind)
    #expect(change.written == written)
    #expect(change.said == said)
    #expect(String(decoding: Array(text.utf8)[change.range], as: UTF8.self) == written)
  }

  @Test(arguments: [
    "May I be safe.", "Let it be – as it is; don't hurry…", "Möge \"ich\" sein?",
    "(Rest here.)",
  ])
  func `plain words are left as they are`(text: String) {
    #expect(changes(text).isEmpty)
    #expect(SpeakableText(text).string == text)
  }

  @Test func `spoken words point at the words they stand for`() throws {
    let text = "Für 10 min, Maya."
    let said = SpeakableText(text, language: "de")
    #expect(said.string == "Für zehn Minuten, Maya.")
    let utf8 = Array(text.utf8)
    for (word, written) in [("zehn", "10"), ("Minuten", "min"), ("Maya", "Maya")] {
      let place = try #require(said.string.range(of: word, from: said.string.startIndex))
      let origin = try #require(said.origin(of: place, count: word.count))
      let found = String(decoding: utf8[origin], as: UTF8.self)
      #expect(found == written)
    }
  }

  @Test func `lists of words count in their order, and longer words before shorter`() {
    let own = LanguageLexicons([
      [Respelling(word: "metta", spoken: "meh tah")],
      [
        Respelling(word: "metta", spoken: "other"), Respelling(word: "nhat", spoken: "nyut"),
        Respelling(word: "thich nhat hanh", spoken: "tick nyut hahn"),
      ],
    ])
    let text = SpeakableText("Metta, Thich Nhat Hanh, nhat.", lexicons: own.lexicons)
    #expect(text.string == "meh tah, tick nyut hahn, nyut.")
    #expect(text.changes.allSatisfy { $0.kind == .listed })
  }
}

extension String {
  /// The number of scalars before a text.
  fileprivate func range(of text: String, from start: Index) -> Int? {
    var index = start
    while index < endIndex {
      if self[index...].hasPrefix(text) { return self[..<index].unicodeScalars.count }
      index = self.index(after: index)
    }
    return nil
  }
}
