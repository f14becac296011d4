/// Somebody else's faults.
public struct Faults {
  public init() {}
}
