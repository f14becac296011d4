import Testing

@testable import KindlySpeech

@Suite struct LengtheningTests {
  /// A voice-like sound: harmonics that glide, over a little noise.
  private let sound: [Float] = {
    var state: UInt32 = 3
    var phase: Float = 0
    return (0..<22_050).map { place in
      state = state &* 1_664_525 &+ 1_013_904_223
      phase += 0.03 + 0.01 * Float(place) / 22_050
      let noise = Float(state >> 8) / 0x1p24 - 0.5
      return 0.3 * (phase - phase.rounded()) + 0.05 * noise
    }
  }()

  @Test(arguments: [0.85, 0.97, 1.04, 1.2])
  func `a stretch has the length that was asked for, and what is before it stays`(factor: Double) {
    let longer = Lengthening.stretched(sound, from: 8_000, by: factor, rate: 22_050)
    #expect(longer.count == 8_000 + Int(14_050 * factor))
    #expect(longer.prefix(8_000) == sound.prefix(8_000))
    // Where it begins nothing is heard; and it is as loud as before.
    #expect(abs(longer[8_000] - sound[8_000]) < 1e-6)
    func power(_ samples: some Collection<Float>) -> Float {
      samples.reduce(0) { $0 + $1 * $1 } / Float(samples.count)
    }
    let change = power(longer[9_000..<longer.count - 2_000]) / power(sound[9_000...])
    #expect(change > 0.7 && change < 1.2)
  }

  @Test func `what is too short, or needs no change, stays as it is`() {
    #expect(Lengthening.stretched(sound, from: 21_000, by: 1.2, rate: 22_050) == sound)
    #expect(Lengthening.stretched(sound, from: 0, by: 1, rate: 22_050) == sound)
  }

  @Test func `the audible part begins and ends with what is heard`() {
    var samples = [Float](repeating: 0.001, count: 1_003)
    samples[17] = -0.5
    samples[1_001] = 0.3
    #expect(Audible.range(of: samples) == 17..<1_002)
    #expect(samples.withUnsafeBufferPointer(Audible.peak) == 0.5)
    samples[1_002] = -0.7
    #expect(samples.withUnsafeBufferPointer(Audible.peak) == 0.7)
    #expect(Audible.range(of: []) == nil)
    #expect(Audible.range(of: [0, 1e-6, 0]) == nil)
  }
}
