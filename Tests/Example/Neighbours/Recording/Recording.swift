/// Somebody else's recording.
public struct Recording: Sendable {
  /// Ready at once.
  public init() {}
}
