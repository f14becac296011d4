import Foundation
import KindlyLanguage
import Testing

@Suite struct ProfileTests {
  private func read(_ text: String) -> Reading<Profile> {
    KindlyLanguage.read(profile: Source(path: "me.profile", text: text))
  }

  @Test func `everything a listener may write is read`() {
    let reading = read(
      """
      // Mine.
      name: Mira
      Language: en-GB
      Benefactor: James, he
      Friend: Rosa, she    // since school
      Neutral: they
      Difficult: Alex
      Someone: Maya, she
      Someone: my sister, she
      Phrases: ease
      Voice: warm
      Bell: tingsha
      Breath: in 4s, hold 1s, out 6s
      Length: 20 minutes
      Set: place = the garden by the wall
      Set: Tree=an oak

      > May I be safe.
      > May I be {place|at home}.
      self: May I have all I need.
      she: May she have all she needs.
      """)
    #expect(reading.diagnostics.map(\.message) == [])
    let profile = reading.tree
    #expect(profile.name?.value == "Mira")
    #expect(
      profile.people.map(\.value) == [
        Someone(.benefactor, name: "James", pronoun: .he),
        Someone(.friend, name: "Rosa", pronoun: .she), Someone(.neutral, pronoun: .they),
        Someone(.difficult, name: "Alex"), Someone(.named("Maya", .she)),
        Someone(.named("my sister", .she)),
      ])
    #expect(profile.phrases?.value == "ease")
    #expect(profile.voice?.value == "warm")
    #expect(profile.bell?.value == "tingsha")
    #expect(
      profile.breath?.value
        == BreathShape(
          inward: .frames(192_000), holdIn: .frames(48_000), outward: .frames(288_000)))
    #expect(profile.length?.value == .frames(57_600_000))
    #expect(profile.values == ["place": "the garden by the wall", "tree": "an oak"])
    #expect(profile.wishes.count == 3)
    #expect(profile.ownSets.first?.header.language?.value == "en-GB")
  }

  @Test func `an empty profile is a good one, and so is a new one`() {
    #expect(read("").tree == Profile())
    #expect(read("").diagnostics.isEmpty)
    #expect(read(Profile.template).diagnostics.isEmpty)
    #expect(read(Profile.template).tree == Profile())
    #expect(Profile().ownSets.isEmpty)
  }

  @Test func `every line of a new profile reads once its slashes are gone`() {
    let lines = Profile.template.split(separator: "\n").dropFirst(2)
      .filter { $0.hasPrefix("// ") && !$0.contains("wishes") }
    let reading = read(lines.map { $0.dropFirst(3) + "\n" }.joined())
    #expect(reading.diagnostics.map(\.message) == [])
    #expect(reading.tree.people.count == 5)
  }

  @Test func `the profile of the documentation reads without a word`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "Sources/Documentation/listener.md"), encoding: .utf8)
    let blocks = page.components(separatedBy: "```")
    let profile = try #require(blocks.count > 3 ? blocks[1] + blocks[3] : nil)
    #expect(read(profile).diagnostics.map(\.message) == [])
    #expect(read(profile).tree.wishes.count == 3)
  }

  @Test(arguments: [
    ("Freind: Rosa", "I don't know the key \"Freind\".", "Did you mean \"Friend\"?"),
    ("Person: Rosa", "\"Person\" is not a key here.", "Write \"Someone\" instead."),
    (
      "Hello", "This line is not of the form \"Key: value\".",
      "Start it with a key and a colon, such as \"Name: …\"."
    ),
    (
      "Friend: Rosa and James", "I can't read \"Rosa and James\" as \"Friend\".",
      "Write it like this: \"Friend: Rosa, she\"."
    ),
    (
      "Friend: all", "I can't read \"all\" as \"Friend\".",
      "Write it like this: \"Friend: Rosa, she\"."
    ),
    (
      "Friend: Rosa, she\nSomeone: rosa", "\"rosa\" was already given in line 1.",
      "Keep one of the two lines, or make the names different."
    ),
    (
      "Length: long", "I can't read \"long\" as \"Length\".",
      "Write it like this: \"Length: 20 min, always\"."
    ),
    (
      "Breath: deep", "I can't read \"deep\" as \"Breath\".",
      "Write it like this: \"Breath: in 4s, out 6s\"."
    ),
    (
      "Set: place", "I can't read \"place\" as \"Set\".",
      "Write it like this: \"Set: place = the garden\"."
    ),
    ("Set: listener = Mira", "{listener} already has a meaning.", "Write it as \"Name: …\"."),
    ("Set: they = x", "{they} already has a meaning.", "Choose another word."),
    (
      "Bell: bowl\nBell: gong", "\"Bell\" was already given in line 1.",
      "Keep one of the two lines."
    ),
  ])
  func `a mistake is reported as in any other file`(text: String, message: String, hint: String) {
    let found = read(text).diagnostics
    #expect(found.map(\.message) == [message])
    #expect(found.first?.hint == hint)
    // A key that is not known keeps no command from its work.
    let isKey = ["Person", "Freind"].contains { text.hasPrefix($0) }
    #expect(found.first?.severity == (isKey ? .warning : .error))
  }

  @Test(arguments: ["Voice: ../x", "Bell: /etc/passwd", "Phrases: a/../../b"])
  func `names do not lead out of the library`(text: String) {
    #expect(read(text).hasErrors)
  }

  @Test(arguments: 0..<40)
  func `any bytes are read without a trap, and other wishes always have a place`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let good = Array(
      "Name: Mira // x\nFriend: Rosa, she\n\nself: May I.\nshe: She.\n> May I rest.\n".utf8)
    for _ in 0..<50 {
      var bytes = good
      for _ in 0...next(6) { bytes[next(bytes.count)] = UInt8(next(256)) }
      bytes.removeLast(next(bytes.count))
      let source = Source(path: "me.profile", bytes: bytes)
      _ = KindlyLanguage.read(profile: source)
      let text = Profile.text(of: source, withWishes: [WrittenWish("May I be glad.")])
      #expect(text.contains("> May I be glad."))
    }
  }

  @Test func `mistakes in wishes and in keys come in the order of the text`() {
    let lines = read("> [bell]\nNmae: x\n> May I be {.\nBell: bowl").diagnostics
    #expect(lines.map { $0.span?.lower ?? -1 } == lines.map { $0.span?.lower ?? -1 }.sorted())
    #expect(lines.count >= 3)
  }
}

