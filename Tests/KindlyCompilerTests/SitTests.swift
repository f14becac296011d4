import KindlyBase
import KindlyCompiler
import KindlyLanguage
import KindlyTimeline
import Testing

@Suite struct `A sit without words` {
  private func timeline(_ sit: Sit) throws -> Timeline {
    let practice = PracticeText(source: Source(path: "sit", text: ""), script: sit.script)
    return try compose(practice, in: Sitting.resolver(), meter: Sitting.Meter()).timeline
  }

  private func events(_ sit: Sit) throws -> [String] {
    try timeline(sit).events.filter { if case .pause = $0.kind { false } else { true } }
      .map { "\($0.start.seconds) \($0.digest)" }
  }

  @Test func `it goes from a bell to a bell, which rings out`() throws {
    let sit = Sit(length: Frames(seconds: 1_200))
    #expect(try events(sit) == ["0.0 bell bowl", "1200.0 bell bowl"])
    #expect(try timeline(sit).frames == Frames(seconds: 1_260))
  }

  @Test func `bells between are soft, and none is close before the end`() throws {
    var sit = Sit(length: Frames(seconds: 900))
    sit.bells = .every(Frames(seconds: 300))
    #expect(
      try events(sit) == [
        "0.0 bell bowl", "300.0 bell bowl at 0.5", "600.0 bell bowl at 0.5", "900.0 bell bowl",
      ])
    sit.bells = .at([890, 60, 60, 400].map { Frames(seconds: $0) })
    #expect(sit.bellTimes == [60, 400].map { Frames(seconds: $0) })
  }

  @Test func `random bells are within their distances, and the same for the same seed`() throws {
    var sit = Sit(length: Frames(seconds: 7_200))
    sit.bells = .between(Frames(seconds: 180), Frames(seconds: 420), seed: 7)
    let times = sit.bellTimes
    #expect(times == sit.bellTimes)
    let distances = zip(times, [.zero] + times).map { ($0 - $1).seconds }
    #expect(distances.allSatisfy { (180...420).contains($0) })
    #expect(Set(distances).count > 5)
    sit.bells = .between(Frames(seconds: 180), Frames(seconds: 420), seed: 8)
    #expect(sit.bellTimes != times)
    _ = try timeline(sit)
  }

  @Test func `a while to arrive and one to come back are sections`() throws {
    var sit = Sit(length: Frames(seconds: 600))
    (sit.warmUp, sit.coolDown, sit.strikes) = (Frames(seconds: 120), Frames(seconds: 60), 3)
    let timeline = try timeline(sit)
    #expect(timeline.sections.map(\.name) == ["Warm-up", "Sitting", "Cool-down"])
    #expect(timeline.sections[1].start == Frames(seconds: 120))
    #expect(
      try events(sit).map { $0.prefix { $0 != " " } } == [
        "0.0", "120.0", "128.0", "136.0", "720.0", "728.0", "736.0", "780.0",
      ])
  }

  @Test func `a voice says what is left only when it is asked to`() throws {
    var sit = Sit(length: Frames(seconds: 900))
    sit.told = [Frames(seconds: 60), Frames(seconds: 300)]
    sit.bells = .at([Frames(seconds: 600)])
    #expect(
      try events(sit) == [
        "0.0 bell bowl", "600.0 bell bowl at 0.5", "612.0 5 minutes left.",
        "840.0 1 minute left.", "900.0 bell bowl",
      ])
  }

  @Test func `an open one lasts nearly a day and its bells fit`() throws {
    var sit = Sit(length: nil)
    sit.bells = .every(Frames(seconds: 300))
    #expect(try timeline(sit).frames < Frames(seconds: 86_400))
  }
}
