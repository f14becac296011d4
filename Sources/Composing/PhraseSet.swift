public import Practice

/// Wishes under one name, as composing uses them.
public struct PhraseSet: Sendable {
  /// The text they were read from.
  public var source: Source
  /// One wish each.
  public var wishes: [Located<[Piece]>]

  /// Makes a set from its parts.
  public init(source: Source, wishes: [Located<[Piece]>]) {
    self.source = source
    self.wishes = wishes
  }
}
