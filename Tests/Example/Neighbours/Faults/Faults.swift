/// Somebody else's faults.
public struct Faults {
  /// Ready at once.
  public init() {}
}
