import Glibc
import KindlySound
import Testing

@Suite struct BiquadTests {
  /// Gain in decibels at a frequency, from the response.
  func gain(_ shape: Biquad.Shape, at hertz: Double) -> Double {
    let z = Complex.damped(decay: 0, turns: hertz / 48_000)
    return MathFunctions.decibels(amplitude: Biquad(shape).response(at: z).magnitude)
  }

  @Test func `each shape does what its name says`() {
    #expect(abs(gain(.peak(1000, gain: 6, q: 1), at: 1000) - 6) < 1e-9)
    #expect(abs(gain(.peak(1000, gain: -3, q: 2), at: 20)) < 0.01)
    #expect(abs(gain(.lowShelf(200, gain: 4), at: 200) - 2) < 1e-3)
    #expect(abs(gain(.lowShelf(200, gain: 4), at: 5) - 4) < 0.01)
    #expect(abs(gain(.lowShelf(200, gain: 4), at: 8000)) < 0.01)
    #expect(abs(gain(.highShelf(3600, gain: 2.8), at: 20_000) - 2.8) < 0.05)
    #expect(abs(gain(.highShelf(3600, gain: 2.8), at: 50)) < 0.01)
    #expect(abs(gain(.lowPass(1000), at: 1000) + 3.01) < 0.01)
    #expect(gain(.lowPass(1000), at: 10_000) < -40)
    #expect(abs(gain(.highPass(145), at: 145) + 3.01) < 0.01)
    #expect(gain(.highPass(145), at: 14.5) < -39)
  }

  @Test func `samples are filtered as the response says`() {
    let shape = Biquad.Shape.peak(2350, gain: -3.1, q: 1.09)
    var filter = Biquad(shape)
    var wave = (0..<48_000).map { Float(sin(2 * Double.pi * 2000 * Double($0) / 48_000)) }
    wave.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      filter.apply(to: start, count: buffer.count)
    }
    let power = wave[24_000...].reduce(0.0) { $0 + Double($1) * Double($1) } / 24_000
    #expect(abs(10 * log10(2 * power) - gain(shape, at: 2000)) < 1e-3)
  }

  @Test func `after sound the state reaches zero`() {
    var filter = Biquad(.highPass(30))
    _ = filter.next(1)
    for _ in 0..<480_000 { _ = filter.next(0) }
    #expect(filter.next(0) == 0)
    #expect(filter == Biquad(.highPass(30)))
  }

  @Test func `K weighting is that of BS 1770`() {
    let z = Complex.damped(decay: 0, turns: 997.0 / 48_000)
    let head = Biquad.kWeighting.head.response(at: z).magnitude
    let lows = Biquad.kWeighting.lows.response(at: z).magnitude
    // A 0 dBFS sine of 997 Hz in one channel reads −3.01 LUFS.
    #expect(abs(20 * log10(head * lows) - 3.01 - 0.691 + 3.01) < 0.01)
  }
}
