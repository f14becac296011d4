/// Somebody else's timeline.
public struct Timeline: Sendable {
  /// Ready at once.
  public init() {}
}
