import KindlySound

/// How a session ends before its time: from a frame on, everything is a function of the frame, as
/// before.
public struct Ending: Sendable, Hashable, BitwiseCopyable {
  /// The ways to end early.
  public enum Way: UInt8, Sendable, Hashable, BitwiseCopyable {
    /// Speech fades, the closing bell is struck softly, and every bell rings out.
    case gently = 1
    /// Speech fades, and a hand is laid on the bells: over in less than a second.
    case atOnce = 2
  }

  /// The way it ends.
  public let way: Way
  /// The frame it begins at, on the block grid.
  public let start: Int64

  /// Speech and breath fade in 0.6 s: fast enough to be an answer, slow enough not to startle.
  static var fade: Int64 {
    @_noLocks get { 28_800 }
  }
  /// Between the last of the voice and the bell there is a breath's beginning, 0.8 s.
  static var rest: Int64 {
    @_noLocks get { 38_400 }
  }
  /// The hand needs 0.82 s for the last 140 dB; the voice is gone before.
  static var damping: Int64 {
    @_noLocks get { 39_552 }
  }

  /// Begins an ending at the first block boundary at or after `frame`.
  @_noLocks
  init(_ way: Way, at frame: Int64) {
    self.way = way
    start = (frame + 63) / 64 * 64
  }

  /// The frame at which the closing bell is struck.
  var strike: Int64 {
    @_noLocks get { start + Self.fade + Self.rest }
  }

  /// The gain of speech and breath tones at an absolute frame.
  @_noLocks
  func gain(at frame: Int64) -> Float {
    Ramp(from: 1, to: 0, frames: Self.fade).gain(at: frame - start)
  }
}

/// How a background goes when its session ends early: under the closing bell, within 6 s.
struct BackgroundLeave: BitwiseCopyable {
  private let start: Int64
  private let ramp: Ramp

  /// It stays.
  @_noLocks
  init() {
    start = .max
    ramp = Ramp(from: 1, to: 1, frames: 0)
  }

  /// It fades from one frame, at the latest until another.
  @_noLocks
  init(from start: Int64, to end: Int64) {
    self.start = start
    ramp = Ramp(from: 1, to: 0, frames: min(288_000, max(1, end - start)))
  }

  /// What is left of it at a frame.
  @_noLocks
  func gain(at frame: Int64) -> Float { frame < start ? 1 : ramp.gain(at: frame - start) }
}
