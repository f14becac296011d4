import KindlyBase

/// A slow random curve around 0 that closes in a loop: cells of one length, a random value at each
/// boundary, half a cosine between two.
struct SlowMovement: Sendable {
  private let depth: Double
  private let cells: Int
  private let loop: Int
  private let noise: CounterNoise

  /// A curve over a loop of so many frames; it reaches at most `depth` either way.
  init(_ movement: BackgroundLayer.Movement, loop: Int, noise: CounterNoise) {
    depth = movement.depth
    cells = max(2, Int((Double(loop) / (movement.time * Frames.hertz)).rounded()))
    self.loop = loop
    self.noise = noise
  }

  /// Whether it never leaves 0.
  var rests: Bool { depth == 0 }

  /// The curve at a frame of the loop.
  func value(at frame: Int) -> Double {
    guard depth != 0 else { return 0 }
    let place = Double(frame) / Double(loop) * Double(cells)
    let cell = Int(place)
    let from = corner(cell % cells)
    let to = corner((cell + 1) % cells)
    let share = 0.5 - 0.5 * MathFunctions.circle(turns: 0.5 * (place - Double(cell))).cosine
    return from + (to - from) * share
  }

  private func corner(_ cell: Int) -> Double { depth * (2 * noise.unit(cell) - 1) }
}

/// The gains of both sides of a layer: common movement, and each side's own in a wide picture. Mean
/// power over the loop is 1.
struct SideMovement: Sendable {
  private let common: SlowMovement
  private let left: SlowMovement
  private let right: SlowMovement
  private let own: Double
  private var trim = 1.0

  init(
    _ movement: BackgroundLayer.Movement, loop: Int, width: Double, seed: UInt64, layer: Int
  ) {
    func curve(_ purpose: UInt64) -> SlowMovement {
      SlowMovement(
        movement, loop: loop,
        noise: CounterNoise(seed: seed, layer: layer, purpose: purpose))
    }
    common = curve(1)
    left = curve(2)
    right = curve(3)
    own = 0.5 * width
    guard movement.depth != 0 else { return }
    let places = max(256, 32 * loop / Int(movement.time * Frames.hertz))
    var power = 0.0
    for place in 0..<places {
      let gain = gain(at: Int(Double(loop) * Double(place) / Double(places)))
      power += (gain * gain).sum() / 2
    }
    trim = (Double(places) / power).squareRoot()
  }

  /// The gains of left and right at a frame of the loop.
  func gain(at frame: Int) -> SIMD2<Double> {
    guard !common.rests else { return SIMD2(1, 1) }
    let shared = common.value(at: frame) * (1 - own)
    return SIMD2(
      trim * MathFunctions.amplitude(decibels: shared + own * left.value(at: frame)),
      trim * MathFunctions.amplitude(decibels: shared + own * right.value(at: frame)))
  }
}
