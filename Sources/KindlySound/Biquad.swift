import KindlyBase

/// A second-order filter with its state: tone shaping of voices, and the K-weighting of bells.
///
/// Coefficients after R. Bristow-Johnson's "Audio EQ Cookbook"; transposed direct form II in
/// Float64, so that low corners stay exact. A value: copy it to filter something else.
public struct Biquad: Sendable, Hashable, BitwiseCopyable {
  /// What a filter does to the spectrum: frequencies in hertz, gains in decibels.
  public enum Shape: Sendable, Hashable {
    /// Passes what lies below.
    case lowPass(Double, q: Double = 0.7071)
    /// Passes what lies above.
    case highPass(Double, q: Double = 0.7071)
    /// Raises or lowers a band.
    case peak(Double, gain: Double, q: Double)
    /// Raises or lowers all below.
    case lowShelf(Double, gain: Double, q: Double = 0.7071)
    /// Raises or lowers all above.
    case highShelf(Double, gain: Double, q: Double = 0.7071)
  }

  private(set) var b0, b1, b2, a1, a2: Double
  private var first = 0.0
  private var second = 0.0

  /// Makes a filter at rest; a frequency is kept between 1 Hz and 0.49 of the sample rate.
  public init(_ shape: Shape, rate: Double = Frames.hertz) {
    switch shape {
    case .lowPass(let hertz, let q):
      let (cosine, alpha) = Self.corner(hertz, q, rate)
      self.init(
        b: ((1 - cosine) / 2, 1 - cosine, (1 - cosine) / 2), a: (1 + alpha, -2 * cosine, 1 - alpha))
    case .highPass(let hertz, let q):
      let (cosine, alpha) = Self.corner(hertz, q, rate)
      self.init(
        b: ((1 + cosine) / 2, -1 - cosine, (1 + cosine) / 2),
        a: (1 + alpha, -2 * cosine, 1 - alpha))
    case .peak(let hertz, let gain, let q):
      let (cosine, alpha) = Self.corner(hertz, q, rate)
      let root = MathFunctions.amplitude(decibels: gain / 2)
      self.init(
        b: (1 + alpha * root, -2 * cosine, 1 - alpha * root),
        a: (1 + alpha / root, -2 * cosine, 1 - alpha / root))
    case .lowShelf(let hertz, let gain, let q):
      self.init(shelf: Self.corner(hertz, q, rate), gain: gain, side: 1)
    case .highShelf(let hertz, let gain, let q):
      self.init(shelf: Self.corner(hertz, q, rate), gain: gain, side: -1)
    }
  }

  /// Makes a filter from its transfer function b(z)/a(z).
  public init(b: (Double, Double, Double), a: (Double, Double, Double)) {
    b0 = b.0 / a.0
    b1 = b.1 / a.0
    b2 = b.2 / a.0
    a1 = a.1 / a.0
    a2 = a.2 / a.0
  }

  /// A low shelf for `side` 1; −1 mirrors it at a quarter of the sample rate, the cookbook's high one.
  private init(shelf: (cosine: Double, alpha: Double), gain: Double, side: Double) {
    let root = MathFunctions.amplitude(decibels: gain / 2)
    let slope = 2 * root.squareRoot() * shelf.alpha
    let cosine = side * shelf.cosine
    let up = root + 1
    let down = root - 1
    self.init(
      b: (
        root * (up - down * cosine + slope), side * 2 * root * (down - up * cosine),
        root * (up - down * cosine - slope)
      ),
      a: (
        up + down * cosine + slope, side * -2 * (down + up * cosine),
        up + down * cosine - slope
      ))
  }

  private static func corner(
    _ hertz: Double, _ q: Double, _ rate: Double
  ) -> (cosine: Double, alpha: Double) {
    let circle = MathFunctions.circle(turns: max(1, min(hertz, 0.49 * rate)) / rate)
    return (circle.cosine, circle.sine / (2 * q))
  }

  /// Filters one sample.
  @_noLocks
  public mutating func next(_ sample: Double) -> Double {
    let out = step(sample)
    settle()
    return out
  }

  /// Filters one sample of many; `settle` now and then, a few hundred samples apart at most.
  @_noLocks @inline(__always)
  mutating func step(_ sample: Double) -> Double {
    let out = b0 * sample + first
    first = b1 * sample - a1 * out + second
    second = b2 * sample - a2 * out
    return out
  }

  /// After sound comes silence: lets the state reach zero rather than the slow subnormal numbers.
  @_noLocks @inline(__always)
  mutating func settle() {
    if abs(first) + abs(second) < 1e-40 {
      first = 0
      second = 0
    }
  }

  /// Filters samples in place, each `stride` apart.
  @_noLocks
  public mutating func apply(
    to samples: UnsafeMutablePointer<Float>, count: Int, stride: Int = 1
  ) {
    var place = 0
    for _ in 0..<count {
      samples[place] = Float(next(Double(samples[place])))
      place += stride
    }
  }

  /// The transfer function at `z`; on the unit circle, e^(2πi f / rate), it is the response at f.
  public func response(at z: Complex) -> Complex {
    let back = Complex(1) / z
    let top = (Complex(b2) * back + Complex(b1)) * back + Complex(b0)
    let bottom = (Complex(a2) * back + Complex(a1)) * back + Complex(1)
    return top / bottom
  }

  /// The two filters of ITU-R BS.1770-4 whose output is measured as loudness, for 48 kHz.
  public static let kWeighting = (
    head: Biquad(
      b: (1.53512485958697, -2.69169618940638, 1.19839281085285),
      a: (1, -1.69065929318241, 0.73248077421585)),
    lows: Biquad(b: (1, -2, 1), a: (1, -1.99004745483398, 0.99007225036621))
  )
}
