extension [Oscillation] {
  /// The loudest 400 ms in LUFS, in closed form.
  ///
  /// The K-weighted mean square over a window is a sum over pairs of oscillations of
  /// c_p c̄_q (e^{dT} − 1)/(dT), d = z_p + z̄_q. Windows begin every 20 ms up to 2 s, as blooming
  /// partials and beats peak late. Products of sum frequencies, below 0.5 % of a 400 ms window, are
  /// left out.
  func momentaryLoudness() -> Double {
    let weighted = map { oscillation -> Complex in
      let z = Complex.damped(
        decay: oscillation.decay / Oscillation.rate, turns: oscillation.hertz / Oscillation.rate)
      let response =
        Biquad.kWeighting.head.response(at: z) * Biquad.kWeighting.lows.response(at: z)
      return oscillation.amplitude * response
    }
    let (window, hop, windows) = (0.4, 0.02, 101)
    var power = [Double](repeating: 0, count: windows)
    for p in indices {
      for q in indices where q <= p {
        let decay = self[p].decay + self[q].decay
        let turns = self[p].hertz - self[q].hertz
        let rate = Complex(-decay, turns * 6.283_185_307_179_586)
        // Both channels at once: their gains are real. Pairs count twice, the diagonal once.
        let ears = self[p].left * self[q].left + self[p].right * self[q].right
        let across = Complex.damped(decay: decay * window, turns: turns * window) - Complex(1)
        var term =
          weighted[p] * weighted[q].conjugate * across / rate
          * (ears * (p == q ? 0.5 : 1) / window)
        let step = Complex.damped(decay: decay * hop, turns: turns * hop)
        for index in 0..<windows {
          power[index] += term.real
          term = term * step
        }
      }
    }
    let loudest = power.reduce(0, Swift.max)
    return -0.691 + MathFunctions.decibels(amplitude: loudest) / 2
  }
}
