import KindlySound

/// The fades at the listener's beginning and at the session's own end, as a gain on everything.
struct Fades: BitwiseCopyable {
  /// Where the fade in begins, and how many frames it takes; none for no fade.
  private let rise: (start: Int64, frames: Int64)
  /// The same of the fade out.
  private let fall: (start: Int64, frames: Int64)

  /// - Parameters:
  ///   - fadeIn: frames over which everything comes up from silence; empty for none.
  ///   - fadeOut: frames at the end over which everything goes; 0 for none.
  ///   - whole: the session's length in frames.
  init(fadeIn: Range<Int64>, fadeOut: Int64, whole: Int64) {
    rise = (fadeIn.lowerBound, Int64(fadeIn.count))
    fall = (whole - fadeOut, fadeOut)
  }

  /// Whether the gain is 1 in all 64 frames from `first` on.
  @_noLocks
  func areOver(from first: Int64) -> Bool {
    (fall.frames == 0 || first + 63 <= fall.start)
      && (rise.frames == 0 || first >= rise.start + rise.frames)
  }

  /// The gain at a frame of the session.
  @_noLocks
  func gain(at frame: Int64) -> Float {
    var gain: Float = 1
    if fall.frames > 0 {
      gain = Ramp(from: 1, to: 0, frames: fall.frames).gain(at: frame - fall.start)
    }
    if rise.frames > 0 {
      gain *= Ramp(from: 0, to: 1, frames: rise.frames).gain(at: frame - rise.start)
    }
    return gain
  }
}
