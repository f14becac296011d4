/// Somebody else's library.
public struct Library: Sendable {
  /// Ready at once.
  public init() {}
}
