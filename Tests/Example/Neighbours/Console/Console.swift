/// Somebody else's console.
public struct Console: Sendable {
  /// Ready at once.
  public init() {}
}
