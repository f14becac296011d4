/// Float32 samples to whole numbers of 32, 24 or 16 bits.
///
/// 24 and 16 bits are dithered with triangular noise of ±1 step, a pure function of the absolute
/// frame and the channel: what a device is given equals what a file holds, whatever was played
/// before. 32 bits are rounded only: they hold a Float32 above 2⁻⁸ exactly. Digital silence (0.0)
/// stays 0, so a pause is a pause.
public struct Quantizer: Sendable, Hashable, BitwiseCopyable {
  /// Bits of a sample: 32, 24 or 16.
  public let bits: Int
  private let scale: Double
  private let dithered: Bool

  /// Makes a quantizer; `bits` from 8 to 32.
  public init(bits: Int) {
    self.bits = bits
    scale = Double(Int64(1) << (bits - 1))
    dithered = bits < 32
  }

  /// The number nearest to `sample` (±1 is full scale), after dither and within range.
  ///
  /// It is right-aligned: −32,768 … 32,767 for 16 bits. `channel` counts from 0, up to 255.
  @_noLocks
  public func value(_ sample: Float, frame: Int64, channel: Int) -> Int32 {
    if sample == 0 { return 0 }
    var level = Double(sample) * scale
    if dithered { level += Self.noise(frame: frame, channel: channel) }
    // What is not a number passes neither comparison and is made silent.
    if level >= scale - 1 { return Int32(scale - 1) }
    if level > -scale { return Int32(MathFunctions.nearest(level)) }
    return level <= -scale ? Int32(-scale) : 0
  }

  /// Triangular noise between −1 and 1, the difference of two uniform halves of one hash.
  @_noLocks
  public static func noise(frame: Int64, channel: Int) -> Double {
    // The finalizer of SplitMix64 (Steele, Lea and Flood 2014) on a counter: every frame and
    // channel its own 64 well-mixed bits.
    let counter = UInt64(bitPattern: frame) << 8 | UInt64(truncatingIfNeeded: channel & 255)
    var mixed = (counter &+ 1) &* 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    mixed ^= mixed >> 31
    let high = Int64(mixed >> 32)
    let low = Int64(mixed & 0xffff_ffff)
    return Double(high - low) * 0x1p-32
  }

  /// Interleaved samples from absolute frame `frame` on, as 16-bit numbers.
  @_noLocks
  public func write(
    _ samples: UnsafePointer<Float>, frames: Int, channels: Int, at frame: Int64,
    to out: UnsafeMutablePointer<Int16>
  ) {
    var place = 0
    for offset in 0..<frames {
      for channel in 0..<channels {
        let value = value(samples[place], frame: frame + Int64(offset), channel: channel)
        out[place] = Int16(truncatingIfNeeded: value)
        place += 1
      }
    }
  }

  /// Interleaved samples from absolute frame `frame` on, each shifted left by `shift` bits: 0 for
  /// numbers in the low bits (ALSA's `S24_LE`), 32 − `bits` for the high ones (libsndfile's int).
  @_noLocks
  public func write(
    _ samples: UnsafePointer<Float>, frames: Int, channels: Int, at frame: Int64, shift: Int = 0,
    to out: UnsafeMutablePointer<Int32>
  ) {
    var place = 0
    for offset in 0..<frames {
      for channel in 0..<channels {
        out[place] =
          value(samples[place], frame: frame + Int64(offset), channel: channel) &<< Int32(shift)
        place += 1
      }
    }
  }
}
