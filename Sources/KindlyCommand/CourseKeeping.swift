import Glibc
import KindlyLibrary
import Kindly

/// Where the listener is in a course, on disk.
struct CourseKeeping {
  private let folders: Folders

  init() throws(Failure) { folders = try Folders.ofUser() }

  /// The progress; nil if no course was started.
  var progress: CourseProgress? {
    get throws(Failure) {
      do {
        return try CourseProgress.kept(in: folders)
      } catch {
        throw Failure(.inputOutput, error.sentence)
      }
    }
  }

  func keep(_ progress: CourseProgress) throws(Failure) {
    do {
      try progress.keep(in: folders)
    } catch {
      throw Failure(error)
    }
  }

  /// Changes the progress and says which day is next.
  func change(_ change: (CourseProgress, String) -> CourseProgress) throws(Failure) {
    let workshop = Workshop()
    guard let progress = try progress else {
      throw Failure(.noInput, CoursePage.invitation(workshop.library))
    }
    let course = try workshop.course(progress.course)
    let changed = change(progress, Self.today)
    let day = changed.day(on: Self.today)
    // One past the last day is the end of a course; there is nothing behind it.
    try keep(day > course.days.count + 1 ? progress : changed)
    CoursePage.sayNext(course, day: day)
  }

  /// The date here and now.
  static var today: String { JournalTime.date(JournalTime.now()) }

  /// A path that means the same file in every folder.
  static func absolute(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
