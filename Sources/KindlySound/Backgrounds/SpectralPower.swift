import KindlyBase

/// The power of a sound, and its power as BS.1770-4 weights it: what is known of a layer before a
/// sample is made.
struct SpectralPower {
  var plain: Double
  var weighted: Double

  init(plain: Double, weighted: Double) {
    self.plain = plain
    self.weighted = weighted
  }

  /// White noise of variance 1 behind a filter, given by the square of its response at e^(2πif/rate).
  ///
  /// The integral over frequency by 2,048 points evenly on a logarithmic scale from 5 Hz to 24 kHz.
  init(of square: (Complex) -> Double) {
    let points = 2_048
    let octaves = MathFunctions.log(24_000 / 5.0)
    (plain, weighted) = (0, 0)
    for point in 0..<points {
      let hertz = 5 * MathFunctions.exp(octaves * (Double(point) + 0.5) / Double(points))
      // df / 24,000 on the logarithmic scale.
      let share = hertz * octaves / Double(points) / 24_000
      let circle = MathFunctions.circle(turns: hertz / Frames.hertz)
      let power = share * square(Complex(circle.cosine, circle.sine))
      plain += power
      weighted += power * Self.weight(at: hertz)
    }
  }

  /// How much more than its power a frequency counts.
  static func weight(at hertz: Double) -> Double {
    let circle = MathFunctions.circle(turns: hertz / Frames.hertz)
    let z = Complex(circle.cosine, circle.sine)
    let (head, lows) = Biquad.kWeighting
    return head.response(at: z).power * lows.response(at: z).power
  }

  /// The mean weight of frequencies evenly on a logarithmic scale from `low` to `high`.
  static func weight(from low: Double, to high: Double) -> Double {
    (0..<64).reduce(0) { sum, point in
      let share = (Double(point) + 0.5) / 64
      return sum + weight(at: low * MathFunctions.power(high / low, share)) / 64
    }
  }
}
