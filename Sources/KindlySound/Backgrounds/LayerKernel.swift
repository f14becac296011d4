/// Makes the samples of one layer, for any stretch of the loop.
protocol LayerKernel: Sendable {
  /// Mean power of one side over the loop, before any gain.
  var powers: SpectralPower { get }

  /// Adds `frames` frames from `start` on, a multiple of 64, times `gain`.
  ///
  /// Depends on the place in the loop only; what came before is made again as far as it is heard.
  func add(
    into out: UnsafeMutablePointer<SIMD2<Double>>, from start: Int, frames: Int, gain: Double)
}

/// Where a layer is: what each kernel needs to know of its background.
struct LayerPlace {
  /// Frames of the loop, a multiple of 64.
  let loop: Int
  let width: Double
  let seed: UInt64
  /// Number of the layer in its background.
  let number: Int

  /// Random numbers for a purpose of the layer.
  func noise(_ purpose: UInt64) -> CounterNoise {
    CounterNoise(seed: seed, layer: number, purpose: purpose)
  }

  /// The movement of a layer's level.
  func movement(_ movement: BackgroundLayer.Movement) -> SideMovement {
    SideMovement(movement, loop: loop, width: width, seed: seed, layer: number)
  }

  /// A frame brought into the loop.
  func wrapped(_ frame: Int) -> Int { (frame % loop + loop) % loop }

  /// The gains of left and right for something at a place from 0 to 1; equal powers in sum.
  func pan(_ place: Double) -> SIMD2<Double> {
    let circle = MathFunctions.circle(turns: 0.25 * (0.5 + width * (place - 0.5)))
    return SIMD2(circle.cosine, circle.sine)
  }
}

/// White noise for two sides that have as much in common as the width says.
struct StereoNoise {
  private let noise: CounterNoise
  private let middle: Double
  private let side: Double

  init(_ noise: CounterNoise, width: Double) {
    self.noise = noise
    (middle, side) = MathFunctions.circle(turns: width / 8)
  }

  /// The noise at a frame; variance 1 each side.
  func sample(at frame: Int) -> SIMD2<Double> {
    let pair = noise.pair(frame)
    let (middle, side) = (middle * pair.x, side * pair.y)
    return SIMD2(middle + side, middle - side)
  }
}
