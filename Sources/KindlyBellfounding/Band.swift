import KindlySound

/// A narrow band of a recording, moved to 0 Hz and thinned out: what one partial does, alone.
struct Band {
  /// Its middle in hertz.
  let centre: Double
  /// Times of the values in seconds after the strike.
  let times: [Double]
  /// Values of each channel.
  let values: [[Complex]]
  /// The low-pass filter, symmetrical about its middle.
  private let filter: [Double]
  private let rate: Double

  /// Cuts out a band about `centre`: what lies further off than 0.625 of `width` is 140 dB lower.
  ///
  /// - Parameters:
  ///   - strike: the frame of the strike.
  ///   - span: seconds after the strike, as far as the filter lies wholly after it.
  ///   - limit: the most values.
  init(
    _ recording: BellRecording, centre: Double, width: Double, strike: Int,
    span: ClosedRange<Double>, limit: Int = 900
  ) {
    self.centre = centre
    rate = recording.rate
    // Kaiser's length for 140 dB over a transition of half the width.
    let half = Int(132 / (2.285 * 2 * Double.pi * width / 2 / rate) / 2) + 1
    let window = KaiserWindow(count: 2 * half + 1, beta: 0.1102 * (140 - 8.7))
    let cutoff = 0.375 * width / rate
    var filter = (0...2 * half).map { place in
      let turns = cutoff * 2 * Double(place - half)
      let sinc =
        place == half
        ? 1 : MathFunctions.circle(turns: turns / 2).sine / (Double.pi * turns)
      return window.weights[place] * sinc
    }
    let sum = filter.reduce(0, +)
    filter = filter.map { $0 / sum }
    self.filter = filter
    let first = max(strike + half + 1, strike + Int(span.lowerBound * rate))
    let last = min(recording.count - half - 1, strike + Int(span.upperBound * rate))
    let hop = max(Int(rate / (2.5 * width)), (last - first) / limit + 1, 1)
    let frames = first < last ? Array(stride(from: first, through: last, by: hop)) : []
    times = frames.map { Double($0 - strike) / recording.rate }
    // One filter for all values, turned by the centre's frequency.
    let turned = filter.enumerated().map { place, weight in
      Complex.damped(decay: 0, turns: -centre / recording.rate * Double(place - half)) * weight
    }
    values = recording.channels.map { channel in
      frames.map { frame in
        var (real, imaginary) = (0.0, 0.0)
        for place in turned.indices {
          let sample = Double(channel[frame - half + place])
          real += sample * turned[place].real
          imaginary += sample * turned[place].imaginary
        }
        let back = Complex.damped(
          decay: 0, turns: -centre / recording.rate * Double(frame - strike))
        return Complex(real, imaginary) * back * 2
      }
    }
  }

  /// Mean power of the channels at a value.
  func power(at place: Int) -> Double {
    values.reduce(0) { $0 + $1[place].power } / Double(values.count)
  }

  /// What the filter makes of e^(−decay·t + 2πi·hertz·t), `hertz` from the centre.
  func gain(decay: Double, hertz: Double) -> Complex {
    let half = filter.count / 2
    // Symmetrical: h₀ + Σ h_n (z^n + z^−n), by a recurrence of cosh.
    let step = Complex.damped(decay: -decay / rate, turns: hertz / rate)
    let back = Complex(1) / step
    let twice = step + back
    var (before, now) = (Complex(2), twice)
    var sum = Complex(filter[half])
    for place in 1...half {
      sum = sum + now * filter[half + place]
      (before, now) = (now, twice * now - before)
    }
    return sum
  }
}
