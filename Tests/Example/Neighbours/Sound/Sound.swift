/// Somebody else's sound.
public struct Sound {
  public init() {}
}
