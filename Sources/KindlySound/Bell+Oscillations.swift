extension Bell {
  /// Everything that sounds at full strength, before loudness is set.
  func oscillations() -> [Oscillation] {
    let strong = partials.flatMap { oscillations(of: $0) }
    return (strong + knock()).filter { $0.hertz > 0 && $0.hertz < 0.45 * Oscillation.rate }
  }

  /// How much of a frequency the mallet excites at `strength`, against full strength and against the
  /// same for the pitch: 1 at the pitch, so that strength is the level of the fundamental.
  ///
  /// A mallet's push is a pulse of the contact's length, which grows as strength⁻⁰·² (Hertz). Its
  /// spectrum is taken as 1/(1+(πfτ/2)²), which falls like that of a half sine but has no zeros: the
  /// ratio of two half-sine spectra would blow up there.
  func brightness(at hertz: Double, strength: Double) -> Double {
    let soft = contact * MathFunctions.power(strength, -0.2)
    func pulse(_ hertz: Double, _ time: Double) -> Double {
      let x = 1.570_796_326_794_896_6 * hertz * time
      return 1 / (1 + x * x)
    }
    return pulse(hertz, soft) / pulse(hertz, contact) * pulse(pitch, contact) / pulse(pitch, soft)
  }

  private func oscillations(of partial: Partial) -> [Oscillation] {
    let hertz = pitch * partial.ratio
    let size = MathFunctions.amplitude(decibels: partial.level)
    let decay = Oscillation.nepersOfT60 / partial.decay
    let attack = partial.attack ?? attack
    let first = Oscillation.rising(
      hertz: hertz - partial.beat / 2, decay: decay, size: size / (1 + partial.depth),
      attack: attack, gains: gains(mode: partial.mode, second: false))
    guard partial.depth > 0, partial.beat != 0 else { return first }
    let second = Oscillation.rising(
      hertz: hertz + partial.beat / 2, decay: decay,
      size: size * partial.depth / (1 + partial.depth), attack: attack,
      gains: gains(mode: partial.mode, second: true))
    return first + second
  }

  /// The mallet's noise: 24 partials, evenly spaced on a logarithmic scale but for a seeded scatter.
  private func knock() -> [Oscillation] {
    guard let noise, noise.high > noise.low else { return [] }
    let count = 24
    let size = MathFunctions.amplitude(decibels: noise.level) / Double(count).squareRoot()
    let octaves = MathFunctions.log(noise.high / noise.low)
    return (0..<count).flatMap { index in
      // Three numbers between −1 and 1 of its own for each partial.
      let scatter = (0..<3).map { TriangularNoise.value(frame: Int64(index), channel: 100 + $0) }
      let place = (Double(index) + 0.5 + 0.4 * scatter[0]) / Double(count)
      let decay = Oscillation.nepersOfT60 / (noise.decay * (1 + 0.5 * scatter[1]))
      return Oscillation.rising(
        hertz: noise.low * MathFunctions.exp(octaves * place), decay: decay,
        size: scatter[2] < 0 ? -size : size, attack: max(contact / 8, 0.000_2),
        gains: gains(mode: index % 6, second: index % 2 == 1))
    }
  }

  /// The two ears, 20° to either side of a point 30° off the strike, hear a mode's ripples: cos mθ
  /// for one of a doublet, sin mθ for the other, as much of them as `spread` says. Equal power.
  private func gains(mode: Int, second: Bool) -> (left: Double, right: Double) {
    func ripple(_ degrees: Double) -> Double {
      let circle = MathFunctions.circle(turns: Double(mode) * degrees / 360)
      return 1 - spread + spread * (second && mode > 0 ? circle.sine : circle.cosine)
    }
    let (left, right) = (ripple(10), ripple(50))
    let power = ((left * left + right * right) / 2).squareRoot()
    return (left / power, right / power)
  }
}
