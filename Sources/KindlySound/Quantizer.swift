import KindlyBase

/// Float32 samples to whole numbers of 32, 24 or 16 bits.
///
/// 24 and 16 bits are dithered with triangular noise of ±1 step, a pure function of the absolute
/// frame: what a device is given equals what a file holds, whatever was played before. All channels of a
/// frame get the same noise, so what lies in the middle stays there, and an encoder sees that it does.
/// 32 bits are rounded only: they hold a Float32 above 2⁻⁸ exactly. Digital silence (0.0) stays 0, so a
/// pause is a pause. What is not a number is made silent.
public struct Quantizer: Sendable, Hashable, BitwiseCopyable {
  /// Bits of a sample: 32, 24 or 16.
  public let bits: Int
  private let scale: Double

  /// Makes a quantizer; `bits` from 8 to 32.
  public init(bits: Int) {
    self.bits = bits
    scale = Double(Int64(1) << (bits - 1))
  }

  /// The number nearest to `sample` (±1 is full scale), after dither and within range.
  ///
  /// It is right-aligned: −32,768 … 32,767 for 16 bits.
  @_noLocks
  public func value(_ sample: Float, frame: Int64) -> Int32 {
    if bits <= 16 {
      return values(SIMD4(sample, 0, 0, 0), dither: SIMD4(Self.dither(frame), 0, 0, 0))[0]
    }
    if sample == 0 { return 0 }
    var level = Double(sample) * scale
    if bits < 32 { level += Double(Self.dither(frame)) * 0x1p-16 }
    guard level == level else { return 0 }
    level = level > -scale ? level : -scale
    level = level < scale - 1 ? level : scale - 1
    // As `MathFunctions.nearest`: the low bits of the sum are the number.
    return Int32(truncatingIfNeeded: (level + 0x1.8p52).bitPattern)
  }

  /// Interleaved samples from absolute frame `frame` on, as 16-bit numbers.
  @_noLocks
  public func write(
    _ samples: UnsafePointer<Float>, frames: Int, channels: Int, at frame: Int64,
    to out: UnsafeMutablePointer<Int16>
  ) {
    var (index, place) = (0, 0)
    while index < frames {
      let here = frame &+ Int64(index)
      if isPair(at: here, of: frames &- index, channels: channels) {
        UnsafeMutableRawPointer(out + place).storeBytes(
          of: SIMD4<Int16>(truncatingIfNeeded: pair(samples + place, at: here)),
          as: SIMD4<Int16>.self)
        index &+= 2
        place &+= 4
        continue
      }
      for _ in 0..<channels {
        out[place] = Int16(truncatingIfNeeded: value(samples[place], frame: here))
        place &+= 1
      }
      index &+= 1
    }
  }

  /// Interleaved samples from absolute frame `frame` on, each shifted left by `shift` bits: 0 for
  /// numbers in the low bits (ALSA's `S24_LE`), 32 − `bits` for the high ones (libsndfile's int).
  @_noLocks
  public func write(
    _ samples: UnsafePointer<Float>, frames: Int, channels: Int, at frame: Int64, shift: Int = 0,
    to out: UnsafeMutablePointer<Int32>
  ) {
    let shift = Int32(truncatingIfNeeded: shift)
    var (index, place) = (0, 0)
    while index < frames {
      let here = frame &+ Int64(index)
      if isPair(at: here, of: frames &- index, channels: channels) {
        UnsafeMutableRawPointer(out + place).storeBytes(
          of: pair(samples + place, at: here) &<< shift, as: SIMD4<Int32>.self)
        index &+= 2
        place &+= 4
        continue
      }
      for _ in 0..<channels {
        out[place] = value(samples[place], frame: here) &<< shift
        place &+= 1
      }
      index &+= 1
    }
  }
}

// Two frames of 16-bit stereo fill a register of the processor, and one hash is enough for the two.
extension Quantizer {
  /// Whether a frame and the next are quantized together, `left` being how many there are.
  @_noLocks @inline(__always)
  private func isPair(at frame: Int64, of left: Int, channels: Int) -> Bool {
    bits <= 16 && channels == 2 && frame & 1 == 0 && left > 1
  }

  /// A frame of an even number and the next, in stereo of at most 16 bits.
  @_noLocks @inline(__always)
  private func pair(_ samples: UnsafePointer<Float>, at frame: Int64) -> SIMD4<Int32> {
    let hash = Self.hash(frame)
    let (first, second) = (Self.dither(hash), Self.dither(hash >> 32))
    return values(
      UnsafeRawPointer(samples).loadUnaligned(as: SIMD4<Float>.self),
      dither: SIMD4(first, first, second, second))
  }

  /// The numbers of at most 16 bits. Single precision is enough: it is off by 2⁻⁹ of a step at full scale.
  @_noLocks @inline(__always)
  private func values(_ samples: SIMD4<Float>, dither: SIMD4<Int32>) -> SIMD4<Int32> {
    let scale = Float(scale)
    var levels = samples * scale + SIMD4<Float>(dither) * 0x1p-16
    levels.replace(with: 0, where: (samples .== 0) .| (levels .!= levels))
    levels.replace(with: -scale, where: levels .< -scale)
    levels.replace(with: scale - 1, where: levels .> scale - 1)
    // The low 22 bits of the sum are the number.
    return (unsafeBitCast(levels + 0x1.8p23, to: SIMD4<Int32>.self) &<< 10) &>> 10
  }

  /// The dither of a frame, between −65,535 and 65,535 parts of 65,536 of a step.
  @_noLocks @inline(__always)
  private static func dither(_ frame: Int64) -> Int32 {
    dither(frame & 1 == 0 ? hash(frame) : hash(frame) >> 32)
  }

  /// The difference of two even numbers of 16 bits.
  @_noLocks @inline(__always)
  private static func dither(_ bits: UInt64) -> Int32 {
    Int32(truncatingIfNeeded: bits & 0xffff) &- Int32(truncatingIfNeeded: bits >> 16 & 0xffff)
  }

  /// 32 bits for a frame of an even number, and 32 for the next.
  @_noLocks @inline(__always)
  private static func hash(_ frame: Int64) -> UInt64 {
    SplitMix64.mix((UInt64(bitPattern: frame >> 1) &+ 1) &* SplitMix64.step)
  }
}
