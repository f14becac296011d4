import KindlyCompiler
import KindlyLibrary
import KindlyLanguage
import Testing
import KindlyTimeline

/// Every built-in text as an author's friend would look at it: does it read, does it fit, is there
/// enough silence in it.
@Suite struct SessionsTests {
  @Test(arguments: BuiltInTexts.names(of: .practice))
  func `a practice reads without a word of complaint`(name: String) throws {
    let source = try BuiltInTexts.source(.practice, name)
    #expect(Report(on: source).drawing(of: read(practice: source).diagnostics) == "")
  }

  @Test(arguments: BuiltInTexts.names(of: .course))
  func `a course reads without a word of complaint`(name: String) throws {
    let source = try BuiltInTexts.source(.course, name)
    #expect(Report(on: source).drawing(of: read(course: source).diagnostics) == "")
  }

  @Test(arguments: BuiltInTexts.names(of: .phrases))
  func `a phrase set reads without a word of complaint and has three or four wishes`(
    name: String
  ) throws {
    let source = try BuiltInTexts.source(.phrases, name)
    let reading = read(phrases: source)
    #expect(Report(on: source).drawing(of: reading.diagnostics) == "")
    #expect((3...4).contains(reading.tree.wishes.count))
  }

  @Test(arguments: BuiltInTexts.names(of: .practice))
  func `a practice says what it is and lasts exactly as long as asked`(name: String) throws {
    let chapter = try BuiltInTexts.chapter(name)
    #expect(chapter.script.header.title != nil)
    #expect(chapter.script.header.summary != nil)
    #expect(chapter.script.header.length != nil)
    for minutes in Self.unhurried.contains(name) ? [10, 20, 45] : [5, 10, 20, 45] {
      let composition = try compose(chapter, lasting: minutes)
      #expect(composition.timeline.frames.count == Int64(minutes * 60) * BuiltInTexts.second)
      #expect(composition.warnings.isEmpty, "\(composition.warnings)")
    }
  }

  @Test(arguments: BuiltInTexts.names(of: .practice))
  func `a practice is silent for more than half of twenty minutes`(name: String) throws {
    let composition = try compose(try BuiltInTexts.chapter(name), lasting: 20)
    #expect(composition.summary.shareOfSilence > 0.5)
  }

  @Test(arguments: [("hard-moment", 3), ("on-waking", 2), ("sit", 2)])
  func `short practices are there for short moments`(name: String, minutes: Int) throws {
    _ = try compose(try BuiltInTexts.chapter(name), lasting: minutes)
  }

  @Test(arguments: unhurried.sorted())
  func `a practice that must not be hurried can't be`(name: String) throws {
    let chapter = try BuiltInTexts.chapter(name)
    #expect(throws: Uncomposable.self) { try compose(chapter, lasting: 5) }
  }

  @Test(arguments: BuiltInTexts.names(of: .course))
  func `every day of a course compiles and begins with what it is for`(name: String) throws {
    let source = try BuiltInTexts.source(.course, name)
    let course = Course(PracticeText(source: source, script: read(course: source).tree))
    #expect(!course.days.isEmpty)
    for number in 1...max(1, course.days.count) {
      let day = try #require(course.day(number))
      #expect(day.script.header.title?.value.hasPrefix("Day \(number): ") == true)
      let composition = try KindlyCompiler.compose(
        day, in: BuiltInTexts.resolver, meter: BuiltInTexts.Meter())
      #expect(composition.warnings.isEmpty, "\(composition.warnings)")
      let first = try #require(composition.timeline.events.first)
      guard case .speech(let speech) = first.kind else {
        Issue.record("day \(number) begins with something else")
        continue
      }
      #expect(speech.utterance.text.hasPrefix("Today is for "))
    }
  }

  @Test(arguments: BuiltInTexts.names(of: .phrases))
  func `wishes can be directed at anybody`(name: String) throws {
    let set = read(phrases: try BuiltInTexts.source(.phrases, name)).tree
    let language = set.header.language?.value
    let recipients: [[Someone]] =
      [[Someone(.oneself)], [Someone(.all)], [Someone(.friend), Someone(.oneself)]]
      + [Pronoun.she, .he, .they].map { [Someone(.named("Rosa", $0))] }
      + [[Someone(.friend), Someone(.neutral)]]
    for people in recipients {
      for person in [Person.second, .third] {
        var mention = Mention.first
        for wish in set.wishes {
          let words = try wish.words(
            for: Addressee(people, person: person), mention: &mention, language: language)
          #expect(!words.isEmpty)
        }
      }
    }
  }

  @Test func `the library is whole`() {
    #expect(
      BuiltInTexts.names(of: .practice) == [
        "breath-and-wishes", "care", "choosing-wishes", "closing", "hard-moment", "inner-critic",
        "metta", "metta-all", "metta-benefactor", "metta-de", "metta-difficult", "metta-es",
        "metta-five", "metta-fr", "metta-friend", "metta-hi", "metta-neutral", "on-waking",
        "settling", "sit", "ten-minutes", "younger-self",
      ])
    #expect(
      BuiltInTexts.names(of: .phrases) == [
        "body", "carers", "children", "classic", "classic-de", "classic-es", "classic-fr",
        "classic-hi",
        "ease", "forgiveness", "safety",
      ])
    #expect(BuiltInTexts.names(of: .course) == ["first-week", "metta-retreat", "ten-days-kinder"])
  }

  @Test(
    arguments: [(Kind.practice, FileKind.practice), (.course, .course), (.phrases, .phrases)])
  func `texts are in canonical form`(kind: Kind, form: FileKind) throws {
    for name in BuiltInTexts.names(of: kind) {
      let source = try BuiltInTexts.source(kind, name)
      let text = String(decoding: source.bytes, as: UTF8.self)
      #expect(formatted(source, as: form)?.split(separator: "\n") == text.split(separator: "\n"))
    }
  }

  /// What leads to places from which people need time to come back.
  static let unhurried: Set = ["metta-difficult", "metta-five", "younger-self"]

  private func compose(_ chapter: PracticeText, lasting minutes: Int) throws -> FittedPractice {
    var order = Order()
    order.length = Frames(Int64(minutes * 60) * BuiltInTexts.second)
    return try KindlyCompiler.compose(
      chapter, order: order, in: BuiltInTexts.resolver, meter: BuiltInTexts.Meter())
  }
}
