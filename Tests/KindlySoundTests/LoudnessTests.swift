import Glibc
import Testing

@testable import KindlySound

@Suite struct LoudnessTests {
  /// A sine at 48 kHz or another rate.
  private func sine(
    _ hertz: Double, seconds: Double, amplitude: Double, rate: Int = 48_000, turns: Double = 0
  ) -> [Float] {
    (0..<Int(seconds * Double(rate))).map {
      Float(amplitude * sin(2 * Double.pi * (hertz * Double($0) / Double(rate) + turns)))
    }
  }

  private func stereo(_ mono: [Float]) -> [Float] { mono.flatMap { [$0, $0] } }

  private func measured(_ parts: [[Float]]) -> StereoLoudness {
    var meter = StereoLoudness()
    for part in parts { meter.add(part) }
    return meter
  }

  @Test func `a tone of a kilohertz at a peak of -23 dBFS measures -23 LUFS`() {
    let meter = measured([stereo(sine(1000, seconds: 10, amplitude: 0.07079))])
    #expect(abs(meter.integrated + 23) < 0.05)
    #expect(abs(meter.momentary + 23) < 0.05)
  }

  @Test func `loud, soft and silent parts are gated as EBU Tech 3341 wants it`() {
    // Its test case 3: -36, -23 and -36 LUFS read -23; case 4 has -72 around them.
    let soft = stereo(sine(1000, seconds: 10, amplitude: 0.01585))
    let loud = stereo(sine(1000, seconds: 60, amplitude: 0.07079))
    let faint = stereo(sine(1000, seconds: 10, amplitude: 0.000251))
    #expect(abs(measured([soft, loud, soft]).integrated + 23) < 0.1)
    #expect(abs(measured([faint, soft, loud, soft, faint]).integrated + 23) < 0.1)
  }

  @Test func `silence of any length, in any pieces, changes nothing`() {
    let tone = stereo(sine(440, seconds: 3.33, amplitude: 0.2))
    let second = [Float](repeating: 0, count: 96_000)
    let short = measured([second, tone, second, second, second, second, second, tone])
    var long = StereoLoudness()
    long.addSilence(frames: 48_000 * 61)
    for _ in 0..<2 {
      // Blocks of any size.
      for start in stride(from: 0, to: tone.count / 2, by: 1_777) {
        long.add(Array(tone[2 * start..<min(tone.count, 2 * (start + 1_777))]))
      }
      long.addSilence(frames: 4_800 * 3_000 + (4_800 - tone.count / 2 % 4_800))
    }
    // Where the steps of 100 ms begin is another.
    #expect(abs(short.integrated - long.integrated) < 0.1)
    #expect(abs(short.momentary - long.momentary) < 0.1)
  }

  @Test func `nothing is no loudness`() {
    #expect(measured([]).integrated == -.infinity)
    #expect(measured([[Float](repeating: 0, count: 960_000)]).momentary == -.infinity)
    #expect(SpeechLevel.loudness(of: [], rate: 22_050) == -.infinity)
  }

  @Test(arguments: [22_050, 24_000, 32_000, 44_100, 96_000])
  func `a clip is as loud at an engine's rate as at 48 kHz`(rate: Int) {
    for hertz in [100.0, 400, 1_000, 2_000] {
      let there = SpeechLevel.loudness(
        of: sine(hertz, seconds: 1.5, amplitude: 0.1, rate: rate), rate: rate)
      let here = SpeechLevel.loudness(
        of: sine(hertz, seconds: 1.5, amplitude: 0.1), rate: 48_000)
      #expect(abs(there - here) < 0.1, "\(hertz) Hz")
    }
  }

  @Test func `a true peak between two samples is found`() {
    // At an eighth of a turn every sample of this tone is 3 dB below its peak.
    let tone = sine(12_000, seconds: 0.1, amplitude: 0.5, turns: 0.125)
    #expect(abs((tone.map(abs).max() ?? 0) - 0.3536) < 0.001)
    // The ends of a tone overshoot a little.
    #expect((0.498...0.53).contains(SpeechLevel.truePeak(of: tone)))
    #expect(SpeechLevel.truePeak(of: []) == 0)
  }

