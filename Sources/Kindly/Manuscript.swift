public import KindlyLanguage
public import KindlyLibrary

/// A practice that was read.
public struct Manuscript: Sendable {
  /// Where it came from.
  public var text: LibraryText
  /// What it says, and what is to be said about it.
  public var reading: Reading<Script>
  /// The day of a course that it is, from 1; nil for a practice.
  public var day: Int?

  /// What names it among others: `metta`, or `first-week:3` for a day of a course.
  public var name: String { day.map { "\(text.name):\($0)" } ?? text.name }

  /// The title, or the file's name where the author gave none.
  public var title: String { reading.tree.header.title?.value ?? text.name }
}
