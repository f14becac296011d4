/// Somebody else's console.
public struct Console {
  /// Ready at once.
  public init() {}
}
