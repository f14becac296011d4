import Kindly
import KindlyBase
import KindlyConsole
import KindlyLanguage
import KindlyLibrary
import KindlyMessages

/// What is said about courses.
enum CoursePage {
  /// The title and the days, with a word for the next one and for one that was heard today.
  static func text(_ course: LibraryCourse, _ progress: CourseProgress?) -> String {
    let today = CourseKeeping.today
    let due = progress?.day(on: today)
    let isHeard = progress?.wasHeard(on: today) ?? false
    let next = progress.map { isHeard && !$0.stays ? $0.day + 1 : $0.day(on: today) }
    let text = HangingText(width: Terminal.width(of: 1))
    let lines = course.days.enumerated().flatMap { index, title -> [String] in
      var marks: [String] = []
      if isHeard, index + 1 == due { marks.append(words(.homeHeardToday)) }
      if index + 1 == next {
        marks.append(words(progress?.stays == true ? .markStays : .markNext))
      }
      let mark = marks.isEmpty ? "" : "  (\(marks.joined(separator: "; ")))"
      return text.lines("  ", visible(title) + mark)
    }
    let end =
      next.map { $0 > course.days.count } == true ? [""] + text.lines("", words(over(course))) : []
    return (text.lines("", visible(course.title)) + [""] + lines + end).joined(separator: "\n")
  }

  /// Says which day is next.
  static func sayNext(_ course: LibraryCourse, day: Int) {
    guard course.days.indices.contains(day - 1) else {
      Printer.note(over(course))
      return
    }
    Printer.note(Message.courseNext(course.title, course.days[day - 1]))
    Printer.note(Message.todayPlays)
  }

  static func over(_ course: LibraryCourse) -> Message {
    .courseOver(course.title, course.text.name)
  }

  /// What to do where no course was started.
  static func invitation(_ library: Library) -> Message {
    .courseInvitation(library.names(of: .course).joined(separator: ", "))
  }

  private static func words(_ message: Message) -> String { message.text(in: Interface.language) }
}
