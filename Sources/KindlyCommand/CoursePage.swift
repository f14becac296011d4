import KindlyLibrary
import KindlyLanguage
import Kindly

/// What is said about courses.
enum CoursePage {
  /// The title and the days, the next one marked by a word.
  static func text(_ course: LibraryCourse, next: Int?) -> String {
    let lines = course.days.enumerated().map { index, title in
      "  \(title)" + (index + 1 == next ? "  (next)" : "")
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
    "That was the whole of \(course.title). `kindly course start \(course.text.name)` begins it"
      + " again; `kindly course repeat` keeps its last day."
  }

  /// What to do where no course was started.
  static func invitation(_ library: Library) -> String {
    let names = library.names(of: .course).joined(separator: ", ")
    return "You have not started a course. `kindly course start NAME` does; there are: \(names)."
  }
}
