import KindlyCompiler
import KindlyLanguage
import KindlyLibrary
import KindlyRecording
import Kindly

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

extension Workshop {
  /// Reads a practice by name or path, or a day of a course: `first-week:3`. A course alone means the day
  /// that comes next in it.
  func manuscript(_ argument: String) throws(Failure) -> Manuscript {
    try session(argument).manuscript
  }

  /// The same with the number of the day; nil for a practice.
  func session(_ argument: String) throws(Failure) -> (manuscript: Manuscript, day: Int?) {
    do {
      if argument == "-" {
        return (composer.manuscript(try StandardInput.practice(in: library)), nil)
      }
      return (try composer.manuscript(of: argument), nil)
    } catch {
      guard let named = try courseDay(argument) else { throw unknown(error) }
      let course = try course(named.course)
      let number = named.day ?? nextDay(of: named.course, course)
      guard let manuscript = course.manuscript(day: number) else {
        throw Failure(
          .noInput,
          "\(visible(named.course)) has the days 1 to \(course.days.count): there is no day "
            + "\(number).")
      }
      return (manuscript, number)
    }
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

  /// The day that comes next where this is the listener's course; otherwise the first.
  private func nextDay(of name: String, _ course: LibraryCourse) -> Int {
    guard let progress = try? CourseKeeping().progress,
      progress.course == name || progress.course == CourseKeeping.absolute(name)
    else { return 1 }
    return min(progress.day(on: CourseKeeping.today), course.days.count)
  }

  /// A name that nothing has may be meant for a course as well.
  private func unknown(_ problem: LibraryProblem) -> Failure {
    guard case .unknown(let kind, let name, let known) = problem else { return Failure(problem) }
    return Failure(
      LibraryProblem.unknown(kind: kind, name: name, known: known + library.names(of: .course)))
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
