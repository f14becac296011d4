import KindlySound

/// A small room around a voice: four feedback combs and two all-passes after Schroeder (1962), with
/// the highs damped, and a decay of 60 dB in about a third of a second.
struct Reverb {
  /// Delays in frames at 48 kHz, without common factors, 30 to 45 ms: the walls of a living room.
  private static let combs = [1_433, 1_601, 1_867, 2_053]
  private static let allPasses = [241, 83]
  private static let decay = 0.35
  /// Seconds by which the room may outlast the voice: by then even the loudest, at −10 dB, is 53 dB
  /// below it.
  private static let tail = 0.25

  /// Frames a second.
  let rate: Int

  /// `samples`, longer by the room's end, with the room at `level` decibels below the voice.
  func applied(to samples: [Float], level: Double) -> [Float] {
    let dry = samples + [Float](repeating: 0, count: Int(Double(rate) * Self.tail))
    var wet = combed(dry)
    for delay in Self.allPasses { Self.diffuse(&wet, by: frames(delay)) }
    let balance = (Self.energy(of: dry) / max(Self.energy(of: wet), 1e-12)).squareRoot()
    let gain = Float(MathFunctions.amplitude(decibels: level) * balance)
    for index in wet.indices { wet[index] = dry[index] + gain * wet[index] }
    return wet
  }

  /// A delay at 48 kHz in frames of this rate.
  private func frames(_ delay: Int) -> Int { max(1, delay * rate / 48_000) }

  /// The four combs together, side by side: none has to wait for another.
  private func combed(_ dry: [Float]) -> [Float] {
    let delays = Self.combs.map(frames)
    var feedback = SIMD4<Float>.zero
    for (comb, delay) in delays.enumerated() {
      feedback[comb] = Float(
        MathFunctions.amplitude(decibels: -60 * Double(delay) / Double(rate) / Self.decay))
    }
    // What went into each comb, for as long as the longest remembers.
    let longest = delays.max() ?? 0
    let places = (1 << (Int.bitWidth - longest.leadingZeroBitCount)) - 1
    var line = [SIMD4<Float>](repeating: .zero, count: places + 1)
    var damped = SIMD4<Float>.zero
    return line.withUnsafeMutableBufferPointer { line in
      dry.indices.map { index in
        let out = SIMD4(
          line[(index - delays[0]) & places][0], line[(index - delays[1]) & places][1],
          line[(index - delays[2]) & places][2], line[(index - delays[3]) & places][3])
        damped += 0.6 * (out - damped)
        line[index & places] = dry[index] + feedback * damped
        return out.sum()
      }
    }
  }

  private static func diffuse(_ wet: inout [Float], by delay: Int) {
    var line = [Float](repeating: 0, count: delay)
    var place = 0
    for index in wet.indices {
      let stored = line[place]
      let inward = wet[index] + 0.6 * stored
      line[place] = inward
      wet[index] = stored - 0.6 * inward
      place = place + 1 == delay ? 0 : place + 1
    }
  }

  private static func energy(of samples: [Float]) -> Double {
    samples.reduce(0) { $0 + Double($1) * Double($1) }
  }
}
