import Testing
import KindlyTimeline

@Suite struct `A timeline as a table` {
  @Test func `every event stands in its section with its times, words and line`() {
    let timeline = Timeline(
      title: "A sitting", frames: Frames(seconds: 75.5),
      sections: [
        Section(name: "", start: .zero, frames: Frames(seconds: 10), line: 1),
        Section(name: "Wishes", start: Frames(seconds: 10), frames: Frames(seconds: 65.5), line: 4),
      ],
      events: [
        Event(
          start: .zero, frames: Frames(seconds: 61), line: 2, section: 0,
          kind: .bell(Strike(bell: "bowl", strength: 0))),
        Event(
          start: .zero, frames: Frames(seconds: 10), line: 2, section: 0,
          kind: .pause(Pause(natural: Frames(seconds: 5), flexible: true))),
        Event(
          start: Frames(seconds: 10), frames: Frames(seconds: 2.25), line: 5, section: 1,
          file: "part.practice",
          kind: .speech(
            Speech(
              utterance: Utterance(text: "May you rest.", voice: "calm", language: "en"),
              isPhrase: true, recipient: "friend"))),
        Event(
          start: Frames(seconds: 12.25), frames: Frames(seconds: 63.25), line: 6, section: 1,
          kind: .pause(Pause(natural: Frames(seconds: 63.25), flexible: false))),
      ])
    #expect(
      timeline.table == [
        "A sitting, 1:15",
        "",
        "# (before the first heading), 0:10 from 0:00",
        "  0:00.0  1:01.0  bell     bowl, not heard  (line 2)",
        "  0:00.0  0:10.0  silence  flexible, naturally 0:05.0  (line 2)",
        "",
        "# Wishes, 1:05 from 0:10",
        "  0:10.0  0:02.2  wish     May you rest.  for friend  (part.practice:5)",
        "  0:12.2  1:03.2  silence  (line 6)",
      ])
  }

  @Test func `an empty timeline is one line`() {
    #expect(Timeline(title: "", frames: .zero, sections: [], events: []).table == ["0:00"])
  }
}
