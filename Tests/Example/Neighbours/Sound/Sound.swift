/// Somebody else's sound.
public struct Sound: Sendable {
  /// Ready at once.
  public init() {}
}
