/// Somebody else's library.
public struct Library {
  public init() {}
}
