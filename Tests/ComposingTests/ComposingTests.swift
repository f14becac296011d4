import Composing
import Practice
import Testing
import Timeline

private func chapter(_ nodes: [Node], header: Header = Header()) -> Chapter {
  Chapter(
    source: Source(path: "test.practice", text: String(repeating: "\n", count: 40)),
    script: Script(header: header, body: nodes))
}

private func say(_ text: String) -> Node { .speech(located([.text(text)])) }

@Suite struct `Whole practices` {
  @Test func `words follow a bell after its wait`() throws {
    let practice = chapter([.bell(located(BellCue())), say("Settle.")])
    let composed = try compose(practice, in: Sitting.surroundings())
    #expect(
      composed.timeline.digest == [
        "0.0 bell bowl", "0.0 pause", "5.0 speech Settle.", "5.7 pause", "7.7 pause",
      ])
    #expect(composed.timeline.frames == Frames(seconds: 60))
  }

  @Test func `an asked length is met to the frame`() throws {
    let practice = chapter([
      .bell(located(BellCue())), say("Settle."), .paragraph,
      .silence(located(Silence(.about(.frames(480_000))))), say("Rest."),
      .bell(located(BellCue())),
    ])
    var order = Order()
    for minutes in [5, 10, 20, 45] {
      order.length = Frames(seconds: Double(minutes) * 60)
      let timeline = try compose(practice, order: order, in: Sitting.surroundings()).timeline
      #expect(timeline.frames == order.length)
      #expect(timeline.events.last?.start == Frames(seconds: Double(minutes) * 60 - 60))
    }
  }
}
