import KindlySound
import Testing

@Suite struct QuantizerTests {
  @Test func `silence stays silence`() {
    for bits in [16, 24, 32] {
      for frame in 0..<1000 {
        #expect(Quantizer(bits: bits).value(0, frame: Int64(frame), channel: 1) == 0)
      }
    }
  }

  @Test(arguments: [16, 24])
  func `dither makes the mean of many roundings the sample itself`(bits: Int) {
    let quantizer = Quantizer(bits: bits)
    let step = 1 / Double(Int64(1) << (bits - 1))
    let sample = Float(1000.3 * step)
    var (sum, squares) = (0.0, 0.0)
    let count = 200_000
    for frame in 0..<count {
      let error =
        Double(quantizer.value(sample, frame: Int64(frame), channel: 0)) - Double(sample) / step
      sum += error
      squares += error * error
    }
    #expect(abs(sum / Double(count)) < 0.01)
    // Triangular dither: total error power is 1/12 + 2/12, whatever the sample.
    #expect(abs(squares / Double(count) - 0.25) < 0.005)
  }

  @Test func `channels and frames have noise of their own`() {
    var (cross, neighbour, seen) = (0.0, 0.0, Set<Double>())
    for frame in 0..<100_000 as Range<Int64> {
      let left = Quantizer.noise(frame: frame, channel: 0)
      cross += left * Quantizer.noise(frame: frame, channel: 1)
      neighbour += left * Quantizer.noise(frame: frame + 1, channel: 0)
      seen.insert(left)
      #expect(abs(left) < 1)
    }
    #expect(abs(cross / 100_000) < 0.003)
    #expect(abs(neighbour / 100_000) < 0.003)
    #expect(seen.count > 99_900)
  }

  @Test func `what is too loud is limited, and what is no number is silent`() {
    let quantizer = Quantizer(bits: 16)
    #expect(quantizer.value(1.5, frame: 7, channel: 0) == 32_767)
    #expect(quantizer.value(-1.5, frame: 7, channel: 0) == -32_768)
    #expect(Quantizer(bits: 32).value(1, frame: 7, channel: 0) == Int32.max)
    #expect(Quantizer(bits: 32).value(-1, frame: 7, channel: 0) == Int32.min)
    for odd in [Float.nan, .infinity, -.infinity] {
      let value = quantizer.value(odd, frame: 3, channel: 1)
      #expect((-32_768...32_767).contains(value))
    }
    #expect(quantizer.value(.nan, frame: 3, channel: 1) == 0)
  }

  @Test func `32 bits hold a loud sample exactly`() {
    let quantizer = Quantizer(bits: 32)
    for frame in 0..<1000 as Range<Int64> {
      let sample = Float(0.01 + 0.5 * abs(Quantizer.noise(frame: frame, channel: 0)))
      let value = quantizer.value(sample, frame: frame, channel: 0)
      #expect(Float(Double(value) * 0x1p-31) == sample)
    }
  }

  @Test func `blocks are quantized as single samples are`() {
    let quantizer = Quantizer(bits: 24)
    let samples = (0..<64).map { Float($0) / 100 }
    var words = [Int32](repeating: 0, count: 64)
    quantizer.write(samples, frames: 32, channels: 2, at: 1000, shift: 8, to: &words)
    var shorts = [Int16](repeating: 0, count: 64)
    Quantizer(bits: 16).write(samples, frames: 32, channels: 2, at: 1000, to: &shorts)
    for place in 0..<64 {
      let frame = 1000 + Int64(place / 2)
      let word = quantizer.value(samples[place], frame: frame, channel: place % 2)
      #expect(words[place] == word << 8)
      let short = Quantizer(bits: 16).value(samples[place], frame: frame, channel: place % 2)
      #expect(Int32(shorts[place]) == short)
    }
  }
}
