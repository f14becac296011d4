import KindlyTimeline
import Testing

@Suite struct JSONTests {
  @Test(
    arguments: [
      (JSON.int(.min), "-9223372036854775808"), (.int(.max), "9223372036854775807"), (.int(0), "0"),
      (.number(0.5), "0.5"), (.number(.nan), "null"),
      (.string("é 書 \u{1f600}"), "\"é 書 \u{1f600}\""), (.string("a\"b\\c"), #""a\"b\\c""#),
      (.string("\n\t\r\u{1}\u{7f}"), #""\n\t\r\u0001\u007f""#),
      (
        .string("\u{ad}\u{600}\u{202e}\u{2028}\u{e0001}"),
        #""\u00ad\u0600\u202e\u2028\udb40\udc01""#
      ),
    ] as [(JSON, String)])
  func `values are written in one way`(value: JSON, wanted: String) {
    #expect(value.line == wanted)
  }

  @Test func `a timeline on one line is the line of its value`() {
    let utterance = Utterance(text: "May I “be” well", voice: "calm", language: "en")
    let timeline = Timeline(
      title: "Kindness", frames: Frames(48_000),
      sections: [Section(name: "A", start: .zero, frames: Frames(48_000), line: 2)],
      events: [
        Event(
          start: .zero, frames: Frames(100), line: 3, section: 0, file: "a.practice",
          kind: .speech(Speech(utterance: utterance))),
        Event(
          start: Frames(100), frames: Frames(47_900), line: 4, section: 0,
          kind: .pause(Pause(natural: Frames(1), flexible: true))),
      ])
    #expect(timeline.jsonLine == timeline.json.line)
    var empty = timeline
    empty.events = []
    #expect(empty.jsonLine == empty.json.line)
  }
}
