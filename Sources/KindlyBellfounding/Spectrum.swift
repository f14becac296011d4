import KindlySound

/// The power of a stretch of sound by frequency, through a window whose side lobes are below −110 dB.
struct Spectrum {
  /// Power of a bin, where a sine of amplitude 1 has 1.
  let power: [Double]
  /// Hertz between two bins.
  let step: Double
  /// Hertz from a peak's middle to its foot.
  let resolution: Double

  /// The frequency of the peak at a bin, by a parabola through the logarithms of three.
  func frequency(ofPeakAt bin: Int) -> Double {
    let (left, middle, right) = (
      MathFunctions.log(power[bin - 1]), MathFunctions.log(power[bin]),
      MathFunctions.log(power[bin + 1])
    )
    let bend = left - 2 * middle + right
    return (Double(bin) + (bend == 0 ? 0 : 0.5 * (left - right) / bend)) * step
  }
}

/// Takes spectra of one length; what is the same for all of them is made once.
struct SpectrumAnalyzer {
  private let size: Int
  private let window: KaiserWindow
  private let fourier: Fourier

  /// Prepares for stretches of `length` frames.
  init(length: Int) {
    var size = 2
    while size < 2 * length { size *= 2 }
    self.size = size
    window = KaiserWindow(count: length, beta: 14)
    fourier = Fourier(count: size)
  }

  /// The spectrum from frame `start` on, all channels together; silence beyond the end.
  func spectrum(of recording: BellRecording, from start: Int) -> Spectrum {
    let channels = recording.channels
    var sum = [Double](repeating: 0, count: size / 2)
    for first in stride(from: 0, to: channels.count, by: 2) {
      // Two real channels go through one complex transform. The power of both at a frequency is the
      // mean of what stands there and at its negative.
      var values = [Complex](repeating: Complex(0), count: size)
      weigh(channels[first], from: start) { values[$0].real = $1 }
      if first + 1 < channels.count {
        weigh(channels[first + 1], from: start) { values[$0].imaginary = $1 }
      }
      fourier.transform(&values)
      for bin in sum.indices {
        sum[bin] += (values[bin].power + values[(size - bin) & (size - 1)].power) / 2
      }
    }
    let length = Double(window.weights.count)
    let scale = 4 / (window.sum * window.sum * Double(channels.count))
    // The half width of a Kaiser main lobe: √(1 + (β/π)²) of the bins of `length`.
    return Spectrum(
      power: sum.map { $0 * scale }, step: recording.rate / Double(size),
      resolution: 4.6 * recording.rate / length)
  }

  private func weigh(_ channel: [Float], from start: Int, _ put: (Int, Double) -> Void) {
    let here = max(0, -start)..<max(0, -start, min(window.weights.count, channel.count - start))
    for place in here { put(place, Double(channel[start + place]) * window.weights[place]) }
  }
}

/// A Kaiser window (Kaiser 1974).
struct KaiserWindow {
  /// Symmetrical weights, 1 in the middle.
  let weights: [Double]
  /// Their sum.
  let sum: Double

  /// A window of `count` values; a larger `beta` has lower side lobes and a wider main lobe.
  init(count: Int, beta: Double) {
    let whole = Self.bessel(beta)
    weights = (0..<count).map { place in
      let share = count > 1 ? 2 * Double(place) / Double(count - 1) - 1 : 0
      return Self.bessel(beta * max(0, 1 - share * share).squareRoot()) / whole
    }
    sum = weights.reduce(0, +)
  }

  /// The modified Bessel function I₀ by its series.
  private static func bessel(_ x: Double) -> Double {
    let quarter = x * x / 4
    var (sum, term, index) = (1.0, 1.0, 1.0)
    while term > sum * 1e-17 {
      term *= quarter / (index * index)
      sum += term
      index += 1
    }
    return sum
  }
}
