/// Random numbers by counter: number n depends on the key and n only, so a sound made of them is the
/// same wherever it begins.
///
/// The mixing function is that of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
/// Generators, OOPSLA 2014).
struct CounterNoise: Sendable {
  private let key: UInt64

  /// Numbers for a purpose of a layer; other numbers for any other seed, layer or purpose.
  init(seed: UInt64, layer: Int, purpose: UInt64) {
    let place = UInt64(truncatingIfNeeded: layer) &* 64 &+ purpose
    key = Self.mix(Self.mix(seed) &+ place &* 0x9e37_79b9_7f4a_7c15)
  }

  /// 64 random bits.
  func bits(_ index: Int) -> UInt64 {
    Self.mix(key &+ UInt64(truncatingIfNeeded: index) &* 0x9e37_79b9_7f4a_7c15)
  }

  /// Evenly from 0 up to, not including, 1.
  func unit(_ index: Int) -> Double { Double(bits(index) >> 11) * 0x1p-53 }

  /// Two independent numbers of mean 0 and variance 1, each the sum of two even ones.
  func pair(_ index: Int) -> SIMD2<Double> {
    let bits = bits(index)
    let left = Int(bits & 0xffff) + Int(bits >> 16 & 0xffff) - 0xffff
    let right = Int(bits >> 32 & 0xffff) + Int(bits >> 48) - 0xffff
    // An even number of 2^16 steps of 2^-15 has variance 1/3.
    return SIMD2(Double(left), Double(right)) * (0x1p-15 * 1.224_744_871_391_589)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
