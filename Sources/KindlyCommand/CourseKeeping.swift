import Glibc
import Kindly
import KindlyLibrary

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
        throw Failure(.inputOutput, error.message)
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

  /// A course that was begun before and left for another one, or stopped.
  func progress(of course: String) -> CourseProgress? {
    CourseProgress.kept(of: course, in: folders)
  }

  /// Most of a day was heard. It counts if it is the day that is due in the listener's course; asked
  /// again after the sit, for it may be another date by now, or another program has gone on.
  func hear(_ day: CourseDay) throws(Failure) {
    guard let progress = try progress, progress.course == day.course,
      progress.day(on: Self.today) == day.number
    else { return }
    try keep(progress.hearing(day.number, on: Self.today))
  }

  func stop(_ progress: CourseProgress) throws(Failure) {
    do {
      try progress.stop(in: folders)
    } catch {
      throw Failure(error)
    }
  }

  /// Changes the progress and says which day is next.
  func change(_ change: (CourseProgress, String) -> CourseProgress) throws(Failure) {
    let context = CommandContext()
    guard let progress = try progress else {
      throw Failure(.noInput, CoursePage.invitation(context.library))
    }
    let course = try context.course(progress.course)
    let changed = change(progress, Self.today)
    let day = changed.day(on: Self.today)
    // One past the last day is the end of a course; there is nothing behind it.
    try keep(day > course.days.count + 1 ? progress : changed)
    CoursePage.sayNext(course, day: day)
  }

  /// The date here and now.
  static var today: String { JournalTime.date(JournalTime.now()) }

  /// What progress calls a course that was named in some folder.
  static func name(of course: LibraryCourse, as named: String) -> String {
    course.text.origin == .file ? absolute(named) : named
  }

  /// A path that means the same file in every folder.
  static func absolute(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
