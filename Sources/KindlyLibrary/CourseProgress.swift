/// Where the listener is in a course: one day at a time, at any pace.
///
/// A day that was heard makes room for the next one on a later date. Dates are only ever compared for
/// being equal, so a pause of a week or a year changes nothing and is not noticed.
public struct CourseProgress: Sendable, Hashable {
  /// The course's name in the library, or a path.
  public var course: String
  /// The day that was begun last, counted from 1.
  public private(set) var day: Int
  /// The date on which most of that day was heard, `2026-11-23`; nil if it was not yet.
  public private(set) var heard: String?
  /// Whether the same day comes until the listener goes on.
  public private(set) var stays: Bool

  /// Begins a course at its first day.
  public init(course: String) {
    self.init(course: course, day: 1, heard: nil, stays: false)
  }

  init(course: String, day: Int, heard: String?, stays: Bool) {
    self.course = course
    self.day = day
    self.heard = heard
    self.stays = stays
  }

  /// The day that `kindly today` plays on a date; one past the last when the course is over.
  ///
  /// A day heard on this date comes again on it.
  public func day(on date: String) -> Int {
    guard let heard, heard != date, !stays else { return day }
    return day + 1
  }

  /// Whether this day was already heard on this date.
  public func wasHeard(on date: String) -> Bool { heard == date }

  /// How much of a day has to be heard for it to count.
  public static let share = 0.8

  /// After most of a day was heard.
  public func hearing(_ day: Int, on date: String) -> CourseProgress {
    CourseProgress(course: course, day: day, heard: date, stays: stays && day == self.day)
  }

  /// The last heard day once more, and then on from there.
  public func repeating(on date: String) -> CourseProgress {
    let again = heard == nil ? max(1, day - 1) : day
    return CourseProgress(course: course, day: again, heard: nil, stays: false)
  }

  /// The day that would be played now, until the listener goes on.
  public func staying(on date: String) -> CourseProgress {
    let now = day(on: date)
    return CourseProgress(course: course, day: now, heard: now == day ? heard : nil, stays: true)
  }

  /// The day after the one that would be played now.
  public func skipping(on date: String) -> CourseProgress {
    CourseProgress(course: course, day: day(on: date) + 1, heard: nil, stays: false)
  }
}
