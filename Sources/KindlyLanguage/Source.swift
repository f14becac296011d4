/// A text and the name it is reported under.
public struct Source: Sendable, Hashable {
  /// How reports name it: a path as the user gave it, or a library name such as `metta.practice`.
  public var path: String
  /// The bytes as they are in the file; not necessarily UTF-8.
  public var bytes: [UInt8]

  /// A file as it lies on the disk; the bytes need not be UTF-8.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A text that was never a file; `path` is what reports call it.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

/// A range of UTF-8 offsets in a source, half open. Lines and columns exist only in reports.
public struct SourceSpan: Sendable, Hashable {
  /// Offset of the first byte.
  public var lower: Int
  /// Offset after the last byte; equal to `lower` for a place between two characters.
  public var upper: Int

  /// Makes a span; `upper` is not below `lower`.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = upper
  }

  /// The span from the start of this one to the end of `other`.
  public func joined(with other: SourceSpan) -> SourceSpan {
    SourceSpan(min(lower, other.lower), max(upper, other.upper))
  }
}

/// A value and the place it was read from. Equal when the values are: moving text changes nothing.
public struct Located<Value> {
  /// What was read.
  public var value: Value
  /// Where it stands.
  public var span: SourceSpan

  /// Joins a value with its place.
  public init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }
}

extension Located: Sendable where Value: Sendable {}

/// A mistake can be thrown with its place.
extension Located: Error where Value: Error {}

extension Located: Equatable where Value: Equatable {
  /// Compares values only.
  public static func == (left: Self, right: Self) -> Bool { left.value == right.value }
}

extension Located: Hashable where Value: Hashable {
  /// Hashes the value only.
  public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
