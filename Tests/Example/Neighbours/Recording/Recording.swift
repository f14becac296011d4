/// Somebody else's recording.
public struct Recording {
  /// Ready at once.
  public init() {}
}
