import KindlyLanguage
import Testing

@Suite struct ValuesTests {
  private static let rosa = Addressee([Someone(.friend, name: "Rosa", pronoun: .she)])
  private static let james = Addressee([Someone(.named("James", .he))])
  private static let alex = Addressee([Someone(.named("Alex", .they))])
  private static let friend = Addressee([Someone(.friend)])
  private static let neutral = Addressee([Someone(.neutral)])
  private static let all = Addressee([Someone(.all)])
  private static let pair = Addressee([
    Someone(.friend, name: "Rosa", pronoun: .she), Someone(.oneself),
  ])
  private static let two = Addressee([Someone(.benefactor), Someone(.named("James", .he))])

  /// `{word verb|default}` in a text, read as the practice reader reads it.
  private static func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    for part in text.split(separator: "}", omittingEmptySubsequences: false) {
      let halves = part.split(separator: "{", maxSplits: 1, omittingEmptySubsequences: false)
      if let text = halves.first, !text.isEmpty { pieces.append(.text(String(text))) }
      guard halves.count == 2 else { continue }
      let named = halves[1].split(separator: "|", maxSplits: 1)
      let words = named[0].split(separator: " ")
      pieces.append(
        .value(
          Located(
            Piece.Value(
              name: String(words[0]), verb: words.count > 1 ? String(words[1]) : nil,
              fallback: named.count > 1 ? String(named[1]) : nil), at: SourceSpan(0, 0))))
    }
    return pieces
  }

  private static func say(
    _ text: String, _ addressee: Addressee = .oneself, listener: String? = nil,
    own: [String: String] = [:], language: String? = nil
  ) throws(Located<ValueProblem>) -> String {
    var unset: [Located<String>] = []
    return try Values(addressee: addressee, listener: listener, own: own, language: language)
      .utterance(pieces(text), unset: &unset)
  }

  @Test(
    arguments: [
      ("Bring {name} to mind.", rosa, "Bring Rosa to mind."),
      ("Bring {name} to mind.", friend, "Bring your friend to mind."),
      ("Bring {name} to mind.", neutral, "Bring this person to mind."),
      ("Bring {name} to mind.", all, "Bring all beings to mind."),
      ("Bring {name} to mind.", .oneself, "Bring yourself to mind."),
      ("Bring {name} to mind.", pair, "Bring Rosa and yourself to mind."),
      ("Bring {name} to mind.", two, "Bring your benefactor and James to mind."),
      (
        "{they are} safe. {they have} time. {they do} well.", rosa,
        "She is safe. She has time. She does well."
      ),
      (
        "{they are} safe. {they have} time. {they do} well.", james,
        "He is safe. He has time. He does well."
      ),
      ("{they are} safe. {they have} time.", alex, "They are safe. They have time."),
      ("{they are} safe. {they have} time.", all, "They are safe. They have time."),
      ("{they are} safe. {they have} time.", .oneself, "You are safe. You have time."),
      ("{they are} safe, as {they were} before.", pair, "You are safe, as you were before."),
      ("{they are} safe, as {they were} before.", james, "He is safe, as he was before."),
      ("{name is} here, and {they are} safe.", alex, "Alex is here, and they are safe."),
      ("{name is} here.", all, "All beings are here."),
      ("{name is} here.", .oneself, "You are here."),
      ("{name is} here.", pair, "You and Rosa are here."),
      ("{name has} come.", two, "Your benefactor and James have come."),
      (
        "See {them}, {their} face, what is {theirs}, {themself}.", rosa,
        "See her, her face, what is hers, herself."
      ),
      (
        "See {them}, {their} face, what is {theirs}, {themself}.", james,
        "See him, his face, what is his, himself."
      ),
      (
        "See {them}, {their} face, what is {theirs}, {themself}.", friend,
        "See them, their face, what is theirs, themself."
      ),
      (
        "See {them}, {their} face, what is {theirs}, {themself}.", all,
        "See them, their face, what is theirs, themselves."
      ),
      (
        "See {them}, {their} face, what is {theirs}, {themself}.", .oneself,
        "See you, your face, what is yours, yourself."
      ),
      ("May {they} rest. {their} day is long.", rosa, "May she rest. Her day is long."),
      ("They wonder... {they} may rest.", rosa, "They wonder... she may rest."),
      ("{name} is here.", rosa, "Rosa is here."),
      ("{name}'s wish.", james, "James's wish."),
      ("{name|somebody dear} comes.", friend, "Somebody dear comes."),
      ("{name|somebody dear} comes.", rosa, "Rosa comes."),
      ("\u{201C}bring {name} to mind.\u{201D}", rosa, "\u{201C}Bring Rosa to mind.\u{201D}"),
      ("3 breaths for {name}.", rosa, "3 breaths for Rosa."),
    ] as [(String, Addressee, String)])
  func `guidance speaks of the recipient`(text: String, addressee: Addressee, said: String) throws {
    #expect(try Self.say(text, addressee) == said)
  }

  @Test func `the listener and an author's own words have defaults`() throws {
    #expect(try Self.say("Welcome, {listener|dear one}.") == "Welcome, dear one.")
    #expect(try Self.say("Welcome, {listener|dear one}.", listener: "Mira") == "Welcome, Mira.")
    #expect(try Self.say("{place|the garden} waits.") == "The garden waits.")
    #expect(try Self.say("At {place|home}.", own: ["place": "the sea"]) == "At the sea.")
  }

  @Test func `what nobody has set is noted and said by its name`() throws {
    var unset: [Located<String>] = []
    let said = try Values().utterance(Self.pieces("Here is {place}, {listener}."), unset: &unset)
    #expect(said == "Here is place, listener.")
    #expect(unset.map(\.value) == ["place", "listener"])
  }

  @Test(arguments: [
    ("{they} are here.", "are"), ("{they} have time.", "have"), ("{they} do well.", "do"),
    ("{they} is here.", "is"), ("{they}'re here.", "are"), ("{they} don't mind.", "do"),
    ("{they} were here.", "were"),
  ])
  func `a bare they before a verb that agrees is a mistake for everybody`(
    text: String, verb: String
  ) {
    for addressee in [Self.rosa, Self.alex, .oneself] {
      #expect(throws: Located(ValueProblem.bareThey(verb: verb), at: SourceSpan(0, 0))) {
        try Self.say(text, addressee)
      }
    }
  }

  @Test(arguments: ["{they} may rest.", "{they}, are you there?", "{they}.", "{they} arrive."])
  func `another word after a bare they is fine`(text: String) throws {
    #expect(try Self.say(text, Self.rosa).hasPrefix("She"))
  }

  @Test func `a name before is must be in the singular`() {
    #expect(
      throws: Located(
        ValueProblem.nameBeforeVerb(verb: "is", name: "all beings"), at: SourceSpan(0, 0))
    ) { try Self.say("{name} is here.", Self.all) }
  }

  @Test func `a language without a table knows names and defaults only`() throws {
    #expect(try Self.say("Denk an {name}.", Self.rosa, language: "de") == "Denk an Rosa.")
    #expect(
      try Self.say("Denk an {name|einen Freund}.", Self.friend, language: "de")
        == "Denk an einen Freund.")
    #expect(throws: Located(ValueProblem.noWords("{name}", language: "de"), at: SourceSpan(0, 0))) {
      try Self.say("Denk an {name}.", Self.friend, language: "de")
    }
    #expect(
      throws: Located(ValueProblem.noWords("{they are}", language: "de"), at: SourceSpan(0, 0))
    ) { try Self.say("{they are} da.", Self.rosa, language: "de") }
  }

  @Test func `hints show the form to write`() {
    #expect(
      ValueProblem.bareThey(verb: "are").diagnostic(path: "p", span: nil).hint
        == "Write {they are}: the verb inside agrees.")
    #expect(
      ValueProblem.noWords("{name}", language: "de").diagnostic(path: "p", span: nil).hint
        == "Give it a default, {name|…}, or set the name in your profile.")
  }
}
