import KindlySound

/// Evens an utterance out: a loud syllable is held back and a soft one raised, so that no word stands
/// out of its phrase.
///
/// The power is followed over a syllable, forwards and backwards, so that a gain neither lags behind a
/// sound nor runs ahead of it (zero phase), and it changes too slowly to be heard as a change.
struct Compressor {
  /// Seconds in which the power that is followed falls to 1/e on either side: about half a syllable.
  private static let time = 0.1
  /// Power of the whole below which nothing is raised further, 20 dB: silence has no end.
  private static let floor: Float = 0.01
  /// Frames of which the power is taken together, and from one gain to the next, with a straight line
  /// between them: at most 4 ms.
  private static let step = 32

  /// Frames a second.
  let rate: Int
  /// By how many decibels the power may change for one decibel that is heard; 1 changes nothing.
  let ratio: Double

  /// The loudness of the whole changes too; see `SpeechLevel`.
  func apply(to samples: inout [Float]) {
    samples.withUnsafeMutableBufferPointer { samples in
      let starts = stride(from: 0, to: samples.count, by: Self.step)
      var power = starts.map { start in
        (start..<min(start + Self.step, samples.count)).reduce(0) { sum, index in
          sum + samples[index] * samples[index]
        }
      }
      let mean = power.reduce(0, +) / Float(max(1, power.count))
      guard mean > 0 else { return }
      follow(&power)
      let exponent = (1 / ratio - 1) / 2
      let gains = power.map {
        Float(MathFunctions.power(Double(max($0 / mean, Self.floor)), exponent))
      }
      for (step, start) in starts.enumerated() {
        let from = gains[step]
        let rise = (gains[min(step + 1, gains.count - 1)] - from) / Float(Self.step)
        for index in start..<min(start + Self.step, samples.count) {
          samples[index] *= from + rise * Float(index - start)
        }
      }
    }
  }

  /// Takes the mean of each power and those around it, weighted by how near they are.
  private func follow(_ power: inout [Float]) {
    let steps = Self.time * Double(rate) / Double(Self.step)
    let share = Float(1 - MathFunctions.exp(-1 / steps))
    var followed: Float = 0
    for index in power.indices {
      followed += share * (power[index] - followed)
      power[index] = followed
    }
    for index in power.indices.reversed() {
      followed += share * (power[index] - followed)
      power[index] = followed
    }
  }
}
