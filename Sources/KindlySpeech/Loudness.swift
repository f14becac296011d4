import CKindlyEBUR128
import KindlySound

/// Measured loudness of a mono clip that is heard from two loudspeakers.
struct Loudness {
  /// Integrated loudness in LUFS (EBU R128: K-weighted, gated); nil for silence.
  let integrated: Double?
  /// Highest true peak, linear.
  let peak: Double

  /// No clip goes above this: −1 dBTP, which leaves room for the encoders of a recording.
  static let ceiling = -1.0

  /// Measures samples at 48 kHz.
  ///
  /// The shortest thing that R128 can measure is a block of 400 ms, so a short clip is heard again
  /// and again until there are two seconds of it.
  init(of samples: UnsafeBufferPointer<Float>) {
    var state = ebur128_init(
      1, 48_000, Int32(EBUR128_MODE_I.rawValue | EBUR128_MODE_TRUE_PEAK.rawValue))
    defer { ebur128_destroy(&state) }
    guard let state, !samples.isEmpty else {
      integrated = nil
      peak = 0
      return
    }
    // Both loudspeakers play it: 3 LU more than one.
    ebur128_set_channel(state, 0, Int32(EBUR128_DUAL_MONO.rawValue))
    let rounds = samples.count < 48_000 ? 96_000 / samples.count + 1 : 1
    for _ in 0..<rounds { ebur128_add_frames_float(state, samples.baseAddress, samples.count) }
    var loudness = 0.0
    ebur128_loudness_global(state, &loudness)
    integrated = loudness.isFinite ? loudness : nil
    var peak = 0.0
    ebur128_true_peak(state, 0, &peak)
    self.peak = peak
  }

  /// The factor that brings the clip to `target` LUFS, less where its peak would clip.
  func gain(to target: Double) -> Float {
    guard let integrated, peak > 0 else { return 1 }
    let wanted = MathFunctions.amplitude(decibels: target - integrated)
    return Float(min(wanted, MathFunctions.amplitude(decibels: Self.ceiling) / peak))
  }
}
