/// How loud a session at 48 kHz is, measured while it goes by.
///
/// ITU-R BS.1770-4 and EBU R 128. Silence is passed over: it lies below both gates. Control side.
public struct StereoLoudness: Sendable {
  /// Frames between two gating blocks: 100 ms.
  private static let step = 4_800
  /// Steps of silence after which the filters have long died away.
  private static let tail = 20

  private var head = StereoBiquad(Biquad.kWeighting.head)
  private var lows = StereoBiquad(Biquad.kWeighting.lows)
  private var meter = GatedLoudness()
  /// The step that is being filled: its frames so far, and the sum of their squares.
  private var frames = 0
  private var sum = 0.0
  /// Steps since the last sound.
  private var quiet = StereoLoudness.tail

  /// A meter that has heard nothing.
  public init() {}

  /// Adds interleaved stereo frames, in order.
  public mutating func add(_ samples: UnsafePointer<Float>, frames count: Int) {
    var start = 0
    while start < count {
      let end = min(count, start + Self.step - frames)
      if Self.isSilent(samples + 2 * start, count: 2 * (end - start)) {
        addSilence(frames: end - start)
      } else {
        quiet = 0
        // In locals, which need not be stored between two frames.
        var (head, lows, sum) = (head, lows, sum)
        for frame in start..<end {
          let frame = SIMD2(Double(samples[2 * frame]), Double(samples[2 * frame + 1]))
          let weighted = lows.step(head.step(frame))
          sum += (weighted * weighted).sum()
        }
        (self.head, self.lows, self.sum) = (head, lows, sum)
        advance(by: end - start)
      }
      start = end
    }
  }

  /// Adds frames that are exactly zero.
  public mutating func addSilence(frames count: Int) {
    var left = count
    while left > 0, quiet < Self.tail {
      let part = min(left, Self.step - frames)
      for _ in 0..<part { take(.zero) }
      if part == Self.step { quiet += 1 }
      advance(by: part)
      left -= part
    }
    // Whole steps change nothing any more but where the next sound lies in its step.
    frames = (frames + left) % Self.step
  }

  /// Loudness in LUFS; −∞ when nothing is above −70 LUFS.
  public var integrated: Double { meter.integrated }

  /// The loudest 400 ms in LUFS; −∞ for silence.
  public var momentary: Double { meter.momentary }

  private static func isSilent(_ samples: UnsafePointer<Float>, count: Int) -> Bool {
    var place = 0
    while place + 8 <= count {
      let bits = UnsafeRawPointer(samples + place).loadUnaligned(as: SIMD8<UInt32>.self)
      if bits != .zero { return false }
      place += 8
    }
    return (place..<count).allSatisfy { samples[$0].bitPattern == 0 }
  }

  private mutating func take(_ frame: SIMD2<Double>) {
    let weighted = lows.step(head.step(frame))
    sum += (weighted * weighted).sum()
  }

  private mutating func advance(by count: Int) {
    frames += count
    guard frames == Self.step else { return }
    meter.add(sum / Double(Self.step))
    (frames, sum) = (0, 0)
    head.settle()
    lows.settle()
  }
}

/// A `Biquad` for both channels at once.
private struct StereoBiquad: Sendable {
  private let filter: Biquad
  private var first = SIMD2<Double>.zero
  private var second = SIMD2<Double>.zero

  init(_ filter: Biquad) { self.filter = filter }

  @inline(__always)
  mutating func step(_ frame: SIMD2<Double>) -> SIMD2<Double> {
    let out = filter.b0 * frame + first
    first = filter.b1 * frame - filter.a1 * out + second
    second = filter.b2 * frame - filter.a2 * out
    return out
  }

  /// As `Biquad.settle`.
  mutating func settle() {
    let size = first * first + second * second
    if size.sum() < 1e-80 { (first, second) = (.zero, .zero) }
  }
}
