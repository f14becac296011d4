import KindlyLanguage
import Testing

/// Own wishes in several languages, in one profile.
@Suite struct OwnWishesTests {
  private func sets(_ text: String) -> [[String]] {
    let source = Source(path: "me.profile", text: text)
    let reading = read(profile: source)
    #expect(reading.diagnostics.map(\.message) == [])
    return reading.tree.ownSets.map { set in
      [set.header.language?.value ?? "-"] + set.wishes.map { WrittenWish($0, in: source).words }
    }
  }

  @Test(arguments: [
    ("> May I rest.\n", [["-", "May I rest."]]),
    // As earlier versions read it: one language, for all wishes.
    ("> Möge ich ruhen.\nLanguage: de\n", [["de", "Möge ich ruhen."]]),
    (
      "> May I rest.\nLanguage: de\n> Möge ich ruhen.\n",
      [["-", "May I rest."], ["de", "Möge ich ruhen."]]
    ),
    (
      "Language: en\n> May I rest.\nLanguage: de-AT\nVoice: warm-de\n> Möge ich ruhen.\n",
      [["en", "May I rest."], ["de-AT", "Möge ich ruhen."]]
    ),
    (
      "Language: de\n> Eins.\nLanguage: en\n> One.\nLanguage: de\n> Zwei.\n",
      [["de", "Eins.", "Zwei."], ["en", "One."]]
    ),
    ("Language: de\n", []),
  ])
  func `a Language line begins the wishes below it`(text: String, expected: [[String]]) {
    #expect(sets(text) == expected)
  }

  @Test func `five wishes are many in one language only`() {
    let lines = ["Language: en", "> A.", "> B.", "> C.", "Language: de", "> D.", "> E.", "> F."]
    #expect(sets(lines.joined(separator: "\n")).map(\.count) == [4, 4])
    let one = read(
      profile: Source(path: "x", text: (lines + ["> G.", "> H."]).joined(separator: "\n")))
    #expect(one.diagnostics.map(\.severity) == [.warning])
  }

  @Test func `wishes that say no language are found by their English words`() {
    func language(_ text: String) -> String? {
      read(profile: Source(path: "x", text: text)).tree.ownSets.first?.writtenLanguage
    }
    #expect(language("> May I rest.") == "en")
    #expect(language("> Möge ich ruhen.\n> I am here.") == "en")
    #expect(language("> Möge ich im Mai ruhen.") == nil)
    #expect(language("self: May I rest.\nyou: May you rest.") == "en")
    #expect(language("Language: fr\n> May I rest.") == "fr")
    let profile = read(profile: Source(path: "x", text: "> May I rest.\nLanguage: de\n> Ruhe."))
    #expect(profile.tree.ownSet(in: "de-CH")?.wishes.count == 1)
    #expect(profile.tree.ownSet(in: "en") == profile.tree.ownSets.first)
    #expect(profile.tree.ownSet(in: "es") == nil)
  }

  private func rewrite(_ text: String, _ language: String, _ wishes: String...) -> String {
    Profile.text(
      of: Source(path: "me.profile", text: text), withWishes: wishes.map { WrittenWish($0) },
      in: language)
  }

  @Test(arguments: [
    // In place of the old ones of that language; the others stay.
    (
      "Language: en\n> A.\n\nLanguage: de\n> B. // b\n", "de",
      "Language: en\n> A.\n\nLanguage: de\n> Neu.\n// b\n"
    ),
    (
      "Language: en\n> A.\n\nLanguage: de\n> B.\n", "en-GB",
      "Language: en\n> Neu.\n\nLanguage: de\n> B.\n"
    ),
    // A language that has none yet goes to the end.
    (
      "Language: en\n> A.\n", "de", "Language: en\n> A.\n\nLanguage: de\n\n> Neu.\n"
    ),
    ("> May I rest.\n", "de", "> May I rest.\n\nLanguage: de\n\n> Neu.\n"),
    // English ones without a word about it are English.
    ("> May I rest.\n", "en", "Language: en\n\n> Neu.\n"),
    // Below its own line, before the next one.
    (
      "Language: de\n\nLanguage: en\n> A.\n", "de",
      "Language: de\n\n> Neu.\n\nLanguage: en\n> A.\n"
    ),
  ])
  func `wishes of one language are rewritten`(old: String, language: String, new: String) {
    let text = rewrite(old, language, "Neu.")
    #expect(text == new)
    let tree = read(profile: Source(path: "x", text: text)).tree
    #expect(tree.ownSet(in: language)?.wishes.count == 1)
  }
}
