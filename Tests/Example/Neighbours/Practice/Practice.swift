/// Somebody else's practice.
public struct Practice: Sendable {
  /// Ready at once.
  public init() {}
}
