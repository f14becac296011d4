import Glibc
import KindlySound
import Testing

@Suite struct BreathToneTests {
  func samples(_ direction: BreathTone.Direction, frames: Int64) -> [Float] {
    let tone = BreathTone(direction, frames: frames)
    return (0..<frames).map { tone.sample(at: $0) }
  }

  /// Frequency by counting upward zero crossings in a range.
  func pitch(_ samples: ArraySlice<Float>) -> Double {
    var crossings: [Int] = []
    for place in samples.indices.dropFirst()
    where samples[place - 1] < 0 && samples[place] >= 0 { crossings.append(place) }
    guard let first = crossings.first, let last = crossings.last, last > first else { return 0 }
    return Double(crossings.count - 1) * 48_000 / Double(last - first)
  }

  @Test func `breathing in rises and breathing out falls`() {
    let inward = samples(.inward, frames: 192_000)
    #expect(abs(pitch(inward[2_000..<14_000]) - 196) < 4)
    #expect(abs(pitch(inward[180_000..<191_000]) - 293.66) < 4)
    let outward = samples(.outward, frames: 288_000)
    #expect(pitch(outward[2_000..<20_000]) > pitch(outward[270_000..<287_000]) + 80)
  }

  @Test(arguments: [BreathTone.Direction.inward, .outward])
  func `a tone is soft: silent at both ends, no step, below its level`(
    direction: BreathTone.Direction
  ) {
    let tone = samples(direction, frames: 192_000)
    #expect(tone[0] == 0)
    #expect(abs(tone[191_999]) < 1e-7)
    let steps = zip(tone, tone.dropFirst()).map { abs($1 - $0) }
    #expect((steps[..<480].max() ?? 1) < (steps.max() ?? 0) / 100)
    let peak = tone.map(abs).max() ?? 0
    // −24 dBFS at the usual loudness, and never above.
    #expect(20 * log10(Double(peak)) <= -24)
    #expect(20 * log10(Double(peak)) > -30)
    let mean = tone.reduce(0.0) { $0 + Double($1) } / Double(tone.count)
    #expect(abs(mean) < 1e-6)
  }

  @Test func `the two differ in colour at the same pitch`() {
    /// Share of the power above 1.5 times the fundamental at the tone's own middle pitch.
    func brightness(_ direction: BreathTone.Direction) -> Double {
      let tone = samples(direction, frames: 480_000)
      let middle = Array(tone[236_000..<244_000])
      let base = pitch(middle[...])
      func level(_ hertz: Double) -> Double {
        var (a, b) = (0.0, 0.0)
        for (place, sample) in middle.enumerated() {
          a += Double(sample) * cos(2 * Double.pi * hertz * Double(place) / 48_000)
          b += Double(sample) * sin(2 * Double.pi * hertz * Double(place) / 48_000)
        }
        return (a * a + b * b).squareRoot()
      }
      return level(2 * base) / level(base)
    }
    #expect(brightness(.inward) > 2 * brightness(.outward))
  }

  @Test func `blocks add the same samples from any frame on`() {
    let tone = BreathTone(.inward, frames: 1000)
    var block = [Float](repeating: 0, count: 128)
    tone.add(into: &block, frames: 64, at: 970)
    for place in 0..<64 {
      #expect(block[2 * place] == tone.sample(at: 970 + Int64(place)))
      #expect(block[2 * place + 1] == block[2 * place])
    }
  }
}
