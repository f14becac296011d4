public import KindlyLanguage
public import KindlyLibrary

/// A practice that was read.
public struct Manuscript: Sendable {
  /// Where it came from.
  public var text: LibraryText
  /// What it says, and what is to be said about it.
  public var reading: Reading<Script>

  /// The title, or the file's name where the author gave none.
  public var title: String { reading.tree.header.title?.value ?? text.name }
}
