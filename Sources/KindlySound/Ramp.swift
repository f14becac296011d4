/// A gain that goes from one value to another along half a cosine wave: no step, and no kink at
/// either end, so nothing clicks.
///
/// A pure function of the frame: the same for any block size and after any seek.
public struct Ramp: Sendable, Hashable, BitwiseCopyable {
  /// The gain before and at the first frame.
  public var from: Float
  /// The gain at frame `frames` and ever after.
  public var to: Float
  /// How long it takes; 0 is a step.
  public var frames: Int64

  /// Factors from one end to the other over `frames` frames.
  @_noLocks
  public init(from: Float, to: Float, frames: Int64) {
    self.from = from
    self.to = to
    self.frames = frames
  }

  /// The gain so many frames after the ramp began.
  @_noLocks
  public func gain(at frame: Int64) -> Float {
    if frame >= frames { return to }
    if frame <= 0 { return from }
    let turns = 0.5 * Double(frame) / Double(frames)
    let share = Float(0.5 - 0.5 * MathFunctions.circle(turns: turns).cosine)
    return from + (to - from) * share
  }

  /// Multiplies interleaved samples, the first of which lies `frame` frames after the beginning.
  @_noLocks
  public func apply(
    to samples: UnsafeMutablePointer<Float>, frames count: Int, channels: Int, at frame: Int64
  ) {
    for offset in 0..<count {
      let gain = gain(at: frame + Int64(offset))
      for place in offset * channels..<(offset + 1) * channels { samples[place] *= gain }
    }
  }
}
