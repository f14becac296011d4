public import KindlyCompiler
public import KindlyLibrary
import KindlyLanguage

/// A course of the library, divided into its days.
public struct LibraryCourse: Sendable {
  /// Where it came from.
  public var text: LibraryText
  /// Its days.
  public var course: Course
  private let reading: Reading<Script>

  fileprivate init(text: LibraryText, course: Course, reading: Reading<Script>) {
    self.text = text
    self.course = course
    self.reading = reading
  }

  /// The title, or the file's name where the author gave none.
  public var title: String { reading.tree.header.title?.value ?? text.name }

  /// The titles of its days, in order.
  public var days: [String] { course.days.map(\.title) }

  /// A day as a practice; nil outside of the course.
  /// - Parameter number: from 1.
  public func manuscript(day number: Int) -> Manuscript? {
    guard let day = course.day(number) else { return nil }
    var reading = reading
    reading.tree = day.script
    return Manuscript(text: text, reading: reading, day: number)
  }
}

/// Why there is no course to sit.
public enum CourseError: Error, Sendable {
  /// There is no such text.
  case absent(LibraryProblem)
  /// It has problems.
  case refused(CompositionError)
  /// It has no heading, and so no day.
  case noDays(String)
}

extension Composer {
  /// Reads a course by name or path and divides it into its days.
  public func course(of argument: String) throws(CourseError) -> LibraryCourse {
    let text: LibraryText
    do {
      text = try library.text(.course, at: argument)
    } catch {
      throw .absent(error)
    }
    let reading = read(course: text.source)
    guard !reading.hasErrors else {
      throw .refused(
        CompositionError(reading.diagnostics, sources: [text.source.path: text.source]))
    }
    let course = Course(PracticeText(source: text.source, script: reading.tree))
    guard !course.days.isEmpty else { throw .noDays(text.source.path) }
    return LibraryCourse(text: text, course: course, reading: reading)
  }
}
