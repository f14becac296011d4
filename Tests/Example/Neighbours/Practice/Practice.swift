/// Somebody else's practice.
public struct Practice {
  public init() {}
}
