/// Somebody else's console.
public struct Console {
  public init() {}
}
