import ArgumentParser
import KindlyLibrary
import KindlyLanguage
import Kindly

/// `kindly course`: which course, which day, and how to go on.
struct CourseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course", abstract: "Your course: show, start, repeat, stay, skip.",
    discussion: "'kindly today' plays the day that is next. Go at any pace.",
    subcommands: [Show.self, Start.self, Repeat.self, Stay.self, Skip.self],
    defaultSubcommand: Show.self)

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show the days of your course, or of another one.")

    @Argument(
      help: "A course by name, or a file; yours unless given.", completion: .texts(.course))
    var course: String?

    func run() throws {
      let workshop = Workshop()
      if let course {
        Printer.result(CoursePage.text(try workshop.course(course), next: nil))
      } else if let progress = try CourseKeeping().progress {
        let course = try workshop.course(progress.course)
        Printer.result(CoursePage.text(course, next: progress.day(on: CourseKeeping.today)))
      } else {
        Printer.note(CoursePage.invitation(workshop.library))
      }
    }
  }

  struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "start", abstract: "Begin a course at its first day.")

    @Argument(help: "A course by name, or a file.", completion: .texts(.course))
    var course: String

    func run() throws {
      let found = try Workshop().course(course)
      // A file is found again from another folder.
      let name = found.text.origin == .file ? CourseKeeping.absolute(course) : course
      try CourseKeeping().keep(CourseProgress(course: name))
      CoursePage.sayNext(found, day: 1)
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
}

extension Workshop {
  /// Reads a course by name or path.
  func course(_ argument: String) throws(Failure) -> LibraryCourse {
    do {
      return try composer.course(of: argument)
    } catch {
      throw Failure(error)
    }
  }
}
