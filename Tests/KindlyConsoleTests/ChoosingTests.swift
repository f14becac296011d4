import KindlyConsole
import KindlyLanguage
import Testing

@Suite struct ChoosingTests {
  private static let themes = [
    Choosing.Theme(
      title: "Classic", summary: "Safe and well.",
      wishes: [WrittenWish("May I be safe."), WrittenWish("May I be well.")]),
    Choosing.Theme(
      title: "Rest", wishes: [WrittenWish("May I rest."), WrittenWish("May I sleep.")]),
  ]

  /// The dialogue after lines, and everything it asked for.
  private func talk(
    _ lines: String..., from start: Choosing = Choosing(themes: themes)
  ) -> (choosing: Choosing, wanted: [Choosing.Wanted]) {
    lines.reduce((start, [])) { state, line in
      let next = state.0.after(line)
      return (next.choosing, state.1 + [next.wanted].compactMap { $0 })
    }
  }

  @Test func `from themes to wishes that are kept`() {
    let end = talk("1", "1 2", "b", "2", "1", "done", "keep")
    #expect(end.choosing.step == .over)
    #expect(
      end.wanted == [
        .keep(["May I be safe.", "May I be well.", "May I rest."].map { WrittenWish($0) })
      ])
  }

  @Test func `a wording is changed, removed, and written`() {
    let end = talk(
      "1", "1, 2", "d", "1", "May I be safe tonight.", "r 2", "w", "May I laugh.", "k")
    #expect(
      end.wanted == [.keep(["May I be safe tonight.", "May I laugh."].map { WrittenWish($0) })])
  }

  @Test func `every wish can be heard where it is shown`() {
    #expect(talk("2", "h 2").wanted == [.hear(["May I sleep."])])
    #expect(talk("2", "hear").wanted == [.hear(["May I rest.", "May I sleep."])])
    #expect(talk("2", "2", "d", "h").wanted == [.hear(["May I sleep."])])
    #expect(talk("2", "2", "d", "1", "h").wanted == [.hear(["May I sleep."])])
  }

  @Test func `quitting at any list leaves everything as it is`() {
    for lines in [["q"], ["1", "quit"], ["1", "1", "d", "q"]] {
      let end = lines.reduce((Choosing(themes: Self.themes), Choosing.Wanted?.none)) {
        let next = $0.0.after($1)
        return (next.choosing, next.wanted)
      }
      #expect(end.0.step == .over)
      #expect(end.1 == .leave)
    }
  }

  @Test(arguments: ["5", "0", "1 2", "zebra", "h", "99999999999999999999", "-1", "keep"])
  func `a line that is no theme is answered and changes nothing`(line: String) {
    let next = talk(line).choosing
    #expect(next.step == .themes)
    #expect(!next.answer.isEmpty)
    #expect(talk(line).wanted.isEmpty)
  }

  @Test(arguments: ["3", "1 9", "c", "zebra 1", "h 7"])
  func `a number that is not there is answered`(line: String) {
    let next = talk("1", line).choosing
    #expect(next.step == .wishes(theme: 0))
    #expect(!next.answer.isEmpty)
    #expect(next.chosen.isEmpty)
  }

  @Test func `a list is shown again only when it changed or Enter asks for it`() {
    let start = Choosing(themes: Self.themes)
    #expect(start.lines().count == 5)
    #expect(talk("zebra").choosing.lines().count == 3)
    #expect(talk("zebra", "").choosing.lines() == start.lines())
    #expect(!talk("1", "h 1").choosing.lines().contains("  1  May I be safe."))
    #expect(talk("1", "1").choosing.lines().contains("  1  May I be safe. (chosen)"))
  }

  @Test func `a wish chosen twice is there once, and can be taken back`() {
    #expect(talk("1", "1", "1").choosing.chosen == [WrittenWish("May I be safe.")])
    #expect(talk("1", "1", "r 1").choosing.chosen.isEmpty)
  }

  @Test func `nothing can be kept before something is chosen`() {
    let next = talk("d").choosing
    #expect(next.step == .themes)
    #expect(next.answer == "No wish is chosen yet.")
    #expect(talk("1", "1", "d", "r 1").choosing.step == .themes)
  }

  @Test func `words that are no wish are asked for again, with the reason`() {
    let next = talk("w", "May I [rest]").choosing
    #expect(next.step == .writing)
    #expect(!next.answer.isEmpty)
    #expect(talk("w", "").choosing.step == .themes)
    #expect(talk("1", "1", "d", "1", "{").choosing.step == .adjusting(wish: 0, line: 0))
  }

  @Test func `a wish that does not fit everybody is kept with a caution`() {
    let next = talk("w", "I feel safe.").choosing
    #expect(next.chosen == [WrittenWish("I feel safe.")])
    #expect(next.answer.contains("May I feel"))
  }

  @Test func `each line of a group is adjusted in turn`() throws {
    let source = Source(path: "", text: "self: Möge ich ruhen.\nyou: Mögest du ruhen.\n")
    let wish = try #require(read(phrases: source).tree.wishes.first)
    let start = Choosing(
      themes: Self.themes, chosen: [WrittenWish(wish, in: source)], language: "de")
    let end = talk("1", "Möge ich schlafen.", "", "keep", from: start)
    guard case .keep(let kept) = end.wanted.last else {
      Issue.record("nothing was kept")
      return
    }
    #expect(kept[0].lines.map(\.text) == ["self: Möge ich schlafen.", "you: Mögest du ruhen."])
  }

  @Test func `wishes the listener has are where the dialogue begins`() {
    let start = Choosing(themes: Self.themes, chosen: [WrittenWish("May I rest.")])
    #expect(start.step == .review)
    #expect(start.lines().first == "Your wish")
    #expect(start.lines().contains("  1  May I rest."))
  }

  @Test func `more than four are allowed, with a word about it`() {
    let many = (1...5).map { WrittenWish("May I rest \($0).") }
    let lines = Choosing(themes: Self.themes, chosen: many).lines()
    #expect(lines.contains("You have 5; three or four are easier to hold."))
  }

  @Test func `what is shown at each step ends with the question and steers no terminal`() {
    let evil = Choosing.Theme(title: "\u{1B}[2J", wishes: [WrittenWish("May I\u{7} rest.")])
    var choosing = Choosing(themes: [evil])
    for line in ["", "1", "1", "d", "1", "", "w", "b", "\u{1B}", "q"] {
      for shown in choosing.lines() {
        #expect(!shown.unicodeScalars.contains { $0.properties.generalCategory == .control })
      }
      choosing = choosing.after(line).choosing
    }
    #expect(
      Choosing(themes: Self.themes).lines() == [
        "Themes", "  1  Classic: Safe and well.", "  2  Rest", "",
        "Which theme? Its number; w to write your own; q to leave everything as it is.",
      ])
  }

  @Test func `any lines in any order never trap`() {
    var random = SystemRandomNumberGenerator.Seeded(7)
    let words = [
      "1", "2", "9", "h", "h 1", "r 1", "r 1 1", "c 1", "b", "d", "m", "w", "k", "", "x",
      "May I go.",
    ]
    for _ in 0..<500 {
      var choosing = Choosing(themes: Self.themes)
      for _ in 0..<30 {
        choosing = choosing.after(words[Int(random.next() % UInt64(words.count))]).choosing
        _ = choosing.lines()
      }
    }
  }
}

extension SystemRandomNumberGenerator {
  /// The same numbers for the same seed (SplitMix64).
  fileprivate struct Seeded {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }
}
