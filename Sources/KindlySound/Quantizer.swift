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
    value(sample, counter: Self.counter(frame: frame, channel: channel))
  }

  /// The same for a number of the noise's counter.
  @_noLocks @inline(__always)
  private func value(_ sample: Float, counter: UInt64) -> Int32 {
    if sample == 0 { return 0 }
    var level = Double(sample) * scale
    if dithered { level += Self.noise(counter: counter) }
    // What is not a number is made silent.
    guard level == level else { return 0 }
    level = level > -scale ? level : -scale
    level = level < scale - 1 ? level : scale - 1
    // As `MathFunctions.nearest`: the low bits of the sum are the number.
    return Int32(truncatingIfNeeded: (level + 0x1.8p52).bitPattern)
  }

  /// Triangular noise between −1 and 1, the difference of two uniform halves of one hash.
  @_noLocks
  public static func noise(frame: Int64, channel: Int) -> Double {
    noise(counter: counter(frame: frame, channel: channel))
  }

  // The finalizer of SplitMix64 (Steele, Lea and Flood 2014) on a counter: every frame and channel its
  // own 64 well-mixed bits.
  private static var golden: UInt64 {
    @_noLocks get { 0x9e37_79b9_7f4a_7c15 }
  }
  /// How far the counters of a frame and the next are apart.
  private static var step: UInt64 {
    @_noLocks get { golden &* 256 }
  }

  @_noLocks @inline(__always)
  private static func counter(frame: Int64, channel: Int) -> UInt64 {
    let number = UInt64(bitPattern: frame) << 8 | UInt64(truncatingIfNeeded: channel & 255)
    return (number &+ 1) &* golden
  }

  @_noLocks @inline(__always)
  private static func noise(counter: UInt64) -> Double {
    var mixed = (counter ^ counter >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    mixed ^= mixed >> 31
    let high = Int64(truncatingIfNeeded: mixed >> 32)
    let low = Int64(truncatingIfNeeded: mixed & 0xffff_ffff)
    return Double(high &- low) * 0x1p-32
  }

  /// Interleaved samples from absolute frame `frame` on, as 16-bit numbers.
  @_noLocks
  public func write(
    _ samples: UnsafePointer<Float>, frames: Int, channels: Int, at frame: Int64,
    to out: UnsafeMutablePointer<Int16>
  ) {
    for channel in 0..<channels {
      var counter = Self.counter(frame: frame, channel: channel)
      var place = channel
      for _ in 0..<frames {
        out[place] = Int16(truncatingIfNeeded: value(samples[place], counter: counter))
        place &+= channels
        counter &+= Self.step
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
    for channel in 0..<channels {
      var counter = Self.counter(frame: frame, channel: channel)
      var place = channel
      for _ in 0..<frames {
        out[place] = value(samples[place], counter: counter) &<< Int32(truncatingIfNeeded: shift)
        place &+= channels
        counter &+= Self.step
      }
    }
  }
}
