import KindlyLanguage
import Testing

@Suite struct PhraseProblemTests {
  private let rosa = Addressee([Someone(.friend, name: "Rosa", pronoun: .she)], person: .third)
  private let james = Addressee([Someone(.named("James", .he))], person: .third)

  @Test(arguments: [
    ("I feel safe.", "feel"), ("May I have all I need.", "need"),
    ("I gently wish for peace.", "wish"),
    ("May I give what I can, as I love what I can.", "love"), ("I rely on kindness.", "rely"),
    ("I am safe and feel loved.", "feel"),
  ])
  func `another verb after I asks for a she line`(wish: String, verb: String) {
    var mention = Mention.first
    #expect(throws: PhraseProblem.verb(verb, pronoun: .she)) {
      try rosa.wish([.text(wish)], mention: &mention)
    }
    mention = .later
    #expect(throws: PhraseProblem.verb(verb, pronoun: .he)) {
      try james.wish([.text(wish)], mention: &mention)
    }
  }

  @Test func `a second verb after a name asks for a they line where that is the pronoun`() {
    let alex = Addressee([Someone(.named("Alex", .they))], person: .third)
    var mention = Mention.first
    #expect(throws: PhraseProblem.verb("feel", pronoun: .they)) {
      try alex.wish([.text("I am safe and feel loved.")], mention: &mention)
    }
  }

  @Test(arguments: [
    ("I'd wished for this.", "Rosa had wished for this."),
    ("I'd need some rest.", "Rosa would need some rest."),
  ])
  func `I'd is had or would by the verb that follows`(wish: String, said: String) throws {
    var mention = Mention.first
    #expect(try rosa.wish([.text(wish)], mention: &mention) == [.text(said)])
  }

  @Test func `what is said about it names the line to write`() {
    let report = PhraseProblem.verb("feel", pronoun: .she).diagnostic(path: "a.phrases", span: nil)
    #expect(report.message == "I can't turn \"I feel\" into words for \"she\" by myself.")
    #expect(
      report.hint
        == "Write \"May I feel\" if that fits, or give it a \"she:\" line in a phrase set.")
    let missing = PhraseProblem.noWording(wanted: [.she, .they], written: [.oneself, .you])
      .diagnostic(path: "a.phrases", span: nil)
    #expect(
      missing.message
        == "This phrase has \"self:\" and \"you:\", but nothing for \"she:\" or \"they:\".")
    #expect(missing.hint == "Add a line that starts with \"they:\".")
  }
}

@Suite struct WishTests {
  private let german = Wish.group([
    .init("self", "Möge ich glücklich sein."), .init("you", "Mögest du glücklich sein."),
    .init("they", "Mögen sie glücklich sein."), .init("she", "Möge {name} glücklich sein."),
    .init("we", "Mögen wir glücklich sein."),
  ])
  private let spanish = Wish.group([
    .init("self", "Que yo esté en paz."), .init("you", "Que estés en paz."),
    .init("they", "Que estén en paz."), .init("he", "Que él esté en paz."),
    .init("we", "Que estemos en paz."), .init("all", "Que todos los seres estén en paz."),
  ])

  private func words(
    _ wish: Wish, _ people: [Someone], _ person: Person = .second, language: String?
  ) throws -> [Piece] {
    var mention = Mention.first
    return try wish.words(
      for: Addressee(people, person: person), mention: &mention, language: language)
  }

