import Glibc
import KindlySound
import Testing

@Suite struct ResamplerTests {
  /// A sine of amplitude 1 at `rate`.
  func sine(_ hertz: Double, rate: Int, count: Int) -> [Float] {
    (0..<count).map { place in
      let cycles = (hertz * Double(place)).truncatingRemainder(dividingBy: Double(rate))
      return Float(sin(2 * Double.pi * cycles / Double(rate)))
    }
  }

  /// Seeded noise.
  func noise(_ count: Int, seed: Int64) -> [Float] {
    (0..<count).map { Float(TriangularNoise.value(frame: Int64($0) + seed << 32, channel: 0)) }
  }

  /// Level in decibels of the best sine at `hertz` and of all that is left without it.
  func fit(_ signal: ArraySlice<Float>, hertz: Double, rate: Int) -> (level: Double, rest: Double) {
    var (cc, ss, cs, xc, xs) = (0.0, 0.0, 0.0, 0.0, 0.0)
    let angle = 2 * Double.pi * hertz / Double(rate)
    for place in signal.indices {
      let (c, s) = (cos(angle * Double(place)), sin(angle * Double(place)))
      cc += c * c
      ss += s * s
      cs += c * s
      xc += c * Double(signal[place])
      xs += s * Double(signal[place])
    }
    let determinant = cc * ss - cs * cs
    let a = (xc * ss - xs * cs) / determinant
    let b = (xs * cc - xc * cs) / determinant
    var rest = 0.0
    for place in signal.indices {
      let (c, s) = (cos(angle * Double(place)), sin(angle * Double(place)))
      let error = Double(signal[place]) - a * c - b * s
      rest += error * error
    }
    let power = (a * a + b * b) / 2
    return (10 * log10(2 * power), 10 * log10(rest / Double(signal.count) / power))
  }

  @Test(arguments: [50.0, 440, 1000, 3000, 5000, 7500, 9000])
  func `from 22,050 Hz every tone up to 9 kHz keeps its level and has no image`(hertz: Double) {
    let out = Resampler(from: 22_050, to: 48_000).resample(sine(hertz, rate: 22_050, count: 12_000))
    let (level, rest) = fit(out[4000..<20_000], hertz: hertz, rate: 48_000)
    #expect(abs(level) <= 0.01)
    #expect(rest <= -120)
  }

  @Test(arguments: [
    (44_100, 48_000), (16_000, 48_000), (11_025, 48_000), (96_000, 48_000), (48_000, 44_100),
  ])
  func `common rates are converted as well`(source: Int, target: Int) {
    let top = 0.4 * Double(min(source, target))
    for hertz in [100, 0.31 * top, 0.77 * top, top] {
      let out = Resampler(from: source, to: target)
        .resample(sine(hertz, rate: source, count: source / 2))
      let (level, rest) = fit(out[(target / 8)..<(target / 8 * 3)], hertz: hertz, rate: target)
      #expect(abs(level) <= 0.01, "\(hertz) Hz")
      #expect(rest <= -120, "\(hertz) Hz")
    }
  }

  @Test func `the same rate gives the same samples`() {
    let samples = noise(1000, seed: 1)
    #expect(parting(Resampler(from: 48_000, to: 48_000).resample(samples), samples) == nil)
  }

  @Test func `a position has one value, whatever is asked before`() {
    let resampler = Resampler(from: 22_050, to: 48_000)
    let samples = noise(3000, seed: 2)
    let whole = resampler.resample(samples)
    var pieces = [Float](repeating: 9, count: whole.count)
    samples.withUnsafeBufferPointer { source in
      pieces.withUnsafeMutableBufferPointer { out in
        guard let start = out.baseAddress else { return }
        var place = whole.count
        while place > 0 {
          let first = max(0, place - 97)
          resampler.resample(source, frames: Int64(first)..<Int64(place), into: start + first)
          place = first
        }
      }
    }
    #expect(parting(whole, pieces) == nil)
  }

  @Test(arguments: [1, 64, 333, 512])
  func `the stream equals the whole for any block size`(block: Int) {
    let samples = noise(9000, seed: 3)
    let resampler = Resampler(from: 48_000, to: 44_100)
    let whole = resampler.resample(samples)
    #expect(
      parting(stream(resampler, samples, from: 0, to: 8000, block: block), Array(whole[0..<8000]))
        == nil)
    #expect(
      parting(
        stream(resampler, samples, from: 1234, to: 8000, block: block), Array(whole[1234..<8000]))
        == nil)
  }

  /// Output frames of a stereo stream whose right channel is the left one inverted.
  func stream(
    _ resampler: Resampler, _ samples: [Float], from: Int64, to: Int64, block: Int
  ) -> [Float] {
    var stream = ResamplingStream(resampler, channels: 2, maximum: block)
    stream.seek(to: from)
    var left: [Float] = []
    let out = UnsafeMutablePointer<Float>.allocate(capacity: 2 * block)
    defer { out.deallocate() }
    while stream.nextFrame < to {
      let count = min(block, Int(to - stream.nextFrame))
      for place in 0..<stream.sourceFrames(for: count) {
        let source = Int(stream.nextSource) + place
        let sample = samples.indices.contains(source) ? samples[source] : 0
        stream.room[2 * place] = sample
        stream.room[2 * place + 1] = -sample
      }
      stream.produce(count, into: out)
      for place in 0..<count {
        left.append(out[2 * place] == -out[2 * place + 1] ? out[2 * place] : .nan)
      }
    }
    return left
  }
}
