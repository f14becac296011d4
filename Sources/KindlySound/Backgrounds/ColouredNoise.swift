import KindlyBase

/// The filters that colour white noise: a band, and a slope made of first-order sections an octave
/// apart, each with a pole and, |slope|/6 of an octave higher, a zero.
///
/// A rational approximation of the fractional slope; it follows a straight line within 0.3 dB from 30 Hz
/// to 10 kHz.
struct ColouredNoise {
  private var sections: [StereoSection]
  private let shapes: [Biquad]

  /// Filters at rest for a layer's band and slope.
  init(low: Double, high: Double, slope: Double) {
    var shapes: [Biquad] = []
    if low > 20 { shapes.append(Biquad(.highPass(low))) }
    if low <= 20 { shapes.append(Biquad(.highPass(20))) }
    if high < 20_000 { shapes.append(Biquad(.lowPass(high))) }
    let lines = slope < -6.02 ? 2 : slope < 0 ? 1 : 0
    for _ in 0..<lines {
      shapes += Self.line(falling: min(1, -slope / Double(lines) / 6.0206))
    }
    self.shapes = shapes
    sections = shapes.map(StereoSection.init)
  }

  /// One section an octave from 10 Hz up, falling over a share of each octave.
  private static func line(falling share: Double) -> [Biquad] {
    (0..<12).map { octave in
      let corner = 10 * MathFunctions.power(2, Double(octave))
      let pole = decay(of: corner)
      let zero = decay(of: corner * MathFunctions.power(2, share))
      // Gain 1 at 0 Hz, so that the line begins at 0 dB.
      let gain = (1 - pole) / (1 - zero)
      return Biquad(b: (gain, -gain * zero, 0), a: (1, -pole, 0))
    }
  }

  /// The place on the real axis of a pole or zero for a frequency; there is none above the band.
  private static func decay(of hertz: Double) -> Double {
    MathFunctions.exp(-6.283_185_307_179_586 * hertz / Frames.hertz)
  }

  /// Filters one frame.
  mutating func next(_ sample: SIMD2<Double>) -> SIMD2<Double> {
    var sample = sample
    for index in sections.indices { sample = sections[index].next(sample) }
    return sample
  }

  /// The power of white noise of variance 1 behind the filters, plain and K-weighted.
  var powers: SpectralPower {
    SpectralPower { z in
      shapes.reduce(1.0) { $0 * $1.response(at: z).power }
    }
  }
}

/// A `Biquad` of two sides at once.
struct StereoSection: BitwiseCopyable {
  private let b0, b1, b2, a1, a2: Double
  private var first = SIMD2<Double>.zero
  private var second = SIMD2<Double>.zero

  /// The same filter, at rest.
  init(_ filter: Biquad) {
    (b0, b1, b2, a1, a2) = (filter.b0, filter.b1, filter.b2, filter.a1, filter.a2)
  }

  mutating func next(_ sample: SIMD2<Double>) -> SIMD2<Double> {
    let out = b0 * sample + first
    first = b1 * sample - a1 * out + second
    second = b2 * sample - a2 * out
    return out
  }
}

/// A band-pass whose frequency may move: the state-variable filter of A. Simper ("Solving the
/// continuous SVF equations using trapezoidal integration", 2013), with a gain of 1 at its centre.
struct StereoResonance: BitwiseCopyable {
  private var first = SIMD2<Double>.zero
  private var second = SIMD2<Double>.zero
  private var one = 0.0
  private var two = 0.0
  private var damping = 0.0

  /// Sets its centre in hertz, below 20 kHz.
  mutating func tune(to hertz: Double, q: Double) {
    let circle = MathFunctions.circle(turns: hertz / 96_000)
    let slope = circle.sine / circle.cosine
    damping = 1 / q
    one = 1 / (1 + slope * (slope + damping))
    two = slope * one
  }

  mutating func next(_ sample: SIMD2<Double>) -> SIMD2<Double> {
    let drive = sample - second
    let band = one * first + two * drive
    // two / one is the slope.
    let low = second + two * first + (two * two / one) * drive
    first = 2 * band - first
    second = 2 * low - second
    return damping * band
  }
}
