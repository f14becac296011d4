/// Somebody else's timeline.
public struct Timeline {
  public init() {}
}
