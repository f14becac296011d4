/// The highest value of the wave between samples, by interpolation at quarters (BS.1770-4, Annex 2).
///
/// Most of a signal is far below its peak, so a place is interpolated only where the samples around it
/// are large enough that it could matter: the sum of a row's weights bounds what it can make of them.
/// For any sample rate and any length. Control side.
struct TruePeak {
  private static let taps = 24
  /// Samples that are looked at together; at least half of the taps.
  private static let block = 16
  /// Weights for the places ¼, ½ and ¾ behind a sample, a row after another.
  private let rows: [Float]
  /// The most by which interpolation can exceed the samples it comes from.
  private let excess: Float

  /// The interpolator, made once.
  static let shared = TruePeak()

  private init() {
    let rows = [0.25, 0.5, 0.75].map {
      Resampler.row(offset: $0, taps: Self.taps, cutoff: 0.5)
    }
    self.rows = rows.flatMap { $0 }
    excess = rows.map { $0.reduce(0) { $0 + abs($1) } }.reduce(1, max)
  }

  /// The highest magnitude of the wave.
  func highest(of samples: [Float]) -> Float {
    var highest = samples.reduce(0) { max($0, abs($1)) }
    visit(samples, above: { highest }, { _, peak in highest = peak })
    return highest
  }

  /// Calls `body` with a sample's index, and with the highest magnitude from there to the next sample,
  /// wherever that is above a level.
  func visit(_ samples: [Float], above level: () -> Float, _ body: (Int, Float) -> Void) {
    let count = samples.count
    let blocks = (count + Self.block - 1) / Self.block
    guard blocks > 0 else { return }
    // Silence around the signal, so that no row hangs over.
    let edge = Self.taps
    let silence = [Float](repeating: 0, count: edge)
    let highest = (0..<blocks).map { block in
      samples[block * Self.block..<min(count, (block + 1) * Self.block)]
        .reduce(Float(0)) { max($0, abs($1)) }
    }
    (silence + samples + silence).withUnsafeBytes { padded in
      rows.withUnsafeBytes { rows in
        for block in 0..<blocks {
          let before = highest[max(0, block - 1)]
          let around = max(before, max(highest[block], highest[min(blocks - 1, block + 1)]))
          guard around * excess > level() else { continue }
          for place in block * Self.block..<min(count, (block + 1) * Self.block) {
            let start = (place + edge - Self.taps / 2 + 1) * 4
            var peak = abs(samples[place])
            for row in 0..<3 {
              peak = max(peak, abs(Self.inner(rows, row * Self.taps * 4, padded, start)))
            }
            if peak > level() { body(place, peak) }
          }
        }
      }
    }
  }

  private static func inner(
    _ rows: UnsafeRawBufferPointer, _ row: Int, _ samples: UnsafeRawBufferPointer, _ start: Int
  ) -> Float {
    var sum = SIMD8<Float>.zero
    for place in stride(from: 0, to: taps * 4, by: 32) {
      sum +=
        rows.loadUnaligned(fromByteOffset: row + place, as: SIMD8<Float>.self)
        * samples.loadUnaligned(fromByteOffset: start + place, as: SIMD8<Float>.self)
    }
    return sum.sum()
  }
}
