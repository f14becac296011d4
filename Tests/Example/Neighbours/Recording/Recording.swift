/// Somebody else's recording.
public struct Recording {
  public init() {}
}