  @Test func `a German group has its own words for everybody`() throws {
    let friend = Someone(.friend, pronoun: .she)
    let he = Someone(.named("Jonas", .he))
    let me = Someone(.oneself)
    #expect(try words(german, [me], language: "de") == [.text("Möge ich glücklich sein.")])
    #expect(try words(german, [friend], language: "de") == [.text("Mögest du glücklich sein.")])
    #expect(
      try words(german, [friend], .third, language: "de") == [.text("Möge {name} glücklich sein.")])
    #expect(try words(german, [he], .third, language: "de") == [.text("Mögen sie glücklich sein.")])
    #expect(
      try words(german, [Someone(.all)], language: "de") == [.text("Mögen sie glücklich sein.")])
    #expect(
      try words(german, [friend, me], language: "de") == [.text("Mögen wir glücklich sein.")])
    #expect(
      try words(german, [friend, he], .third, language: "de")
        == [.text("Mögen sie glücklich sein.")])
  }

  @Test func `a Spanish group falls back from she to they and knows all`() throws {
    #expect(
      try words(spanish, [Someone(.named("Ana", .she))], .third, language: "es")
        == [.text("Que estén en paz.")])
    #expect(
      try words(spanish, [Someone(.named("Luis", .he))], .third, language: "es")
        == [.text("Que él esté en paz.")])
    #expect(
      try words(spanish, [Someone(.all)], language: "es")
        == [.text("Que todos los seres estén en paz.")])
  }

  @Test func `a group without a fitting line is a problem`() {
    let short = Wish.group([.init("self", "Möge ich sicher sein.")])
    #expect(throws: PhraseProblem.noWording(wanted: [.you], written: [.oneself])) {
      try words(short, [Someone(.friend)], language: "de")
    }
    #expect(throws: PhraseProblem.noWording(wanted: [.all, .they], written: [.oneself])) {
      try words(short, [Someone(.all)], language: "de")
    }
    #expect(throws: PhraseProblem.noWording(wanted: [.we], written: [.oneself])) {
      try words(short, [Someone(.friend), Someone(.oneself)], language: "de")
    }
  }

  @Test(arguments: ["de", "es-MX", "pi", "english-like"])
  func `a language without a table is spoken as written`(language: String) throws {
    let line = Wish.line(Located([.text("May I be me.")], at: SourceSpan(0, 0)))
    #expect(
      try words(line, [Someone(.friend)], language: language) == [.text("May I be me.")])
    #expect(!Addressee.redirects(language: language))
  }

  @Test(arguments: [nil, "en", "en-GB", "EN_us"] as [String?])
  func `English has a table in all its forms`(language: String?) throws {
    let line = Wish.line(Located([.text("May I be me.")], at: SourceSpan(0, 0)))
    #expect(
      try words(line, [Someone(.friend)], language: language) == [.text("May you be you.")])
  }

  @Test func `a value in a wish is never looked into`() throws {
    let value = Piece.value(
      Located(Piece.Value(name: "me", fallback: "my I"), at: SourceSpan(0, 0)))
    let line = Wish.line(
      Located([.text("May I love "), value, .text(" as I am.")], at: SourceSpan(0, 0)))
    #expect(
      try words(line, [Someone(.named("Ana", .she))], .third, language: nil)
        == [.text("May Ana love "), value, .text(" as she is.")])
  }

  @Test(arguments: 0..<40)
  func `any words are directed at anybody without a trap`(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let words = [
      "I", "I'm", "I’ve", "me", "my", "MINE", "myself", "am", "was", "have", "do", "and", "not",
      "may", "May", ",", ".", "...", "'", "-", "\u{301}", "🙂", "6", "gladly", "i.e.", "\"", "",
    ]
    let people = [Someone(.named("Ana", .she)), Someone(.all), Someone(.oneself), Someone(.friend)]
    for _ in 0..<50 {
      let text = (0...next(12)).map { _ in words[next(words.count)] }.joined(
        separator: next(9) == 0 ? "" : " ")
      let line = Wish.line(Located([.text(text)], at: SourceSpan(0, 0)))
      let chosen = (0...next(2)).map { _ in people[next(people.count)] }
      _ = try? self.words(line, chosen, next(2) == 0 ? .second : .third, language: nil)
    }
  }

  @Test func `doubled and mixed pairs are folded together`() throws {
    let line = Wish.line(Located([.text("May I be safe.")], at: SourceSpan(0, 0)))
    func said(_ people: Someone..., person: Person = .third) throws -> [Piece] {
      try words(line, people, person, language: nil)
    }
    let ana = Someone(.named("Ana", .she))
    #expect(try said(ana, ana) == [.text("May Ana be safe.")])
    #expect(try said(Someone(.oneself), Someone(.oneself)) == [.text("May I be safe.")])
    #expect(try said(Someone(.all), ana) == [.text("May all beings be safe.")])
    #expect(try said(Someone(.all), Someone(.oneself)) == [.text("May all beings and I be safe.")])
    #expect(try said() == [.text("May I be safe.")])
  }
}

extension Wish.Variant {
  fileprivate init(_ role: String, _ words: String) {
    let nowhere = SourceSpan(0, 0)
    self.init(
      role: Located(Wish.Role(rawValue: role) ?? .oneself, at: nowhere),
      words: Located([.text(words)], at: nowhere))
  }
}
