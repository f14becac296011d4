import KindlyBase

/// A string that is plucked again and again, as on a tanpura: over its curved bridge the overtones swell
/// one after the other from high to low.
///
/// The descending band of overtones is what models of the bridge give (M. van Walstijn, J. Bridges,
/// S. Mehes: A Real-Time Synthesis Oriented Tanpura Model, DAFx-16); here it is laid over a sum of
/// sines, by numbers chosen.
struct StringKernel: LayerKernel {
  let powers: SpectralPower
  private let layer: BackgroundLayer
  private let place: LayerPlace
  private let noise: CounterNoise
  private let plucks: Int
  /// Amplitudes of four overtones at a time, one set each `step` frames after the pluck.
  private let envelopes: [[SIMD4<Double>]]
  private let length: Int

  /// Frames between two values of an envelope.
  private static let step = 256

  init(_ layer: BackgroundLayer, at place: LayerPlace) {
    self.layer = layer
    self.place = place
    noise = place.noise(0)
    let decay = layer.decay ?? 4
    plucks = max(1, Int((Double(place.loop) / (layer.every * Frames.hertz)).rounded()))
    // After seven times its decay a string is 61 dB down.
    let steps = Int(min(7 * decay * Frames.hertz, Double(place.loop))) / Self.step
    length = Self.step * steps
    envelopes = stride(from: 1, through: layer.harmonics, by: 4).map { first in
      (0...steps).map { step in
        var four = SIMD4<Double>.zero
        for lane in 0..<4 where step > 0 && step < steps {
          let overtone = first + lane
          guard overtone <= layer.harmonics,
            layer.frequency * Double(overtone) < 20_000
          else { continue }
          four[lane] = Self.amplitude(of: overtone, after: Double(step * Self.step) / decay)
        }
        return four
      }
    }
    powers = Self.powers(of: layer, envelopes, each: Double(place.loop) / Double(plucks))
  }

  /// Mean powers of plucks that come every so many frames.
  private static func powers(
    of layer: BackgroundLayer, _ envelopes: [[SIMD4<Double>]], each frames: Double
  ) -> SpectralPower {
    let spread = 0.230_258_509_299_404_57 * layer.spread
    let size = spread > 0.001 ? (1 - MathFunctions.exp(-spread)) / spread : 1
    var powers = SpectralPower(plain: 0, weighted: 0)
    for (set, envelope) in envelopes.enumerated() {
      let squares = envelope.reduce(SIMD4<Double>.zero) { $0 + $1 * $1 }
      for lane in 0..<4 {
        // A sine has half the power of its amplitude's square, and each side half of that.
        let power = squares[lane] * Double(step) / 4 * size / frames
        powers.plain += power
        powers.weighted +=
          power * SpectralPower.weight(at: layer.frequency * Double(4 * set + lane + 1))
      }
    }
    return powers
  }

  func add(
    into out: UnsafeMutablePointer<SIMD2<Double>>, from start: Int, frames: Int, gain: Double
  ) {
    for pluck in 0..<plucks {
      let share = (Double(pluck) + noise.unit(4 * pluck)) / Double(plucks)
      let first = 64 * Int(share * Double(place.loop / 64))
      let size = gain * MathFunctions.amplitude(decibels: -layer.spread * noise.unit(4 * pluck + 1))
      let sides = place.pan(noise.unit(4 * pluck + 2)) * size
      for lap in [0, -place.loop, place.loop] {
        let begin = first + lap - start
        guard begin < frames, begin + length > 0 else { continue }
        for set in envelopes.indices {
          add(set, into: out, at: begin, frames: frames, sides: sides)
        }
      }
    }
  }

  /// Adds four overtones of one pluck.
  private func add(
    _ set: Int, into out: UnsafeMutablePointer<SIMD2<Double>>, at begin: Int, frames: Int,
    sides: SIMD2<Double>
  ) {
    let envelope = envelopes[set]
    var turn = (real: SIMD4<Double>.zero, imaginary: SIMD4<Double>.zero)
    for lane in 0..<4 {
      let circle = MathFunctions.circle(turns: turns(of: set, lane))
      (turn.real[lane], turn.imaginary[lane]) = circle
    }
    // The grid of steps starts with the pluck.
    var index = begin < 0 ? -begin / Self.step : 0
    while index + 1 < envelope.count, begin + index * Self.step < frames {
      let age = index * Self.step
      var amplitude = envelope[index]
      let rise = (envelope[index + 1] - amplitude) / Double(Self.step)
      index += 1
      guard max(amplitude.max(), envelope[index].max()) > 3e-5 else { continue }
      var real = SIMD4<Double>.zero
      var imaginary = SIMD4<Double>.zero
      for lane in 0..<4 {
        let circle = MathFunctions.circle(turns: turns(of: set, lane) * Double(age))
        (real[lane], imaginary[lane]) = circle
      }
      for offset in 0..<min(Self.step, frames - begin - age) {
        if begin + age + offset >= 0 {
          out[begin + age + offset] += sides * (amplitude * imaginary).sum()
        }
        amplitude += rise
        let next = real * turn.real - imaginary * turn.imaginary
        imaginary = real * turn.imaginary + imaginary * turn.real
        real = next
      }
    }
  }

  private func turns(of set: Int, _ lane: Int) -> Double {
    layer.frequency * Double(4 * set + lane + 1) / Frames.hertz
  }

  /// The amplitude of an overtone after so many 48,000ths of its decay.
  private static func amplitude(of overtone: Int, after age: Double) -> Double {
    let share = age / Frames.hertz
    let number = Double(overtone)
    // The band of overtones comes down from the 18th to the 3rd.
    let centre = 3 + 15 * MathFunctions.exp(-2.5 * share)
    let distance = MathFunctions.log(number / centre) / 0.45
    let bloom = MathFunctions.exp(-distance * distance)
    let fall = MathFunctions.exp(-share * (1 + 0.05 * (number - 1)))
    return fall * (0.3 / number + 0.5 * bloom / number.squareRoot())
  }
}
