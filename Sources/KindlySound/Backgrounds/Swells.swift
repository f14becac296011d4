import KindlyBase

/// The envelope of waves: in each of equal stretches of the loop one wave begins, anywhere in it.
///
/// Waves that overlap add their powers. Mean power over the loop is 1.
struct Swells: Sendable {
  /// One value each 64 frames of the loop.
  private let envelope: [Double]

  /// The timing depends on the seed and `every` only: layers with the same `every` break together.
  init(_ layer: BackgroundLayer, loop: Int, seed: UInt64) {
    let noise = CounterNoise(seed: seed, layer: Int(layer.every * 1_000), purpose: 4)
    let stretches = max(1, Int((Double(loop) / (layer.every * Frames.hertz)).rounded()))
    let blocks = loop / 64
    var power = [Double](repeating: 0, count: blocks)
    let rise = layer.rise * 750
    let fall = layer.fall * 750
    for stretch in 0..<stretches {
      let start = (Double(stretch) + noise.unit(2 * stretch)) / Double(stretches) * Double(blocks)
      let crest = MathFunctions.amplitude(decibels: -layer.spread * noise.unit(2 * stretch + 1))
      for age in 0..<min(blocks, Int(rise + fall)) {
        let swell = crest * Self.shape(Double(age), rise: rise, fall: fall)
        power[(Int(start) + age) % blocks] += swell * swell
      }
    }
    let mean = power.reduce(0, +) / Double(blocks)
    envelope = power.map { ($0 / mean).squareRoot() }
  }

  /// Rises and falls by squared sines, the fall steep first.
  private static func shape(_ age: Double, rise: Double, fall: Double) -> Double {
    if age < rise {
      let sine = MathFunctions.circle(turns: 0.25 * age / rise).sine
      return sine * sine
    }
    let left = 1 - MathFunctions.circle(turns: 0.25 * (age - rise) / fall).sine
    return left * left * (3 - 2 * left)
  }

  /// The envelope at a frame of the loop that is a multiple of 64.
  func value(at frame: Int) -> Double { envelope[frame / 64] }
}
