/// Somebody else's practice.
public struct Practice {
  /// Ready at once.
  public init() {}
}
