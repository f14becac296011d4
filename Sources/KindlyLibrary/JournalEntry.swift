public import KindlyBase

/// One sit: what, when, how long, and nothing about how it went.
public struct JournalEntry: Sendable, Hashable {
  /// When it began, in local time with its offset: `2026-11-23T20:58:56+01:00`.
  public var began: String
  /// What was practised: the practice's title.
  public var title: String
  /// The practice's name or path; nil for a sit without Kindly.
  public var practice: String?
  /// The day of a course, counted from 1; nil outside of courses.
  public var day: Int?
  /// Whole seconds that were sat.
  public var seconds: Int
  /// Whole seconds of the practice; nil if the sit had no length.
  public var length: Int?
  /// Whether it was heard to its end.
  public var isWhole: Bool
  /// What the listener wrote about it; nil if nothing.
  public var words: String?

  /// A sit of `seconds` seconds; `began` is its local time as RFC 3339 writes it.
  public init(
    began: String, title: String, practice: String? = nil, day: Int? = nil, seconds: Int,
    length: Int? = nil, isWhole: Bool, words: String? = nil
  ) {
    self.began = began
    self.title = title
    self.practice = practice
    self.day = day
    self.seconds = seconds
    self.length = length
    self.isWhole = isWhole
    self.words = words
  }

  /// The entry as an object with the names of the journal file.
  public var json: JSON {
    var members: [(String, JSON)] = [
      ("v", .int(1)), ("began", .string(began)), ("title", .string(title)),
    ]
    if let practice { members.append(("practice", .string(practice))) }
    if let day { members.append(("day", .int(Int64(day)))) }
    members.append(("seconds", .int(Int64(seconds))))
    if let length { members.append(("length", .int(Int64(length)))) }
    members.append(("whole", .bool(isWhole)))
    if let words { members.append(("words", .string(words))) }
    return .object(members)
  }
}
