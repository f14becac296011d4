import ArgumentParser
import KindlyLibrary
import KindlyLanguage
import Kindly

/// `kindly today`: the next day of the listener's course.
struct TodayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "today", abstract: "Play the next day of your course.")

  @OptionGroup var session: SessionOptions
  @OptionGroup var playing: PlayOptions

  func run() throws {
    let workshop = Workshop(isPrivate: session.isPrivate)
    let keeping = try CourseKeeping()
    guard let progress = try keeping.progress else {
      throw Failure(.noInput, CoursePage.invitation(workshop.library))
    }
    let course = try workshop.course(progress.course)
    let day = progress.day(on: CourseKeeping.today)
    guard let manuscript = course.manuscript(day: day) else {
      Printer.note(CoursePage.over(course))
      return
    }
    if !playing.quiet, !playing.json {
      Printer.note(visible("\(course.title): \(manuscript.title)"))
      if progress.wasHeard(on: CourseKeeping.today) {
        Printer.note("You have heard it today. `kindly course skip` goes on to the next day.")
      }
    }
    let isWhole = try playing.play(
      manuscript, order: session.order, day: day, isPrivate: session.isPrivate, in: workshop)
    // Asked again after the sit: it may be another date by now, or another program has gone on.
    guard isWhole, let latest = try keeping.progress, latest == progress else { return }
    try keeping.keep(latest.hearing(day, on: CourseKeeping.today))
  }
}
