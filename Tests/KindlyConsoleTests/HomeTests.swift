import Foundation
import KindlyBase
import KindlyConsole
import KindlyLanguage
import KindlyMessages
import KindlyTimeline
import Testing

@Suite struct HomeTests {
  private static let home = Home([
    Home.Group(
      "Go on",
      [
        Home.Choice(
          .goOn, title: "Loving-kindness for yourself", facts: ["Wishes", "7 min left"])
      ]),
    Home.Group(
      "Today", [Home.Choice(.today, title: "First week", facts: ["Day 3: a friend", ""])]),
    Home.Group(
      "Your presets",
      [
        Home.Choice(
          .play("evening"), title: "evening",
          facts: ["metta, 25 min, voice warm, bell rin, background rain, softly"])
      ]),
    Home.Group("Nothing", []),
    Home.Group(
      "Practices",
      (1...7).map { Home.Choice(.play("p\($0)"), title: "Practice 慈悲 \($0)", facts: ["10 min"]) }),
  ])

  @Test(arguments: [40, 80, 120])
  func `the home is as recorded`(width: Int) {
    expectCapture(Self.home.lines(width: width), width, named: "home-\(width)")
  }

  @Test func `a pipe has no width, and nothing is broken`() {
    #expect(Self.home.lines(width: nil).count == Self.home.lines(width: 500).count)
  }

  @Test func `numbers play, words are looked for, Enter leaves`() {
    #expect(Self.home.answer(to: "1") == .act(.goOn))
    #expect(Self.home.answer(to: " 2 ") == .act(.today))
    #expect(Self.home.answer(to: "3") == .act(.play("evening")))
    #expect(Self.home.answer(to: "10") == .act(.play("p7")))
    #expect(Self.home.answer(to: "11") == .noSuchNumber(11))
    #expect(Self.home.answer(to: "0") == .noSuchNumber(0))
    #expect(Self.home.answer(to: "99999999999999999999") == .search("99999999999999999999"))
    #expect(Self.home.answer(to: "") == .leave)
    #expect(Self.home.answer(to: "Q") == .leave)
    #expect(Self.home.answer(to: "all") == .all)
    #expect(Self.home.answer(to: "self  compassion") == .search("self compassion"))
  }

  @Test func `the home knows its words in every language, and English ones in each`() {
    for language in InterfaceLanguage.allCases {
      let words = Message.homeAll.text(in: language)
      #expect(Message.homeQuestion.text(in: language).contains(words))
      for typed in [words, "all", words.uppercased()] {
        #expect(Self.home.answer(to: typed, in: language) == .all)
      }
      let leave = Message.replyLeave.text(in: language)
      for typed in [leave, "quit", "q"] {
        #expect(Self.home.answer(to: typed, in: language) == .leave)
      }
    }
    #expect(Self.home.answer(to: "alle") == .search("alle"))
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `a hint is whole in every size, or is not there`(language: InterfaceLanguage) {
    for (name, state) in Self.states {
      var screen = state
      screen.language = language
      screen.offer = .alsoIn("loving-kindness-\(language.rawValue)")
      for width in 3...90 {
        for line in screen.lines(width: width, height: 30).suffix(1) {
          #expect(!line.hasSuffix("…"), "\(name) \(width): \(line)")
        }
      }
    }
  }

  // MARK: - The player and the dialogue

  private static let timeline = Timeline(
    title: "Loving-kindness for yourself", frames: Frames(seconds: 600.4),
    sections: [
      Section(name: "Arriving", start: .zero, frames: Frames(seconds: 600.4), line: 3)
    ],
    events: [
      Event(
        start: .zero, frames: Frames(seconds: 9), line: 4, section: 0,
        kind: .speech(
          Speech(
            utterance: Utterance(
              text: "Let your body find a way of sitting that is kind to it, and let it be held "
                + "by whatever is under it, just as it is now.", voice: "calm", language: "en"))))
    ])

  private static var states: [(name: String, screen: Screen)] {
    var playing = Screen(timeline: timeline, position: Frames(seconds: 3.6))
    playing.leftAt = Frames(seconds: 185)
    var paused = playing
    paused.state = .paused
    var ending = playing
    ending.state = .ending
    ending.endsAt = Frames(seconds: 31.2)
    var waiting = playing
    waiting.state = .waiting(Frames(seconds: 20))
    waiting.care = "For pain of an ordinary size. If it is more than you can hold, stop."
    return [("playing", playing), ("paused", paused), ("ending", ending), ("waiting", waiting)]
  }

  @Test(arguments: [(20, 5), (40, 12), (80, 6), (80, 24), (120, 24)])
  func `the player is as recorded`(width: Int, height: Int) {
    var lines: [String] = []
    for (name, screen) in Self.states {
      let picture = screen.lines(width: width, height: height)
      #expect(picture.count <= height)
      lines += ["-- \(name)"] + picture
    }
    expectCapture(lines, width, named: "player-\(width)x\(height)")
  }

  @Test(arguments: [20, 40, 80, 120])
  func `time passed and time left are the whole`(width: Int) {
    for tenth in stride(from: 0, through: 6_004, by: 7) {
      let screen = Screen(timeline: Self.timeline, position: Frames(seconds: Double(tenth) / 10))
      guard let times = screen.lines(width: width, height: 2).last else { continue }
      let numbers = times.split { !$0.isNumber && $0 != ":" }.map { clock in
        clock.split(separator: ":").compactMap { Int($0) }.reduce(0) { $0 * 60 + $1 }
      }
      if numbers.count == 3 { #expect(numbers[0] + numbers[2] == numbers[1], "\(times)") }
    }
  }

  @Test(arguments: [40, 80, 120])
  func `the dialogue is as recorded, and no word is cut`(width: Int) {
    let choosing = Choosing(
      themes: [
        Choosing.Theme(
          title: "Safety", summary: "For times in which the ground is not as firm as it was.",
          wishes: [WrittenWish("May I be safe."), WrittenWish("May I find shelter.")]),
        Choosing.Theme(title: "Ease", wishes: [WrittenWish("May I rest.")]),
      ])
    let text = HangingText(width: width)
    let lines = (choosing.opening + choosing.lines()).flatMap { line in
      text.whole(line).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    expectCapture(lines, width, named: "dialogue-\(width)")
  }
}

/// Lines as they were recorded in `Golden`, none wider than the terminal. `RECORD=1` writes the file and
/// fails the test, so that nobody records by accident.
func expectCapture(_ lines: [String], _ width: Int, named name: String) {
  let text = lines.joined(separator: "\n") + "\n"
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden/\(name).golden")
  if ProcessInfo.processInfo.environment["RECORD"] != nil {
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: file)
    Issue.record("recorded \(name)")
    return
  }
  let golden = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  #expect(golden == text)
}
