import ArgumentParser
import Kindly
import KindlyLanguage
import KindlyLibrary
import KindlyMessages

/// `kindly today`: the next day of the listener's course.
struct TodayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "today", abstract: "Play the next day of your course.")

  @OptionGroup var session: SessionOptions
  @OptionGroup var playing: PlayOptions

  func run() throws {
    try Self.play(
      session: session, playing: playing, in: CommandContext(isPrivate: session.isPrivate))
  }

  /// Plays the day that is due.
  static func play(
    session: SessionOptions, playing: PlayOptions, in context: CommandContext
  ) throws {
    guard let progress = try CourseKeeping().progress else {
      throw Failure(.noInput, CoursePage.invitation(context.library))
    }
    let course = try context.course(progress.course)
    let day = progress.day(on: CourseKeeping.today)
    guard let manuscript = course.manuscript(day: day) else {
      Printer.note(CoursePage.over(course))
      return
    }
    if !playing.quiet, !playing.json {
      Printer.note(visible("\(course.title): \(manuscript.title)"))
      if progress.wasHeard(on: CourseKeeping.today) {
        Printer.note(Message.todayIsHeard)
      }
    }
    let named = NamedPractice(
      manuscript: manuscript, argument: "\(progress.course):\(day)",
      day: CourseDay(course: progress.course, number: day))
    try playing.play([named], session, in: context)
  }
}
