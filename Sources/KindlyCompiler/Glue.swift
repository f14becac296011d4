import KindlyBase

/// A silence that may shrink and grow between marks, as TeX calls the space between words.
///
/// All marks are frames at 48 kHz, `floor <= low <= natural <= high <= ceiling`.
public struct Glue: Sendable, Hashable, BitwiseCopyable {
  /// The mark of a silence that may grow without end.
  public static let unlimited = Int64.max
  /// No silence at all.
  public static let none = Glue(rigid: 0)

  /// The shortest it may ever be.
  public var floor: Int64
  /// The shortest it should be: below it only when everything else is at its low mark too.
  public var low: Int64
  /// Its length when nobody asks for another.
  public var natural: Int64
  /// The longest it should be: above it only when everything else is at its high mark too.
  public var high: Int64
  /// The longest it may ever be; `unlimited` for no end.
  public var ceiling: Int64
  /// How readily it gives and takes, next to others of its length: 1, 2 or 4; 0 is rigid.
  public var readiness: Int64
  /// Shares of what is left over, for a rest; 0 for everything else.
  public var shares: Int64

  /// Makes glue from its marks.
  public init(
    floor: Int64, low: Int64, natural: Int64, high: Int64, ceiling: Int64, readiness: Int64,
    shares: Int64 = 0
  ) {
    self.floor = floor
    self.low = low
    self.natural = natural
    self.high = high
    self.ceiling = ceiling
    self.readiness = readiness
    self.shares = shares
  }

  /// A silence of exactly `frames`, which no length of the whole changes.
  public init(rigid frames: Int64) {
    self.init(
      floor: frames, low: frames, natural: frames, high: frames, ceiling: frames, readiness: 0)
  }

  /// Makes `[~20s]`: a quarter to any length, at ease between half and three times.
  public init(about frames: Int64) {
    self.init(
      floor: frames / 4, low: frames / 2, natural: frames, high: frames * 3,
      ceiling: Self.unlimited, readiness: 4)
  }

  /// Makes `[10s to 40s]`, naturally halfway.
  public init(between shortest: Int64, and longest: Int64) {
    self.init(
      floor: shortest, low: shortest, natural: shortest + (longest - shortest) / 2,
      high: longest, ceiling: longest, readiness: 4)
  }

  /// Makes `[rest]`: 30 s a share if nothing is left over, and never under 5 s a share.
  public init(restOf shares: Int64) {
    let second = Frames.rate * shares
    self.init(
      floor: 5 * second, low: 10 * second, natural: 30 * second, high: Self.unlimited,
      ceiling: Self.unlimited, readiness: 4, shares: shares)
  }

  /// What lies before a pin: a rest of its own, or next to a rest as short as a line gap.
  public static func beforePin(nextToRest: Bool) -> Glue {
    nextToRest
      ? Glue(
        floor: Frames.rate, low: Frames.rate * 3 / 2, natural: Frames.rate * 2,
        high: Frames.rate * 2,
        ceiling: Frames.rate * 2, readiness: 1)
      : Glue(
        floor: 0, low: 0, natural: 96_000, high: unlimited, ceiling: unlimited, readiness: 4,
        shares: 1)
  }

  /// Whether the length solver may change it.
  public var isFlexible: Bool { readiness > 0 && floor < ceiling }

  /// How much of a common change it takes: its readiness by its natural length in milliseconds.
  var weight: Int64 { readiness * max(1, natural / 48) }
}
