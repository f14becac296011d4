import KindlyCompiler
import KindlyLanguage
import Testing
import KindlyTimeline

@Suite struct `Silence between sounds` {
  @Test func `words follow a bell after its wait, counted from the strike`() throws {
    #expect(
      try Desk().events("[bell]\nSettle.\n") == [
        "0.0 bell bowl", "0.0 pause 5.0 exactly", "5.0 Settle.", "5.7 pause 2.0 exactly",
        "7.7 pause 52.3 exactly",
      ])
  }

  @Test func `a written silence is the whole silence, across blank lines and headings`() throws {
    #expect(
      try Desk().events("One. [20s]\n\n# Next\nTwo.\n") == [
        "0.0 One.", "0.4 pause 20.0 exactly", "20.4 Two.", "20.8 pause 2.0 exactly",
      ])
  }

  @Test func `written silences add up, and no default joins them`() throws {
    let composed = try Desk().compose("[bell]\n[5s]\n\n[~10s]\nOne.\n")
    #expect(
      composed.timeline.digest.prefix(4) == [
        "0.0 bell bowl", "0.0 pause 5.0 exactly", "5.0 pause 10.0", "15.0 One.",
      ])
  }

  @Test(arguments: [
    ("One.\nTwo.", 2.0), ("One.\n\nTwo.", 5.0), ("One.\n# New\nTwo.", 8.0),
    ("One. [slower] Two.", 2.0), ("> One.\nTwo.", 4.4), ("> One.\n\nTwo.", 5.0),
    ("> One. [1s]\nTwo.", 1.0), ("One.\n[10s to 40s]\nTwo.", 25.0),
    ("One.\n[short pause]\nTwo.", 5.0), ("One.\n[pause]\nTwo.", 10.0),
    ("One.\n[long pause]\nTwo.", 30.0), ("One.\n[rest x2]\nTwo.", 60.0),
    ("One.\n[3 breaths]\nTwo.", 30.0),
    ("One.\n[breath in 3s, hold 1s, out 5s] [1 breath]\nTwo.", 9),
  ])
  func `of several defaults the longest is heard`(text: String, seconds: Double) throws {
    let events = try Desk().compose(text).timeline.events
    #expect(events.map(\.digest).dropFirst(2).first == "Two.")
    #expect(events[1].frames == Frames(seconds: seconds))
  }

  @Test func `a bell that fades is waited for, and a silence after it adds`() throws {
    let events = try Desk().events("[bell, let it fade] [5s]\nOne.")
    #expect(
      events.prefix(4) == [
        "0.0 bell bowl", "0.0 pause 40.0 exactly", "40.0 pause 5.0 exactly", "45.0 One.",
      ])
  }

  @Test func `strikes stand apart, and the wait counts from the last`() throws {
    let events = try Desk().events("[bell tingsha, 3 times, softly]\nOne.")
    #expect(
      events.prefix(6) == [
        "0.0 bell tingsha at 0.5", "0.0 pause 3.0 exactly", "3.0 bell tingsha at 0.5",
        "3.0 pause 3.0 exactly", "6.0 bell tingsha at 0.5", "6.0 pause 2.0 exactly",
      ])
  }

  @Test func `a practice may begin with silence`() throws {
    #expect(try Desk().events("[3s]\nOne.").prefix(2) == ["0.0 pause 3.0 exactly", "3.0 One."])
  }
}

@Suite struct `Ends and sections` {
  @Test(arguments: [
    ("One.", 2.4), ("One.\n[10s]", 10.4), ("One.\n[bell]", 62.4), ("[bell]\n[20s]", 60),
    ("[bell]\n[90s]", 90), ("[bell tingsha]\nOne two three.", 10),
    ("> One.", 2.4), ("[breathe 1 time]", 12), ("[20 min]", 1200),
    ("[bell bowl]\n[1s]\n[bell tingsha]", 60), ("[bell bowl]\n[~1 min]\n[bell tingsha]", 70),
    ("[bell bowl]\n[~40s]\n[bell tingsha]", 60),
  ])
  func `a practice ends after its last words or when its bells have rung out`(
    text: String, seconds: Double
  ) throws {
    #expect(try Desk().compose(text).timeline.frames == Frames(seconds: seconds))
  }

  @Test func `silence before a heading belongs to the old section, after it to the new`() throws {
    let sections = try Desk().compose("# A\nOne.\n[10s]\n# B\n[5s]\nTwo.\n# Nothing\n").timeline
      .sections
    #expect(sections.map(\.name) == ["A", "B"])
    #expect(sections.map(\.start.seconds) == [0, 10.4])
    #expect(sections.map(\.frames.seconds) == [10.4, 7.4])
    #expect(sections.map(\.line) == [1, 4])
  }

  @Test func `a section of written silence is a chapter`() throws {
    let timeline = try Desk().compose("One.\n# Sitting\n[20 min]\n# Closing\nTwo.").timeline
    #expect(timeline.sections.map(\.name) == ["", "Sitting", "Closing"])
    #expect(timeline.sections.map(\.start.seconds) == [0, 0.4, 1200.4])
  }
}
