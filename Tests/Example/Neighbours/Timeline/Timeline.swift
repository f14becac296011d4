/// Somebody else's timeline.
public struct Timeline {
  /// Ready at once.
  public init() {}
}
