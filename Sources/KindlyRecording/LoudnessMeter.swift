import CKindlyEBUR128

/// libebur128's measurement, which passes over long silence without looking.
///
/// Both gates are far above silence, so it never counts; skipping whole 100 ms steps of it keeps the
/// grid of 400 ms windows where it was.
final class LoudnessMeter {
  /// Frames between two gating windows: 100 ms at 48 kHz.
  static let step = 4800
  /// Silent steps that are still measured: the filters of BS.1770 have long died away after them.
  private static let tail = 20

  private var state: UnsafeMutablePointer<ebur128_state>?
  private var silentSteps = LoudnessMeter.tail
  private var momentary = -Double.infinity

  private let aspects: Set<Loudness.Aspect>

  init?(_ aspects: Set<Loudness.Aspect>) {
    self.aspects = aspects
    var mode = EBUR128_MODE_M.rawValue
    if aspects.contains(.integrated) { mode |= EBUR128_MODE_I.rawValue }
    if aspects.contains(.truePeak) { mode |= EBUR128_MODE_TRUE_PEAK.rawValue }
    state = ebur128_init(2, 48_000, Int32(mode))
    if state == nil { return nil }
  }

  deinit { ebur128_destroy(&state) }

  /// Adds one step, or the last part of one.
  func add(_ samples: UnsafePointer<Float>, frames: Int) {
    silentSteps = isSilent(samples, frames * 2) ? silentSteps + 1 : 0
    if silentSteps > Self.tail { return }
    ebur128_add_frames_float(state, samples, frames)
    guard aspects.contains(.momentary) else { return }
    var now = 0.0
    if ebur128_loudness_momentary(state, &now) == 0 { momentary = max(momentary, now) }
  }

  /// Lets the filters die away in silence, as they would in a pause of any length.
  func rest() {
    let silence = [Float](repeating: 0, count: Self.step * 2)
    while silentSteps < Self.tail { add(silence, frames: Self.step) }
  }

  /// What was measured so far.
  var loudness: Loudness {
    var integrated = -Double.infinity
    if aspects.contains(.integrated) { ebur128_loudness_global(state, &integrated) }
    var peak = 0.0
    for channel in 0..<UInt32(2) where aspects.contains(.truePeak) {
      var value = 0.0
      if ebur128_true_peak(state, channel, &value) == 0 { peak = max(peak, value) }
    }
    return Loudness(
      integrated: integrated, momentary: momentary, truePeak: decibels(amplitude: peak))
  }
}
