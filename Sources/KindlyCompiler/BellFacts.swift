/// What composing needs to know of a bell: how long it sounds, and what it waits for.
public struct BellFacts: Sendable {
  /// Its name in the library.
  public var name: String
  /// Frames from a strike to the next words when nobody says otherwise.
  public var wait: Int64
  /// Frames between its strikes when nobody says otherwise.
  public var apart: Int64
  /// Frames until a strike of this strength (above 0 to 1) has faded to −60 dBFS.
  public var fade: @Sendable (_ strength: Double) -> Int64
  /// Frames until a strike of this strength has rung out: its fade and the last soft 3 s.
  public var ring: @Sendable (_ strength: Double) -> Int64

  /// `wait` and `apart` in frames at 48 kHz.
  public init(
    name: String, wait: Int64, apart: Int64,
    fade: @escaping @Sendable (_ strength: Double) -> Int64,
    ring: @escaping @Sendable (_ strength: Double) -> Int64
  ) {
    self.name = name
    self.wait = wait
    self.apart = apart
    self.fade = fade
    self.ring = ring
  }
}
