import KindlyBase
import KindlyCompiler
import KindlyLanguage
import KindlyTimeline
import Testing

@Suite struct `Backgrounds in a practice` {
  /// Each span as `rain 0.0 to 68.0, in 4.0, out 8.0`.
  private func spans(_ text: String, _ desk: Desk = Desk()) throws -> [String] {
    try desk.compose(text).timeline.backgrounds.map { span in
      let end = (span.start + span.frames).seconds
      let level = span.level == 0 ? "" : " at \(span.level)"
      return "\(span.name)\(level) \(span.start.seconds) to \(end), "
        + "in \(span.fadeIn.seconds), out \(span.fadeOut.seconds)"
    }
  }

  @Test func `a practice without one has none, and its JSON says nothing of it`() throws {
    let timeline = try Desk().compose("One.\n[1 min]\n").timeline
    #expect(timeline.backgrounds.isEmpty)
    #expect(!timeline.json.line.contains("background"))
  }

  @Test func `the header's lies under the whole`() throws {
    #expect(
      try spans("Background: rain\n\n[2 min]\nOne.\n[1 min]") == [
        "rain 0.0 to 180.4, in 4.0, out 8.0"
      ])
  }

  @Test func `a cue gives way to the next where it is written`() throws {
    #expect(
      try spans("[1 min]\n[background rain]\n[1 min]\n[background stream, softly]\n[1 min]") == [
        "rain 60.0 to 124.0, in 4.0, out 4.0", "stream at -6.0 120.0 to 180.0, in 4.0, out 8.0",
      ])
  }

  @Test func `it fades over its time, and another may come before that is over`() throws {
    #expect(
      try spans(
        "Background: rain\n\n[1 min]\n[background fades over 2 min]\n[1 min]\n"
          + "[background stream]\n[2 min]\n[no background]\n[1 min]") == [
          "rain 0.0 to 180.0, in 4.0, out 120.0", "stream 120.0 to 244.0, in 4.0, out 4.0",
        ])
  }

  @Test func `a change inside a block ends with it`() throws {
    #expect(
      try spans(
        "Background: rain\n\n[1 min]\n[repeat 2 times]\n[background stream]\n[1 min]\n[end]\n[1 min]"
      ) == [
        "rain 0.0 to 64.0, in 4.0, out 4.0", "stream 60.0 to 184.0, in 4.0, out 4.0",
        "rain 180.0 to 240.0, in 4.0, out 8.0",
      ])
  }

  @Test func `another level is another stretch of the same`() throws {
    #expect(
      try spans("Background: rain\n\n[1 min]\n[background louder]\n[1 min]") == [
        "rain 0.0 to 64.0, in 4.0, out 4.0", "rain at 4.0 60.0 to 120.0, in 4.0, out 8.0",
      ])
  }

  @Test func `in a short session both fades have their share`() throws {
    #expect(try spans("Background: rain\n\n[6s]") == ["rain 0.0 to 6.0, in 2.0, out 4.0"])
  }

  @Test func `the listener's comes first, and none is none`() throws {
    var desk = Desk()
    desk.order.background = .plays(BackgroundChoice(name: "stream"))
    #expect(
      try spans("Background: rain\n\n[1 min]", desk) == ["stream 0.0 to 60.0, in 4.0, out 8.0"])
    desk.order.background = .ends
    #expect(
      try spans("Background: rain\n\n[1 min]\n[background stream]\n[1 min]", desk) == [])
    desk.order.background = nil
    desk.order.listener.background = .plays(BackgroundChoice(name: "stream", level: .louder))
    #expect(
      try spans("[1 min]", desk) == ["stream at 4.0 0.0 to 60.0, in 4.0, out 8.0"])
  }

  @Test func `a name that leads nowhere is told, and changes without one`() {
    let report = Desk().report("[background rian]\n[1 min]\n")
    #expect(report.contains("unknown background"))
    #expect(report.contains("Did you mean rain?"))
    #expect(Desk().report("[background louder]\n[1 min]").contains("no background"))
  }

  @Test func `words that are near are one stretch`() throws {
    let timeline = try Desk().compose("One.\n[2s]\nTwo.\n[20s]\nThree.").timeline
    #expect(
      timeline.spokenStretches.map { [$0.lowerBound.seconds, $0.upperBound.seconds] } == [
        [0, 2.8], [22.8, 23.4],
      ])
  }
}
