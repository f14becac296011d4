import KindlyCompiler
import Testing
import KindlyTimeline

@Suite struct `Moments of the practice` {
  @Test func `a silence ends at its moment, and what follows is on that frame`() throws {
    let events = try Desk().events("One.\n[silence until 1:00]\nTwo.\n[bell at 2:30]\n")
    #expect(
      events == [
        "0.0 One.", "0.4 pause 59.6", "60.0 Two.", "60.4 pause 89.6", "150.0 bell bowl",
        "150.0 pause 60.0 exactly",
      ])
  }

  @Test func `a moment holds however long the session is`() throws {
    var desk = Desk()
    for minutes in [4, 5, 45] {
      desk.order.length = Frames(seconds: Double(minutes) * 60)
      let timeline = try desk.compose("One.\n[silence until 1:00]\nTwo.\n[rest]\nThree.").timeline
      #expect(timeline.events[2].start == Frames(seconds: 60))
      #expect(timeline.frames == desk.order.length)
    }
  }

  @Test func `next to a rest the silence before a moment stays a line gap`() throws {
    let events = try Desk().events("One.\n[rest]\nTwo.\n[silence until 5:00]\nThree.")
    #expect(
      events.prefix(5) == [
        "0.0 One.", "0.4 pause 297.2", "297.6 Two.", "298.0 pause 2.0", "300.0 Three.",
      ])
  }

  @Test func `words before a moment take less of their silences if they must`() throws {
    let timeline = try Desk().compose("One.\n[~20s]\nTwo.\n[bell at 0:08]\n").timeline
    #expect(
      timeline.digest.prefix(5) == [
        "0.0 One.", "0.4 pause 7.2", "7.6 Two.", "8.0 bell bowl", "8.0 pause 60.0 exactly",
      ])
  }
}

@Suite struct `Bells within a silence` {
  private func strikes(_ text: String, minutes: Double? = nil) throws -> [Double] {
    var desk = Desk()
    desk.order.length = minutes.map { Frames(seconds: $0 * 60) }
    return try desk.compose(text).timeline.events.filter { $0.digest.hasPrefix("bell") }
      .map(\.start.seconds)
  }

  @Test func `they ring at each multiple that leaves the wait before the end`() throws {
    #expect(
      try strikes("One.\n[20 min, bell every 5 min]\n[bell]") == [300.4, 600.4, 900.4, 1200.4])
    #expect(try strikes("One.\n[64s, bell every 20s]\nTwo.\n[5 min]") == [20.4, 40.4])
    #expect(try strikes("One.\n[65s, bell every 20s]\nTwo.\n[5 min]") == [20.4, 40.4, 60.4])
  }

  @Test func `they follow the length that a rest comes to have`() throws {
    #expect(
      try strikes("[rest, bell every 10 min]\n[bell]", minutes: 36) == [600, 1200, 1800, 2100])
  }

  @Test func `they never lengthen a session: what could not ring out is not struck`() throws {
    #expect(try strikes("One.\n[90s, bell every 30s]") == [30.4])
  }

  @Test func `a soft one is half as strong, and moves nothing`() throws {
    let events = try Desk().events("[3 min, bell every 1 min, softly]\nOne.\n[2 min]")
    #expect(
      events == [
        "0.0 pause 180.0 exactly", "60.0 bell bowl at 0.5", "120.0 bell bowl at 0.5", "180.0 One.",
        "180.4 pause 120.0 exactly",
      ])
  }
}
