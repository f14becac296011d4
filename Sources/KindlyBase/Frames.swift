/// A number of frames at 48 kHz: the one clock of a session.
///
/// Seconds exist only where a person reads or writes them; everything between is exact.
public struct Frames: Sendable, Hashable, Comparable, BitwiseCopyable, AdditiveArithmetic {
  /// Frames in one second of every timeline.
  @inlinable public static var rate: Int64 { 48_000 }
  /// The same rate in hertz, for the arithmetic of signals.
  @inlinable public static var hertz: Double { 48_000 }
  /// No time at all.
  public static let zero = Frames(0)

  /// The count itself; negative only in differences.
  public var count: Int64

  /// A length or position of `count` frames.
  public init(_ count: Int64) { self.count = count }

  /// The length nearest to `seconds`, halves rounded up. For constants and tests; the
  /// language rounds its durations itself, without floating point.
  public init(seconds: Double) {
    count = Int64((seconds * Double(Self.rate)).rounded(.toNearestOrAwayFromZero))
  }

  /// The same length in seconds, for people.
  public var seconds: Double { Double(count) / Double(Self.rate) }

  /// Orders by time.
  public static func < (left: Frames, right: Frames) -> Bool { left.count < right.count }
  /// Adds two lengths.
  public static func + (left: Frames, right: Frames) -> Frames { Frames(left.count + right.count) }
  /// The distance from `right` to `left`.
  public static func - (left: Frames, right: Frames) -> Frames { Frames(left.count - right.count) }
}
