import KindlyBase
import KindlyConsole
import KindlyMessages
import KindlyTimeline
import Testing

@Suite struct LevelTests {
  @Test func `each part goes up and down within its bounds, and off and on`() {
    var levels = SoundLevels()
    levels.change(.voice, by: 10)
    #expect(levels[.voice] == 100)
    levels.change(.background, by: 10)
    levels.change(.bells, by: -30)
    #expect(levels.line() == "voice 100 · bells 70 · background 110")
    levels.toggle(.bells)
    #expect(levels.heard(.bells) == 0)
    #expect(levels.line([.bells]) == "bells off")
    levels.toggle(.bells)
    #expect(levels.heard(.bells) == 70)
    levels.toggle(.bells)
    levels.change(.bells, by: 10)
    #expect(levels.heard(.bells) == 80)
  }

  @Test func `keys ask for parts, and the help names them`() {
    #expect(Request(.character("1"), at: .zero, in: sitting) == .changeLevel(.voice, -10))
    #expect(Request(.character("6"), at: .zero, in: sitting) == .changeLevel(.background, 10))
    #expect(Request(.character("b"), at: .zero, in: sitting) == .toggleLevel(.bells))
    #expect(Request(.character("x"), at: .zero, in: sitting) == nil)
    for part in SoundPart.allCases {
      #expect(Request.keys.contains { $0.key.text(in: .english).contains(part.keys.off) })
    }
  }

  @Test func `the line of levels shows the parts there are`() {
    var screen = Screen(timeline: sitting)
    screen.showsLevels = true
    #expect(screen.lines(width: 60, height: 24).last == " voice 100 · bells 100")
    var timeline = sitting
    timeline.backgrounds = [BackgroundSpan(name: "rain", start: .zero, frames: Frames(48_000))]
    screen = Screen(timeline: timeline)
    screen.showsLevels = true
    #expect(
      screen.lines(width: 60, height: 24).last == " voice 100 · bells 100 · background 100")
  }
}

@Suite struct BreathBarTests {
  static let timeline = Timeline(
    title: "Breath", frames: Frames(seconds: 60), sections: [],
    events: [
      event(10, 4, .breath(.inward)), event(16, 6, .breath(.outward)),
      event(30, 4, .breath(.inward)), event(34, 3, .speech(phrase)),
    ])
  static let phrase = Speech(
    utterance: Utterance(text: "May I be safe.", voice: "calm", language: "en"), isPhrase: true)

  static func event(_ start: Double, _ length: Double, _ kind: Event.Kind) -> Event {
    Event(
      start: Frames(seconds: start), frames: Frames(seconds: length), line: 1, section: 0,
      kind: kind)
  }

  @Test(
    arguments: [
      (9.0, nil, nil), (10, 0.0, BreathBar.Phase.inward), (12, 0.5, .inward), (15, 1, .hold),
      (16, 1, .outward), (19, 0.5, .outward), (23, nil, nil), (32, 0.5, .inward),
      (35.5, 0.5, .outward), (40, nil, nil),
    ] as [(Double, Double?, BreathBar.Phase?)])
  func `it follows the tones and the phrase on the out-breath`(
    second: Double, share: Double?, phase: BreathBar.Phase?
  ) {
    let bar = BreathBar(Self.timeline, at: Frames(seconds: second))
    #expect(bar?.share == share)
    #expect(bar?.phase == phase)
  }

  @Test func `all breaths of a session are those that are found frame by frame`() {
    let breaths = Self.timeline.breaths
    #expect(breaths.map(\.half) == [.inward, .outward, .inward, .outward])
    #expect(breaths.map(\.end.seconds) == [16, 22, 34, 37])
    for tenth in 0..<600 {
      let frame = Frames(seconds: Double(tenth) / 10)
      let breath = breaths.last { $0.start <= frame && frame < $0.end }
      #expect(breath?.share(at: frame) == BreathBar(Self.timeline, at: frame)?.share)
    }
  }

  @Test func `an open session shows the time that has gone, and no end`() {
    var screen = Screen(
      timeline: Timeline(
        title: "Sit", frames: Frames(seconds: 85_500), sections: [], events: []),
      position: Frames(seconds: 754))
    screen.isOpen = true
    let lines = screen.lines(width: 40, height: 24)
    #expect(lines.contains(" 12:34"))
    #expect(!lines.joined().contains("left") && !lines.joined().contains("━"))
    screen.isOpen = false
    #expect(screen.lines(width: 40, height: 24).joined().contains(" left"))
  }

  @Test func `it is a line of the picture while a breath is guided`() {
    var screen = Screen(timeline: Self.timeline, position: Frames(seconds: 12))
    #expect(
      screen.lines(width: 28, height: 24).contains(" in    ━━━━━━━━━━──────────"))
    #expect(screen.isBreathing)
    screen.position = Frames(seconds: 50)
    #expect(!screen.isBreathing)
  }
}
