/// Somebody else's library.
public struct Library {
  /// Ready at once.
  public init() {}
}
