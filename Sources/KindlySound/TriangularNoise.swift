import KindlyBase

/// Noise of triangular distribution, a pure function of a place: the difference of two even numbers out of
/// one well-mixed counter. Any thread.
public enum TriangularNoise {
  /// Between −1 and 1 in steps of 2⁻³², another number for every frame and channel; `channel` is 0 to 255.
  public static func value(frame: Int64, channel: Int) -> Double {
    let number = UInt64(bitPattern: frame) << 8 | UInt64(truncatingIfNeeded: channel & 255)
    let bits = SplitMix64.mix((number &+ 1) &* SplitMix64.step)
    let high = Int64(truncatingIfNeeded: bits >> 32)
    let low = Int64(truncatingIfNeeded: bits & 0xffff_ffff)
    return Double(high &- low) * 0x1p-32
  }
}
