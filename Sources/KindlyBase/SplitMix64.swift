/// Random numbers of 64 bits from a counter: number n is `mix` of the seed plus n times `step`.
///
/// Steele, Lea and Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014. The same seed gives
/// the same numbers everywhere. A value; each thread has its own.
public struct SplitMix64: Sendable {
  /// From one counter to the next: 2⁶⁴ divided by the golden ratio, made odd.
  @inlinable public static var step: UInt64 {
    @_noLocks get { 0x9e37_79b9_7f4a_7c15 }
  }

  @usableFromInline var state: UInt64

  /// Numbers of a seed, the first of which is `mix(seed &+ step)`.
  @inlinable public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  @inlinable public mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mix(state)
  }

  /// 64 well-mixed bits of a counter, a different number for each.
  @_noLocks @inlinable @inline(__always)
  public static func mix(_ counter: UInt64) -> UInt64 {
    var mixed = (counter ^ counter >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}
