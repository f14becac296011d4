/// What all bell sound is a sum of: gain · e^(−decay·t) · Re(amplitude · e^(2πi·hertz·t)).
struct Oscillation: Sendable {
  /// Frequency.
  var hertz: Double
  /// Nepers a second: log(1000) / T60.
  var decay: Double
  /// Amplitude and phase at the strike.
  var amplitude: Complex
  /// Gains of the two channels.
  var left: Double
  var right: Double

  /// An oscillation that begins at zero and rises with a time constant, as the difference of two.
  ///
  /// The difference is 0 at the strike whatever the phase, so the phase is free: it is chosen so that
  /// the samples of the whole tail sum to 0, and a bell moves no loudspeaker's rest position.
  static func rising(
    hertz: Double, decay: Double, size: Double, attack: Double, gains: (left: Double, right: Double)
  ) -> [Oscillation] {
    let fast = decay + 1 / max(attack, 0.000_1)
    let slowStep = Complex.damped(decay: decay / rate, turns: hertz / rate)
    let fastStep = Complex.damped(decay: fast / rate, turns: hertz / rate)
    let one = Complex(1)
    let sum = one / (one - slowStep) - one / (one - fastStep)
    let amplitude = sum.conjugate * Complex(0, -size / sum.magnitude)
    return [
      Oscillation(
        hertz: hertz, decay: decay, amplitude: amplitude, left: gains.left, right: gains.right),
      Oscillation(
        hertz: hertz, decay: fast, amplitude: amplitude * -1, left: gains.left, right: gains.right),
    ]
  }

  /// Frames a second.
  static var rate: Double {
    @_noLocks get { 48_000 }
  }
  /// log(1000): nepers in 60 dB.
  static var nepersOfT60: Double {
    @_noLocks get { 6.907_755_278_982_137 }
  }
}
