/// Somebody else's faults.
public struct Faults: Sendable {
  /// Ready at once.
  public init() {}
}
