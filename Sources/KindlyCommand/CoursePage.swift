import KindlyLibrary
import KindlyLanguage
import Kindly

/// What is said about courses.
enum CoursePage {
  /// The title and the days, with a word for the next one and for one that was heard today.
  static func text(_ course: LibraryCourse, _ progress: CourseProgress?) -> String {
    let today = CourseKeeping.today
    let due = progress?.day(on: today)
    let isHeard = progress?.wasHeard(on: today) ?? false
    let next = progress.map { isHeard && !$0.stays ? $0.day + 1 : $0.day(on: today) }
    let lines = course.days.enumerated().map { index, title in
      var marks: [String] = []
      if isHeard, index + 1 == due { marks.append("heard today") }
      if index + 1 == next {
        marks.append(progress?.stays == true ? "next, until you skip" : "next")
      }
      return "  \(title)" + (marks.isEmpty ? "" : "  (\(marks.joined(separator: "; ")))")
    }
    let end = next.map { $0 > course.days.count } == true ? ["", over(course)] : []
    return ([course.title, ""] + lines + end).map { visible($0) }.joined(separator: "\n")
  }

  /// Says which day is next.
  static func sayNext(_ course: LibraryCourse, day: Int) {
    guard course.days.indices.contains(day - 1) else {
      Printer.note(over(course))
      return
    }
    Printer.note(visible("\(course.title): next is \(course.days[day - 1])."))
    Printer.note("`kindly today` plays it.")
  }

  static func over(_ course: LibraryCourse) -> String {
    "You have finished \(course.title). `kindly course start \(course.text.name) --again` begins it"
      + " anew; `kindly course repeat` keeps its last day."
  }

  /// What to do where no course was started.
  static func invitation(_ library: Library) -> String {
    let names = library.names(of: .course).joined(separator: ", ")
    return "You have no course. Start one with `kindly course start NAME`. Courses: \(names)."
  }
}
