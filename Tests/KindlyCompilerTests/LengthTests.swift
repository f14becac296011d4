import KindlyCompiler
import Testing
import KindlyTimeline

@Suite struct `Asked lengths` {
  private static let metta = """
    Length: 10 minutes

    # Arriving
    [bell]
    Let your body find a way of sitting that is kind to it.
    Notice the places where you are held. [20s]

    # For yourself
    Say each wish silently, after me.

    > May I be safe.
    > May I be peaceful.

    [pause ~30s]
    [phrases, 3 rounds]

    # Closing
    Let the words go, and stay with whatever is here. [pause ~1 min]
    [bell, 3 times, 8s apart]
    """

  @Test(arguments: [5, 10, 20, 45])
  func `one file lasts as many minutes as are asked, to the frame`(minutes: Int64) throws {
    var desk = Desk()
    desk.order.length = Frames(minutes * 60 * Frames.rate)
    let composed = try desk.compose(Self.metta)
    let timeline = composed.timeline
    #expect(timeline.frames.count == minutes * 60 * Frames.rate)
    let last = try #require(timeline.events.last { $0.digest.hasPrefix("bell") })
    #expect(last.start + last.frames == timeline.frames)
    #expect(composed.summary.closingBell == last.start)
    expectWhole(timeline)
    #expect(timeline.events.contains { $0.digest == "pause 20.0 exactly" })
  }

  @Test func `the header's length holds unless another is asked`() throws {
    #expect(try Desk().compose(Self.metta).timeline.frames == Frames(seconds: 600))
  }

  @Test func `the summary in words says how long, how silent, and how long it might be`() throws {
    #expect(
      try Desk().compose("[bell]\nGo well.\n[~1 min]\n[bell]").summary.words
        == "2:05, 99 % silence, closing bell at 1:05; can last from 1:21 to any length")
    #expect(
      try Desk().compose("Go well.").summary.words
        == "0:02, 71 % silence; can't be shorter or longer")
  }

  @Test func `the summary knows the shortest and the longest, and both can be had`() throws {
    var desk = Desk()
    let summary = try desk.compose(Self.metta).summary
    #expect(summary.longest == nil)
    desk.order.length = summary.shortest
    #expect(try desk.compose(Self.metta).timeline.frames == summary.shortest)
    desk.order.length = summary.shortest - Frames(1)
    #expect(throws: Told.self) { try desk.compose(Self.metta) }

    let rigid = "One.\n[10s to 20s]\nTwo."
    desk.order.length = nil
    let bounds = try desk.compose(rigid).summary
    let longest = try #require(bounds.longest)
    desk.order.length = longest
    #expect(try desk.compose(rigid).timeline.frames == longest)
    desk.order.length = longest + Frames(1)
    #expect(throws: Told.self) { try desk.compose(rigid) }
  }

  @Test func `a bell that the length would cut is struck early enough to ring out`() throws {
    var desk = Desk()
    desk.order.length = Frames(seconds: 100)
    let text = "One.\n[~80s]\n[bell]\n[5s]\nGo well."
    #expect(
      try desk.events(text) == [
        "0.0 One.", "0.4 pause 39.6", "40.0 bell bowl", "40.0 pause 5.0 exactly", "45.0 Go well.",
        "45.8 pause 2.0 exactly", "47.8 pause 52.2 exactly",
      ])
  }

  @Test func `with a rest everything else stays natural`() throws {
    var desk = Desk()
    desk.order.length = Frames(seconds: 3600)
    let events = try desk.events("One.\nTwo.\n[~20s]\nThree.\n[rest]\n[bell]")
    #expect(
      events == [
        "0.0 One.", "0.4 pause 2.0", "2.4 Two.", "2.8 pause 20.0", "22.8 Three.",
        "23.4 pause 3516.6", "3540.0 bell bowl", "3540.0 pause 60.0 exactly",
      ])
  }

  @Test func `rests divide what is left by their shares`() throws {
    var desk = Desk()
    desk.order.length = Frames(seconds: 102)
    let pauses = try desk.compose("One.\n[rest]\nTwo.\n[rest x2]\nThree.").timeline.events
      .map(\.digest).filter { $0.hasPrefix("pause") }
    #expect(pauses.prefix(2) == ["pause 32.86666666666667", "pause 65.73333333333333"])
  }
}

/// Speech, breaths and pauses follow each other without holes up to the end, in their order.
func expectWhole(_ timeline: Timeline, at location: SourceLocation = #_sourceLocation) {
  var position = Frames.zero
  var holes = 0
  for event in timeline.events where !event.digest.hasPrefix("bell") {
    if event.start != position { holes += 1 }
    position = event.start + event.frames
  }
  #expect(holes == 0, sourceLocation: location)
  #expect(position == timeline.frames, sourceLocation: location)
  let inOrder = zip(timeline.events, timeline.events.dropFirst()).allSatisfy {
    $0.start <= $1.start
  }
  #expect(inOrder, sourceLocation: location)
  let sections = timeline.sections
  #expect(
    sections.last.map { $0.start + $0.frames } == timeline.frames, sourceLocation: location)
}
