import KindlySound

/// A picture of a sound: time to the right, pitch upward on a logarithmic scale, level as brightness.
public struct Spectrogram: Sendable {
  /// Columns.
  public let width: Int
  /// Rows, the highest pitch first.
  public let height: Int
  /// Red, green and blue of every point, row by row.
  public let pixels: [UInt8]

  /// Draws a recording from its start to `seconds`.
  ///
  /// - Parameters:
  ///   - range: hertz at the bottom and at the top.
  ///   - floor: the level in dBFS that is black; the loudest point is white.
  public init(
    of recording: BellRecording, seconds: Double, width: Int = 1200, height: Int = 600,
    range: ClosedRange<Double> = 60...16_000, floor: Double = -100
  ) {
    self.width = width
    self.height = height
    let octaves = MathFunctions.log(range.upperBound / range.lowerBound)
    // Long windows, as partials lie close together and bells change slowly.
    let length = Int(min(0.35, max(0.02, seconds / 12)) * recording.rate)
    let analyzer = SpectrumAnalyzer(length: length)
    let columns = (0..<width).map { column in
      let middle = Double(column) / Double(width) * seconds * recording.rate
      let spectrum = analyzer.spectrum(of: recording, from: Int(middle) - length / 2)
      return (0..<height).map { row in
        let low = Double(height - row - 1) / Double(height)
        let high = Double(height - row) / Double(height)
        return spectrum.loudest(
          from: range.lowerBound * MathFunctions.exp(octaves * low),
          to: range.lowerBound * MathFunctions.exp(octaves * high))
      }
    }
    let loudest = columns.flatMap { $0 }.max() ?? 0
    let top = MathFunctions.decibels(amplitude: loudest) / 2
    var pixels: [UInt8] = []
    pixels.reserveCapacity(width * height * 3)
    for row in 0..<height {
      for column in columns {
        let level = MathFunctions.decibels(amplitude: column[row]) / 2
        pixels += Self.colour((level - floor) / max(1, top - floor))
      }
    }
    self.pixels = pixels
  }

  /// From black over blue and orange to white; lightness grows evenly, so it reads in grey as well.
  private static func colour(_ share: Double) -> [UInt8] {
    let stops: [(Double, Double, Double)] = [
      (0, 0, 0), (24, 24, 96), (128, 40, 120), (232, 120, 48), (255, 255, 240),
    ]
    let place = min(max(share, 0), 1) * Double(stops.count - 1)
    let index = min(Int(place), stops.count - 2)
    let rest = place - Double(index)
    let (from, to) = (stops[index], stops[index + 1])
    return [
      UInt8(from.0 + rest * (to.0 - from.0)), UInt8(from.1 + rest * (to.1 - from.1)),
      UInt8(from.2 + rest * (to.2 - from.2)),
    ]
  }
}

extension Spectrum {
  /// The largest power of the bins in a range, at least one.
  fileprivate func loudest(from low: Double, to high: Double) -> Double {
    let first = min(max(0, Int((low / step).rounded())), power.count - 1)
    let last = min(max(first, Int(high / step)), power.count - 1)
    return power[first...last].max() ?? 0
  }
}
