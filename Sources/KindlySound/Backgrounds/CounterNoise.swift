import KindlyBase

/// Random numbers by counter: number n depends on the key and n only, so a sound made of them is the
/// same wherever it begins. The numbers are those of `SplitMix64`.
struct CounterNoise: Sendable {
  private let key: UInt64

  /// Numbers for a purpose of a layer; other numbers for any other seed, layer or purpose.
  init(seed: UInt64, layer: Int, purpose: UInt64) {
    let place = UInt64(truncatingIfNeeded: layer) &* 64 &+ purpose
    key = SplitMix64.mix(SplitMix64.mix(seed) &+ place &* SplitMix64.step)
  }

  /// 64 random bits.
  func bits(_ index: Int) -> UInt64 {
    SplitMix64.mix(key &+ UInt64(truncatingIfNeeded: index) &* SplitMix64.step)
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
}
