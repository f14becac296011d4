import KindlyTimeline
import Testing

@Suite struct MarkTests {
  /// A wish of a line that comes three times, with a silence after each.
  private func session(speech: Int64, pause: Int64) -> Timeline {
    var events: [Event] = []
    var frame: Int64 = 0
    for _ in 0..<3 {
      events.append(
        Event(
          start: Frames(frame), frames: Frames(speech), line: 7, section: 0,
          kind: .speech(
            Speech(utterance: Utterance(text: "May I be safe.", voice: "calm", language: "en")))))
      events.append(
        Event(
          start: Frames(frame + speech), frames: Frames(pause), line: 8, section: 0,
          kind: .pause(Pause(natural: Frames(pause), flexible: true))))
      frame += speech + pause
    }
    return Timeline(
      title: "Wishes", frames: Frames(frame),
      sections: [Section(name: "Wishes", start: .zero, frames: Frames(frame), line: 6)],
      events: events)
  }

  @Test func `a place is the same one at the same length`() {
    let timeline = session(speech: 1_000, pause: 3_000)
    for frame in stride(from: Int64(0), to: 12_000, by: 250) {
      let mark = timeline.mark(at: Frames(frame))
      #expect(mark.flatMap(timeline.frame(of:)) == Frames(frame))
    }
  }

  @Test func `another length and voice find the same wish, and the same share of a silence`() throws
  {
    let short = session(speech: 1_000, pause: 3_000)
    let long = session(speech: 1_400, pause: 9_000)
    let silence = try #require(short.mark(at: Frames(4_000 + 1_000 + 1_500)))
    #expect(silence.pass == 1)
    #expect(long.frame(of: silence) == Frames(10_400 + 1_400 + 4_500))
    let words = try #require(short.mark(at: Frames(8_000 + 500)))
    #expect(long.frame(of: words) == Frames(20_800 + 500))
  }

  @Test func `a pass there is no more is the last one, a line there is no more its section`() throws
  {
    let timeline = session(speech: 1_000, pause: 3_000)
    var mark = try #require(timeline.mark(at: Frames(8_500)))
    mark.pass = 9
    #expect(timeline.frame(of: mark) == Frames(8_500))
    mark.line = 70
    #expect(timeline.frame(of: mark) == Frames(0))
    mark.section = "Elsewhere"
    #expect(timeline.frame(of: mark) == nil)
    #expect(Timeline(title: "", frames: .zero, sections: [], events: []).mark(at: .zero) == nil)
  }
}
