/// Somebody else's sound.
public struct Sound {
  /// Ready at once.
  public init() {}
}
