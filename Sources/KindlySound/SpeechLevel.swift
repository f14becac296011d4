/// Brings a mono clip that is heard from two loudspeakers to a loudness, with its peaks held down.
///
/// Control side. The loudness is what an R 128 meter reads of the clip with silence around it, as it is
/// heard in a session: so a voice stem of such clips has the same loudness, whatever their lengths.
public struct SpeechLevel: Sendable, Hashable {
  /// Loudness in LUFS.
  public var loudness: Double
  /// No true peak goes above this, in dBTP.
  public var ceiling: Double

  /// Loudness in LUFS, true peak in dBTP.
  public init(loudness: Double, ceiling: Double) {
    self.loudness = loudness
    self.ceiling = ceiling
  }

  /// Loudness is right to this, in LU.
  private static let tolerance = 0.05
  /// A clip that is not right by then is all peak: it stays softer.
  private static let rounds = 12
  /// No peak is held down by more than this, in dB.
  private static let deepest = 24.0

  /// Filters samples with `tone`, then brings them to the level. Silence stays silence.
  /// `rate`: frames a second of the samples, 8,000 or more.
  public func apply(to samples: inout [Float], rate: Int, tone: [Biquad] = []) {
    var heard = Self.filter(&samples, rate: rate, tone: tone)
    guard heard.isFinite else { return }
    let source = samples
    let peak = Double(TruePeak.shared.highest(of: source))
    let limiter = PeakLimiter(ceiling: MathFunctions.amplitude(decibels: ceiling), rate: rate)
    let most = MathFunctions.decibels(amplitude: limiter.ceiling / peak) + Self.deepest
    var gain = 0.0
    for _ in 0..<Self.rounds {
      gain = min(gain + loudness - heard, most)
      let factor = MathFunctions.amplitude(decibels: gain)
      samples = source.map { Float(Double($0) * factor) }
      if factor * peak <= limiter.ceiling { return }
      limiter.apply(to: &samples)
      heard = Self.loudness(of: samples, rate: rate)
      if abs(loudness - heard) < Self.tolerance { return }
    }
  }

  /// Integrated loudness in LUFS of a mono clip with silence around it, from both loudspeakers; −∞
  /// for silence.
  public static func loudness(of samples: [Float], rate: Int) -> Double {
    var copy = samples
    return filter(&copy, rate: rate, tone: [])
  }

  /// The highest true peak of samples, linear.
  public static func truePeak(of samples: [Float]) -> Double {
    Double(TruePeak.shared.highest(of: samples))
  }

  /// Filters samples with `tone` and tells how loud they are then, in one pass.
  private static func filter(_ samples: inout [Float], rate: Int, tone: [Biquad]) -> Double {
    let weighting = Biquad.kWeighting(rate: rate)
    var chain = BiquadChain(tone)
    var weights = BiquadChain([weighting.head, weighting.lows])
    // Steps of 50 ms: where the standard's 100 ms begin is chance.
    let steps = 8
    var meter = GatedLoudness(steps: steps)
    for _ in 1..<steps { meter.add(0) }
    let step = max(1, rate / 20)
    samples.withUnsafeMutableBufferPointer { samples in
      for start in stride(from: 0, to: samples.count, by: step) {
        let part = UnsafeMutableBufferPointer(
          rebasing: samples[start..<min(samples.count, start + step)])
        chain.apply(to: part)
        // Both loudspeakers play it.
        meter.add(2 * weights.power(of: UnsafeBufferPointer(part)) / Double(step))
      }
    }
    for _ in 1..<steps { meter.add(0) }
    return meter.integrated
  }
}
