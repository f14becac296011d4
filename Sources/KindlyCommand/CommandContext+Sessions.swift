import Kindly
import KindlyCompiler
import KindlyLanguage
import KindlyLibrary
import KindlyMessages
import KindlyRecording

/// One session that the command line names: a practice, or a day of a course.
struct NamedSession {
  /// What names it alone: `metta`, `first-week:3`.
  var argument: String
  /// How its files are called, without folder and ending.
  var stem: String
  /// The course's title, and the day's place in it; nil for a practice.
  var place: (album: String, track: TrackNumber)?
  /// The course that was read and the number of the day; nil for what its name alone finds.
  var source: (course: LibraryCourse, day: Int)?

  /// A day as it was read with its course.
  var day: Manuscript? { source.flatMap { $0.course.manuscript(day: $0.day) } }
}

extension CommandContext {
  /// Reads what a person named, as `named(_:)` does, without what a preset asks beside it.
  func manuscript(_ argument: String) throws(Failure) -> Manuscript {
    try named(argument).manuscript
  }

  /// A day of a course by its number, or the one that comes next; nil for what names no course.
  func day(_ argument: String) throws(Failure) -> NamedPractice? {
    guard let named = try courseDay(argument) else { return nil }
    let course = try course(named.course)
    let name = CourseKeeping.name(of: course, as: named.course)
    let number = named.day ?? nextDay(of: name, course)
    guard let manuscript = course.manuscript(day: number) else {
      throw Failure(
        .noInput, Message.noSuchDay(named.course, days: course.days.count, number))
    }
    return NamedPractice(
      manuscript: manuscript, argument: "\(name):\(number)",
      day: CourseDay(course: name, number: number))
  }

  /// Every session that a name means: a practice, or all days of a course. What is not known is a session
  /// all the same, which fails when it is read.
  func sessions(_ argument: String) throws(Failure) -> [NamedSession] {
    let practice = NamedSession(argument: argument, stem: Self.stem(argument))
    if argument == "-" || (try? composer.manuscript(of: argument)) != nil { return [practice] }
    guard let named = try courseDay(argument) else { return [practice] }
    let course = try course(named.course)
    let titles = course.days
    let days = 1...titles.count
    let numbers = named.day.map { [$0] } ?? Array(days)
    guard numbers.allSatisfy(days.contains) else { return [practice] }
    return numbers.map { number in
      let parts = [
        course.text.name, Self.padded(number, of: titles.count),
        Self.slug(titles[number - 1], day: number),
      ]
      return NamedSession(
        argument: "\(named.course):\(number)",
        stem: parts.filter { !$0.isEmpty }.joined(separator: "-"),
        place: (course.title, TrackNumber(number, of: titles.count)),
        source: (course, number))
    }
  }

  /// The course and the day that an argument names; nil if it names no course.
  private func courseDay(_ argument: String) throws(Failure) -> (course: String, day: Int?)? {
    if (try? library.text(.course, at: argument)) != nil { return (argument, nil) }
    if let colon = argument.lastIndex(of: ":"),
      let day = Int(argument[argument.index(after: colon)...])
    {
      let course = String(argument[..<colon])
      if (try? library.text(.course, at: course)) != nil { return (course, day) }
    }
    guard Kind.course.isEnding(of: argument) else { return nil }
    // Whoever names a course is told about the course.
    _ = try course(argument)
    return (argument, nil)
  }

  /// The day that comes next where the listener has begun this course; otherwise the first.
  private func nextDay(of name: String, _ course: LibraryCourse) -> Int {
    guard let keeping = try? CourseKeeping() else { return 1 }
    let current = try? keeping.progress
    guard let progress = current?.course == name ? current : keeping.progress(of: name) else {
      return 1
    }
    return min(progress.day(on: CourseKeeping.today), course.days.count)
  }

  // MARK: - Names of files

  /// A practice's name without folder and ending.
  private static func stem(_ practice: String) -> String {
    let name = String(practice.split(separator: "/").last ?? "")
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// So many digits that names are in the order of days.
  private static func padded(_ number: Int, of count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(2, String(count).count) - digits.count) + digits
  }

  /// A day's title as part of a file name: `Day 4: a friend` is `a-friend`.
  private static func slug(_ title: String, day: Int) -> String {
    var words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
    if words.count >= 2, words[1] == "\(day)" { words.removeFirst(2) }
    return String(words.joined(separator: "-").prefix(40))
  }
}
