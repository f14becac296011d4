import KindlyCompiler
import KindlyLanguage
import Testing
import KindlyTimeline

@Suite struct `Courses` {
  private func course(_ text: String) -> Course {
    let source = Source(path: "week.course", text: text)
    return Course(PracticeText(source: source, script: read(course: source).tree))
  }

  @Test func `each heading is a day, and one heading may be several`() {
    let course = course(
      "# Day 1: arriving\nA.\n# Days 2 to 4: resting\nB.\n# Days 5 and 6\nC.\n# Last\nD.")
    #expect(
      course.days.map(\.title) == [
        "Day 1: arriving", "Day 2: resting", "Day 3: resting", "Day 4: resting", "Day 5", "Day 6",
        "Last",
      ])
  }

  @Test func `settings before the first day hold for all, a day's own end with it`() throws {
    let course = course(
      "Title: A week\nLength: 1 minute\n\n[voice warm]\n\n# Day 1\n[slower]\nA.\n[rest]\n# Day 2\nB.\n[rest]"
    )
    let days = try [1, 2].map { day in
      try compose(try #require(course.day(day)), in: Sitting.resolver(), meter: Sitting.Meter())
        .timeline
    }
    #expect(days.map(\.title) == ["Day 1", "Day 2"])
    #expect(days.map { $0.sections.map(\.name) } == [["Day 1"], ["Day 2"]])
    #expect(days.map(\.frames.seconds) == [60, 60])
    #expect(days.map { $0.events.first?.line } == [8, 11])
    let utterances = days.compactMap { day -> Utterance? in
      if case .speech(let speech)? = day.events.first?.kind { speech.utterance } else { nil }
    }
    #expect(utterances.map(\.voice) == ["warm", "warm"])
    #expect(utterances.map(\.pace) == [.slower, .normal])
  }

  @Test func `a heading of days that count backwards, or too many, is one day`() {
    let titles = ["Days 5 to 3", "Days 1 to 9999", "Days 1 to 123456", "Days ahead", "Days 2"]
    let course = course(titles.map { "# \($0)\nA.\n" }.joined())
    #expect(course.days.map(\.title) == titles)
  }

  @Test func `a value in a heading is shown by its default or its name`() {
    let course = course("# Day 1: with {tea|a cup}\nA.\n# Day 2: with {tea}\nB.")
    #expect(course.days.map(\.title) == ["Day 1: with a cup", "Day 2: with tea"])
  }

  @Test func `there is no day before the first or after the last`() {
    let course = course("# Day 1\nA.")
    #expect(course.day(0) == nil)
    #expect(course.day(1) != nil)
    #expect(course.day(2) == nil)
    #expect(self.course("A.").days.isEmpty)
  }
}
