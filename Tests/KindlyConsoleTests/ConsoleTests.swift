import KindlyConsole
import Testing
import KindlyTimeline

/// A minute of two sections with three utterances.
let sitting = Timeline(
  title: "Loving-kindness", frames: Frames(seconds: 60),
  sections: [
    Section(name: "Arriving", start: .zero, frames: Frames(seconds: 20), line: 3),
    Section(name: "Wishes 慈悲", start: Frames(seconds: 20), frames: Frames(seconds: 40), line: 6),
  ],
  events: [
    event(0, 4, 4, 0, .bell(Strike(bell: "bowl", strength: 1))),
    event(4, 3, 5, 0, .speech(speech("Let your body be at ease."))),
    event(7, 13, 5, 0, .pause(Pause(natural: Frames(seconds: 13), flexible: true))),
    event(20, 2, 7, 1, .speech(speech("May I be safe."))),
    event(22, 8, 7, 1, .pause(Pause(natural: Frames(seconds: 8), flexible: true))),
    event(30, 2, 8, 1, .speech(speech("May I be peaceful."))),
    event(32, 28, 8, 1, .pause(Pause(natural: Frames(seconds: 28), flexible: true))),
  ])

func event(
  _ start: Double, _ length: Double, _ line: Int, _ section: Int, _ kind: Event.Kind
) -> Event {
  Event(
    start: Frames(seconds: start), frames: Frames(seconds: length), line: line, section: section,
    kind: kind)
}

func speech(_ text: String) -> Speech {
  Speech(utterance: Utterance(text: text, voice: "calm", language: "en"))
}

@Suite struct ScreenTests {
  @Test func `the picture shows section, words, bar and times`() {
    var screen = Screen(timeline: sitting)
    screen.position = Frames(seconds: 21)
    #expect(
      screen.lines(width: 42, height: 24) == [
        "", " Wishes 慈悲", "", " May I be safe.", "",
        " ━━━━━━━━━━━━━━──────────────────────────", " 0:21 of 1:00                   0:39 left",
        "",
        " space pauses · q ends gently · ? keys",
      ])
  }

  @Test func `the place that was left is offered as long as somebody settles down`() {
    var screen = Screen(timeline: sitting)
    screen.leftAt = Frames(seconds: 31)
    let offer = " r goes on at 0:31, where you left"
    #expect(screen.lines(width: 42, height: 24).last == offer)
    screen.position = Frames(seconds: 20)
    #expect(screen.lines(width: 42, height: 24).last != offer)
  }

  @Test func `words stay through the echo and go with their section`() {
    var screen = Screen(timeline: sitting)
    screen.position = Frames(seconds: 29)
    #expect(screen.lines(width: 42, height: 24).contains(" May I be safe."))
    screen.position = Frames(seconds: 2)
    #expect(screen.lines(width: 42, height: 24)[3] == "")
  }

  @Test(arguments: [(200, 50), (80, 24), (40, 10), (20, 5), (12, 3), (5, 1), (2, 9), (0, 0)])
  func `the picture never leaves its room`(width: Int, height: Int) {
    var screen = Screen(timeline: sitting)
    for second in 0...60 {
      screen.position = Frames(seconds: Double(second))
      for help in [false, true] {
        screen.showsHelp = help
        let lines = screen.lines(width: width, height: height)
        #expect(lines.count <= height)
        #expect(lines.allSatisfy { columnCount($0) < max(1, width) })
      }
    }
  }

  @Test func `an escape code in a title is shown, not obeyed`() {
    let hostile = Timeline(
      title: "x\u{1B}[2Jy", frames: Frames(seconds: 1), sections: [], events: [])
    let lines = Screen(timeline: hostile).lines(width: 40, height: 24)
    #expect(!lines.joined().unicodeScalars.contains("\u{1B}"))
  }

  /// Wide characters here are the two of the section's name.
  func columnCount(_ line: String) -> Int {
    line.reduce(0) { $0 + ("慈悲".contains($1) ? 2 : 1) }
  }
}

@Suite struct KeyTests {
  @Test func `keys come out of what terminals send`() {
    let bytes = Array(" \u{1B}[A\u{1B}OB\u{1B}[5~\u{1B}[6~\u{1B}[C\u{1B}[Dq".utf8)
    #expect(
      Key.keys(in: bytes) == [
        .character(" "), .up, .down, .pageUp, .pageDown, .right, .left, .character("q"),
      ])
  }

  @Test func `a strange key never acts as the letters it is spelled with`() {
    #expect(Key.keys(in: Array("\u{1B}[15;2~\u{1B}[200~".utf8)) == [])
    #expect(Key.keys(in: [0xC3, 0xA9, 0x07]) == [])
  }

  @Test(
    arguments: [
      (.left, 3.0, Request.seek(.zero)), (.right, 58, .seek(Frames(seconds: 59))),
      (.up, 0, .seek(Frames(seconds: 59))), (.pageDown, 0, .seek(Frames(seconds: 20))),
      (.pageUp, 30, .seek(Frames(seconds: 20))), (.pageUp, 21, .seek(.zero)),
      (.character("."), 21, .seek(Frames(seconds: 30))),
      (.character(","), 20.5, .seek(Frames(seconds: 4))),
      (.character(","), 25, .seek(Frames(seconds: 20))),
      (.character("p"), 1, .togglePause), (.character("r"), 1, .goWhereLeft),
      (.character("Q"), 1, .endRemembering),
    ] as [(Key, Double, Request)])
  func `every key asks for its own`(key: Key, position: Double, request: Request) {
    #expect(Request(key, at: Frames(seconds: position), in: sitting) == request)
  }

  @Test func `at the end there are no more words and no more sections`() {
    let late = Frames(seconds: 45)
    #expect(Request(.character("."), at: late, in: sitting) == nil)
    #expect(Request(.pageDown, at: late, in: sitting) == nil)
  }
}

@Suite struct FollowerTests {
  @Test(arguments: [1, 480, 48_000, 480_000])
  func `each event and section is told once, in order, however often one looks`(step: Int64) {
    var follower = Follower(sitting)
    var told: [Happening] = []
    for frame in stride(from: Int64(0), through: sitting.frames.count, by: Int(step))
    where step > 1 || frame % 1000 < 2 {
      told += follower.advance(to: Frames(frame))
    }
    told += follower.advance(to: sitting.frames)
    let events = told.compactMap { if case .event(let event) = $0 { event } else { nil } }
    #expect(events == sitting.events)
    #expect(told.first == .section(0))
    #expect(told.filter { if case .section = $0 { true } else { false } }.count == 2)
  }

  @Test func `what a seek leaps over is not told`() {
    var follower = Follower(sitting)
    _ = follower.advance(to: Frames(seconds: 1))
    follower.jump(to: Frames(seconds: 29))
    #expect(follower.advance(to: Frames(seconds: 31)).count == 1)
  }

  @Test func `events are told to programs with frame and line`() {
    var follower = Follower(sitting)
    let lines = follower.advance(to: Frames(seconds: 5)).map { $0.json(in: sitting).line }
    #expect(
      lines[1] == #"{"v": 1, "event": "bell", "frame": 0, "frames": 192000, "line": 4, "#
        + #""section": 0, "bell": "bowl", "strength": 1.0}"#)
  }
}
