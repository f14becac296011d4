/// A place of the source that a person should look at.
public struct ImportPlace: Sendable, Hashable {
  /// The line of the source, from 1.
  public var line: Int
  /// The words there.
  public var words: String
  /// What became of them, to be read after them.
  public var what: String
}
