/// The samples of a background: a loop without a seam, made in chunks.
///
/// Random numbers are counted by the frame in the loop, filters start half a second before a chunk, and
/// what overlaps the end of the loop sounds at its beginning. So a chunk depends on its place alone, and
/// the end goes into the beginning as any frame into the next. Control side, any thread; immutable.
public struct BackgroundBed: Sendable {
  /// Frames of a chunk, 4 s.
  public static let chunkFrames = 192_000

  /// Frames after which the bed repeats, a whole number of chunks.
  public let frames: Int
  /// The highest true peak of `heldChunk`, in dBTP.
  public let peak: Double
  private let kernels: [any LayerKernel]
  private let gains: [Double]

  /// Prepares a background; takes milliseconds.
  public init(_ background: Background) {
    let chunks = max(2, Int((background.loop / 4).rounded()))
    frames = chunks * Self.chunkFrames
    peak = background.loudness + LoudnessScale.mostAboveBackground
    var kernels: [any LayerKernel] = []
    for (number, layer) in background.layers.enumerated() {
      let place = LayerPlace(
        loop: frames, width: background.width, seed: background.seed, number: number)
      kernels.append(Self.kernel(of: layer, at: place))
    }
    self.kernels = kernels
    let levels = zip(background.layers, kernels).map { layer, kernel in
      MathFunctions.amplitude(decibels: layer.level) / kernel.powers.plain.squareRoot()
    }
    // Two sides of equal power: BS.1770 adds them, and its scale is shifted by 0.691 dB.
    let power = zip(levels, kernels).reduce(0) { $0 + 2 * $1.0 * $1.0 * $1.1.powers.weighted }
    let level = MathFunctions.decibels(amplitude: power.squareRoot()) - 0.691
    let trim = MathFunctions.amplitude(decibels: background.loudness - level)
    gains = levels.map { $0 * trim }
  }

  private static func kernel(
    of layer: BackgroundLayer, at place: LayerPlace
  ) -> any LayerKernel {
    switch layer.kind {
    case .noise, .waves: NoiseKernel(layer, at: place)
    case .resonance: ResonanceKernel(layer, at: place)
    case .drops, .crackles: DropKernel(layer, at: place)
    case .tone: ToneKernel(layer, at: place)
    case .string: StringKernel(layer, at: place)
    }
  }

  /// Chunks of the loop.
  public var chunks: Int { frames / Self.chunkFrames }

  /// One chunk of the loop, left and right in turn.
  public func chunk(_ index: Int) -> [Float] {
    samples(from: index * Self.chunkFrames, frames: Self.chunkFrames)
  }

  /// Frames of the loop from `start` on, both multiples of 64, left and right in turn.
  ///
  /// Made with another beginning the same frames differ by less than −100 dB; take `chunk` for samples
  /// that are always the same.
  public func samples(from start: Int, frames: Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: 2 * frames) { out, count in
      withUnsafeTemporaryAllocation(of: SIMD2<Double>.self, capacity: frames) { sum in
        guard let first = sum.baseAddress else { return }
        sum.initialize(repeating: .zero)
        for (kernel, gain) in zip(kernels, gains) {
          kernel.add(into: first, from: start, frames: frames, gain: gain)
        }
        for frame in 0..<frames {
          out.initializeElement(at: 2 * frame, to: Float(sum[frame].x))
          out.initializeElement(at: 2 * frame + 1, to: Float(sum[frame].y))
        }
        count = 2 * frames
      }
    }
  }
}
