/// A key of `Key: value` lines, declared once: how it is written is its raw value.
public protocol EntryKey: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {
  /// What there is to know about it.
  var declaration: KeyDeclaration { get }
}

/// What there is to know about a key.
public struct KeyDeclaration: Sendable, Hashable {
  /// A value that can be read, as messages and the guide show it.
  public var example: String
  /// What it says, in one line.
  public var meaning: String
  /// What people write instead of the key, in small letters.
  public var otherNames: [String]
  /// Whether it may be given more than once.
  public var repeats: Bool

  /// Declares a key.
  public init(
    _ example: String, _ meaning: String, otherNames: [String] = [], repeats: Bool = false
  ) {
    self.example = example
    self.meaning = meaning
    self.otherNames = otherNames
    self.repeats = repeats
  }
}
