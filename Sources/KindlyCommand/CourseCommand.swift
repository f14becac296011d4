import ArgumentParser
import Kindly
import KindlyLanguage
import KindlyLibrary
import KindlyMessages

/// `kindly course`: which course, which day, and how to go on.
struct CourseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course", abstract: "Your course: show, start, repeat, stay, skip, stop.",
    discussion: "'kindly today' plays the day that is next. Go at any pace.",
    subcommands: [Show.self, Start.self, Repeat.self, Stay.self, Skip.self, Stop.self],
    defaultSubcommand: Show.self)

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show the days of your course, or of another one.")

    @Argument(
      help: "A course by name, or a file; yours unless given.", completion: .texts(.course))
    var course: String?

    func run() throws {
      let context = CommandContext()
      if let course {
        let keeping = try? CourseKeeping()
        let found = try context.course(course)
        let name = CourseKeeping.name(of: found, as: course)
        let current = try keeping?.progress
        let progress = current?.course == name ? current : keeping?.progress(of: name)
        Printer.result(CoursePage.text(found, progress))
      } else if let progress = try CourseKeeping().progress {
        let course = try context.course(progress.course)
        Printer.result(CoursePage.text(course, progress))
      } else {
        Printer.note(CoursePage.invitation(context.library))
      }
    }
  }

  struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "start", abstract: "Begin a course, or go on with one you began.")

    @Argument(help: "A course by name, or a file.", completion: .texts(.course))
    var course: String

    @Flag(help: "Begin it anew at its first day.")
    var again = false

    func run() throws {
      let found = try CommandContext().course(course)
      let name = CourseKeeping.name(of: found, as: course)
      let keeping = try CourseKeeping()
      // What can't be read is begun anew, as its sentence says.
      let current = try? keeping.progress
      let begun = current?.course == name ? current : keeping.progress(of: name)
      if let current, current.course != name, let old = try? CommandContext().course(current.course)
      {
        Printer.note(Message.courseWaits(old.title, old.text.name))
      }
      guard let begun, !again else {
        try keeping.keep(CourseProgress(course: name))
        return CoursePage.sayNext(found, day: 1)
      }
      try keeping.keep(begun)
      Printer.note(Message.courseGoesOn)
      CoursePage.sayNext(found, day: begun.day(on: CourseKeeping.today))
    }
  }

  struct Repeat: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "repeat", abstract: "Hear the last day once more, and go on from there.")

    func run() throws { try CourseKeeping().change { $0.repeating(on: $1) } }
  }

  struct Stay: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stay", abstract: "Stay with this day until you skip to the next one.")

    func run() throws { try CourseKeeping().change { $0.staying(on: $1) } }
  }

  struct Skip: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "skip", abstract: "Go on to the next day.")

    func run() throws { try CourseKeeping().change { $0.skipping(on: $1) } }
  }

  struct Stop: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stop", abstract: "Leave your course; it can go on another time.")

    func run() throws {
      let keeping = try CourseKeeping()
      let context = CommandContext()
      guard let progress = try keeping.progress else {
        throw Failure(.noInput, CoursePage.invitation(context.library))
      }
      try keeping.stop(progress)
      let course = try? context.course(progress.course)
      Printer.note(
        Message.courseLeft(
          course?.title ?? progress.course, course?.text.name ?? progress.course))
    }
  }
}

extension CommandContext {
  /// Reads a course by name or path.
  func course(_ argument: String) throws(Failure) -> LibraryCourse {
    do {
      return try composer.course(of: argument)
    } catch {
      throw Failure(error)
    }
  }
}
