import KindlyCompiler
import KindlyLanguage
import KindlySessions
import Testing
import KindlyTimeline

/// Everything that ships can be heard, each practice and each day of each course.
@Suite struct `Shipped texts` {
  private static let desk: Desk = {
    var desk = Desk()
    desk.phrases = [:]
    desk.narrators = ["douce": "fr", "shant": "hi"]
    for text in KindlySessions.texts {
      let name = String(name(of: text).prefix { $0 != "." })
      let body = "\(text.body)"
      if "\(text.name)".hasSuffix(".practice") { desk.practices[name] = body }
      if "\(text.name)".hasSuffix(".phrases") { desk.phrases[name] = body }
    }
    return desk
  }()

  private static func name(of text: Text) -> Substring {
    "\(text.name)".split(separator: "/").last ?? ""
  }

  private static var courses: [String] {
    KindlySessions.texts.map { "\($0.name)" }.filter { $0.hasSuffix(".course") }
  }

  @Test func `there are practices, phrase sets and courses`() {
    #expect(!Self.desk.practices.isEmpty && !Self.desk.phrases.isEmpty && !Self.courses.isEmpty)
  }

  @Test(arguments: desk.practices.keys.sorted())
  func `a practice is heard at its own length and whole`(name: String) throws {
    let composed = try Self.desk.compose(Self.desk.practices[name] ?? "")
    #expect(composed.warnings.isEmpty, "\(Self.desk.report(Self.desk.practices[name] ?? ""))")
    expectWhole(composed.timeline)
  }

  @Test(arguments: desk.practices.keys.sorted())
  func `a practice may be longer, and three quarters as long`(name: String) throws {
    var desk = Self.desk
    let text = desk.practices[name] ?? ""
    let own = try desk.compose(text).timeline.frames.count
    for length in [own * 3 / 4, own * 2, 90 * 60 * Frames.rate] {
      desk.order.length = Frames(length)
      #expect(try desk.compose(text).timeline.frames.count == length)
    }
  }

  @Test(arguments: courses)
  func `every day of a course is heard`(path: String) throws {
    let text = try #require(KindlySessions.texts.first { "\($0.name)" == path })
    let source = Source(path: path, text: "\(text.body)")
    let reading = read(course: source)
    #expect(reading.diagnostics.isEmpty)
    let course = Course(PracticeText(source: source, script: reading.tree))
    #expect(!course.days.isEmpty)
    for number in 1...course.days.count {
      let day = try #require(course.day(number))
      do {
        let timeline = try compose(day, in: Self.desk.resolver, meter: Sitting.Meter()).timeline
        expectWhole(timeline)
        if let length = day.script.header.length, case .frames(let frames) = length.value {
          #expect(timeline.frames.count == frames)
        }
      } catch {
        let report = Report(on: source).drawing(of: error.diagnostics)
        Issue.record("\(course.days[number - 1].title): \(report)")
      }
    }
  }
}