  // MARK: - Bringing a clip to a level

  /// Something like speech: syllables of a buzz, with clicks 20 dB above it.
  private func syllables(clicks: Bool) -> [Float] {
    var samples = sine(150, seconds: 2, amplitude: 0.05, rate: 22_050)
    for place in samples.indices {
      samples[place] *= Float(0.6 + 0.4 * sin(2 * Double.pi * 4 * Double(place) / 22_050))
      if clicks, place % 5_000 == 2_500 { samples[place] += 0.7 }
    }
    return samples
  }

  @Test(arguments: [-30.0, -18, -12], [false, true])
  func `a clip comes to its loudness, and its peaks stay below the ceiling`(
    target: Double, clicks: Bool
  ) {
    var samples = syllables(clicks: clicks)
    SpeechLevel(loudness: target, ceiling: -2).apply(to: &samples, rate: 22_050)
    #expect(abs(SpeechLevel.loudness(of: samples, rate: 22_050) - target) < 0.06)
    let resampled = Resampler(from: 22_050, to: 48_000).resample(samples)
    #expect(SpeechLevel.truePeak(of: resampled) <= MathFunctions.amplitude(decibels: -2))
  }

  @Test func `where no peak is too high nothing but a constant factor is applied`() {
    let source = syllables(clicks: false)
    var samples = source
    SpeechLevel(loudness: -30, ceiling: -2).apply(to: &samples, rate: 22_050)
    let factor = samples[1_000] / source[1_000]
    #expect(zip(samples, source).allSatisfy { abs($0 - $1 * factor) <= 1e-6 })
  }

  @Test func `silence stays silence, and a click stays below the ceiling`() {
    var silence = [Float](repeating: 0, count: 1_000)
    SpeechLevel(loudness: -18, ceiling: -2).apply(to: &silence, rate: 22_050)
    #expect(silence.allSatisfy { $0 == 0 })
    var click = [Float](repeating: 0, count: 22_050)
    click[10_000] = 0.5
    SpeechLevel(loudness: -5, ceiling: -2).apply(to: &click, rate: 22_050)
    #expect(SpeechLevel.truePeak(of: click) <= MathFunctions.amplitude(decibels: -2))
  }

  @Test(arguments: [2, 60, 213, 400])
  func `peaks of a clip shorter than the limiter looks stay below the ceiling`(count: Int) {
    var clip = (0..<count).map { 0.2 * Float(MathFunctions.circle(turns: Double($0) / 97).sine) }
    for place in [0, count / 2, count - 1] { clip[place] = place % 2 == 0 ? 8 : -8 }
    SpeechLevel(loudness: -20, ceiling: -1).apply(to: &clip, rate: 48_000)
    #expect(clip.allSatisfy { $0.isFinite })
    #expect(SpeechLevel.truePeak(of: clip) <= MathFunctions.amplitude(decibels: -1))
  }

  @Test func `a chain of filters does what its filters do one after another`() {
    let shapes: [Biquad.Shape] = [.highPass(145), .peak(450, gain: 4.5, q: 1.77), .lowPass(8_750)]
    var apart = syllables(clicks: true)
    var together = apart
    for shape in shapes {
      var filter = Biquad(shape, rate: 22_050)
      for place in apart.indices { apart[place] = Float(filter.next(Double(apart[place]))) }
    }
    var chain = BiquadChain(shapes.map { Biquad($0, rate: 22_050) })
    together.withUnsafeMutableBufferPointer { chain.apply(to: $0) }
    // Rounded once instead of three times.
    #expect(zip(apart, together).allSatisfy { abs($0 - $1) < 1e-6 })
  }
}

extension StereoLoudness {
  /// Adds interleaved stereo frames.
  fileprivate mutating func add(_ samples: [Float]) {
    samples.withUnsafeBufferPointer { samples in
      if let start = samples.baseAddress { add(start, frames: samples.count / 2) }
    }
  }
}
