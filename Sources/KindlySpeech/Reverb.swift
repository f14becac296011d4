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
  private static let longest = 0.25
  /// What the combs and all-passes make of speech is louder than the speech by this, in dB: 7.06 over
  /// 64 sentences of four narrators, standard deviation 0.2.
  private static let gain = 7.0

  /// Frames a second.
  let rate: Int
  /// Decibels of the room against the voice.
  let level: Double

  /// `samples` with the room, longer by `tail`.
  func applied(to samples: [Float], tail: Int) -> [Float] {
    let dry = samples + [Float](repeating: 0, count: tail)
    var wet = combed(dry)
    for delay in Self.allPasses { Self.diffuse(&wet, by: frames(delay)) }
    let amplitude = Float(MathFunctions.amplitude(decibels: level - Self.gain))
    for index in wet.indices { wet[index] = dry[index] + amplitude * wet[index] }
    return wet
  }

  /// By how many frames the room is heard longer than `samples`, told from the last of them alone: what
  /// was before has decayed.
  func tail(after samples: [Float]) -> Int {
    let last = samples.suffix(Int(Double(rate) * Self.decay))
    let most = Int(Double(rate) * Self.longest)
    let floor = samples.withUnsafeBufferPointer { Audible.threshold * Audible.peak(of: $0) }
    return applied(to: Array(last), tail: most).withUnsafeBufferPointer { heard in
      let end = Audible.end(in: heard, 0..<heard.count, floor: floor)
      return min(most, max(0, end + Int(Double(rate) * RawSpeech.margin) - last.count))
    }
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
    let (first, second, third, fourth) = (delays[0], delays[1], delays[2], delays[3])
    var line = [SIMD4<Float>](repeating: .zero, count: places + 1)
    var damped = SIMD4<Float>.zero
    return line.withUnsafeMutableBufferPointer { line in
      dry.indices.map { index in
        let out = SIMD4(
          line[(index - first) & places][0], line[(index - second) & places][1],
          line[(index - third) & places][2], line[(index - fourth) & places][3])
        damped += 0.6 * (out - damped)
        line[index & places] = dry[index] + feedback * damped
        return out.sum()
      }
    }
  }

  private static func diffuse(_ wet: inout [Float], by delay: Int) {
    var line = [Float](repeating: 0, count: delay)
    var place = 0
    wet.withUnsafeMutableBufferPointer { wet in
      line.withUnsafeMutableBufferPointer { line in
        for index in wet.indices {
          let stored = line[place]
          let inward = wet[index] + 0.6 * stored
          line[place] = inward
          wet[index] = stored - 0.6 * inward
          place = place + 1 == delay ? 0 : place + 1
        }
      }
    }
  }
}