@Suite struct ProfileTextTests {
  private func rewrite(_ text: String, _ wishes: String...) -> String {
    Profile.text(
      of: Source(path: "me.profile", text: text), withWishes: wishes.map { WrittenWish($0) })
  }

  @Test func `other wishes take the place of the old ones, and all else stays`() {
    #expect(
      rewrite(
        """
        // Mine, by hand.
          Name:   Mira   // spaced as I like

        > May I be safe.  // the first one
        // between
        >May I be well.
        Bell: bowl

        """, "May I be glad.", "May I be well.")
          == """
          // Mine, by hand.
            Name:   Mira   // spaced as I like

          > May I be glad.
          >May I be well.
          // the first one
          // between
          Bell: bowl

          """)
  }

  @Test func `the first wishes go to the end`() {
    #expect(rewrite("Name: Mira", "May I be glad.") == "Name: Mira\n\n> May I be glad.\n")
    #expect(rewrite("", "May I be glad.") == "> May I be glad.\n")
    let new = rewrite(Profile.template, "May I be glad.")
    #expect(new.hasPrefix(Profile.template))
    #expect(new.hasSuffix("> May I be glad.\n"))
  }

  @Test func `a group that stays keeps all its lines, and a new one has a line for everybody`() {
    let text = "self: May I have all I need. // all\nshe: May she have it.\n> May I rest.\n"
    let source = Source(path: "me.profile", text: text)
    let wishes = read(profile: source).tree.wishes.map { WrittenWish($0, in: source) }
    #expect(wishes.map(\.words) == ["May I have all I need.", "May I rest."])
    #expect(
      Profile.text(of: source, withWishes: wishes)
        == "self: May I have all I need. // all\nshe: May she have it.\n\n> May I rest.\n")
    #expect(
      Profile.text(of: Source(path: "", text: ""), withWishes: wishes)
        == "self: May I have all I need.\nshe: May she have it.\n\n> May I rest.\n")
    #expect(rewrite(text, "May I rest.") == "> May I rest.\n// all\n")
  }

  @Test func `the language is written before wishes that need one`() {
    let source = Source(path: "me.profile", text: "Name: Mira\n")
    #expect(
      Profile.text(of: source, withWishes: [WrittenWish("Que yo viva.")], in: "es")
        == "Name: Mira\n\nLanguage: es\n\n> Que yo viva.\n")
  }

  @Test func `line ends and the byte-order mark stay`() {
    #expect(
      rewrite("\u{FEFF}Name: Mira\r\n> May I rest.\r\n", "May I sleep.")
        == "\u{FEFF}Name: Mira\r\n> May I sleep.\r\n")
  }

  @Test func `rewriting with the same wishes changes nothing`() {
    let text = "Name: Mira\n\n> May I be safe. // a\n> May I be well.\n\n// end\n"
    #expect(rewrite(text, "May I be safe.", "May I be well.") == text)
  }
}

@Suite struct WrittenWishTests {
  @Test(arguments: ["May I be safe.", "May I be {place|at home}.", "Que esté en paz."])
  func `words that read are a wish`(words: String) {
    #expect(WrittenWish.problem(in: words) == nil)
  }

  @Test(arguments: ["", "May I [rest]", "---", "self: May I rest.", "May I be {"])
  func `anything else is told about`(words: String) {
    #expect(WrittenWish.problem(in: words) != nil)
  }

  @Test func `a wish that does not fit everybody comes with a caution`() {
    #expect(WrittenWish.fixedVerb(in: "I feel safe.", language: nil) == "feel")
    #expect(WrittenWish.fixedVerb(in: "May I feel safe.", language: nil) == nil)
    #expect(WrittenWish.fixedVerb(in: "I feel safe.", language: "de") == nil)
  }
}
