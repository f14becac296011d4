import KindlyBase

/// The soft tone that guides half a breath: rising and slowly opening for breathing in, falling and
/// darker for breathing out.
///
/// Two cues tell them apart, so that one is enough: the contour of pitch, and the colour. A closed
/// form of the frame, so any block and any seek give the same samples; silent at both ends.
public struct BreathTone: Sendable, Hashable, BitwiseCopyable {
  /// The half of a breath.
  public enum Direction: Sendable, Hashable {
    /// Rises from G3 to D4.
    case inward
    /// Falls from D4 to G3.
    case outward
  }

  /// Length in frames.
  public let frames: Int64
  private let low: Double
  private let high: Double
  private let second: Double
  private let third: Double
  private let top: Double
  private let level: Double

  /// Makes a tone of `frames` frames; `level` is its peak in dBFS beside a voice at
  /// `LoudnessScale.voice`.
  public init(_ direction: Direction, frames: Int64, level: Double = -24) {
    self.frames = frames
    self.level = MathFunctions.amplitude(decibels: level)
    // Frequencies are chosen: low enough to be soft, high enough for small loudspeakers.
    switch direction {
    case .inward: (low, high, second, third, top) = (196, 293.66, 0.22, 0.07, 0.7)
    case .outward: (low, high, second, third, top) = (293.66, 196, 0.08, 0, 0.25)
    }
  }

  /// The highest it gets, linear.
  public var peak: Float { Float(level) }

  /// The sample so many frames after the tone's beginning; 0 outside of it.
  @_noLocks
  public func sample(at frame: Int64) -> Float {
    guard frame > 0, frame < frames else { return 0 }
    let share = Double(frame) / Double(frames)
    // Pitch follows 3u² − 2u³, at rest at both ends; the phase is its integral.
    let bend = share * share * share * (1 - 0.5 * share)
    let cycles = (low * share + (high - low) * bend) * Double(frames) / Frames.hertz
    let circle = MathFunctions.circle(turns: cycles)
    // sin 2φ and sin 3φ by sin φ and cos φ.
    let double = 2 * circle.cosine
    let wave = circle.sine * (1 + second * double + third * (double * double - 1))
    return Float(level * swell(share) * wave / (1 + second + third))
  }

  /// Adds the tone to both channels of an interleaved block that begins `frame` frames into it.
  @_noLocks
  public func add(into block: UnsafeMutablePointer<Float>, frames count: Int, at frame: Int64) {
    for offset in 0..<count {
      let value = sample(at: frame + Int64(offset))
      block[2 * offset] += value
      block[2 * offset + 1] += value
    }
  }

  /// Rises along a cosine to the peak and falls along another to the end.
  @_noLocks
  private func swell(_ share: Double) -> Double {
    let half = share < top ? 0.5 * share / top : 0.5 * (1 - share) / (1 - top)
    return 0.5 - 0.5 * MathFunctions.circle(turns: half).cosine
  }
}
