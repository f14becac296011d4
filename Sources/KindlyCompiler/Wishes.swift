public import KindlyLanguage

/// A phrase set and the text it was read from.
public struct Wishes: Sendable {
  /// Its text; `path` names it in reports.
  public var source: Source
  /// What the text says.
  public var set: PhraseSet

  /// Joins a set with its text.
  public init(source: Source, set: PhraseSet) {
    self.source = source
    self.set = set
  }
}

extension Wishes: Hashable {
  /// The same text says the same.
  public static func == (one: Wishes, other: Wishes) -> Bool { one.source == other.source }

  /// By the text alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
