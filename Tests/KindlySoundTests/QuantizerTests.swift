import KindlySound
import Testing

@Suite struct QuantizerTests {
  @Test func `silence stays silence`() {
    for bits in [16, 24, 32] {
      for frame in 0..<1000 {
        #expect(Quantizer(bits: bits).value(0, frame: Int64(frame)) == 0)
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
        Double(quantizer.value(sample, frame: Int64(frame))) - Double(sample) / step
      sum += error
      squares += error * error
    }
    #expect(abs(sum / Double(count)) < 0.01)
    // Triangular dither: total error power is 1/12 + 2/12, whatever the sample.
    #expect(abs(squares / Double(count) - 0.25) < 0.005)
  }

  @Test func `each frame has dither of its own, and both sides of it have the same`() {
    let quantizer = Quantizer(bits: 16)
    let sample = Float(1000.3 * 0x1p-15)
    func error(_ frame: Int64) -> Double { Double(quantizer.value(sample, frame: frame)) - 1000.3 }
    let neighbour = (0..<100_000 as Range<Int64>).reduce(0) { $0 + error($1) * error($1 + 1) }
    #expect(abs(neighbour / 100_000) < 0.003)
    var shorts = [Int16](repeating: 0, count: 2000)
    quantizer.write(
      [Float](repeating: sample, count: 2000), frames: 1000, channels: 2, at: 77, to: &shorts)
    #expect((0..<1000).allSatisfy { shorts[2 * $0] == shorts[2 * $0 + 1] })
    #expect(Set(shorts).count > 1)
  }

  @Test func `noise of frames and channels is even, and there are many of it`() {
    var (cross, neighbour, seen) = (0.0, 0.0, Set<Double>())
    for frame in 0..<100_000 as Range<Int64> {
      let left = TriangularNoise.value(frame: frame, channel: 0)
      cross += left * TriangularNoise.value(frame: frame, channel: 1)
      neighbour += left * TriangularNoise.value(frame: frame + 1, channel: 0)
      seen.insert(left)
      #expect(abs(left) < 1)
    }
    #expect(abs(cross / 100_000) < 0.003)
    #expect(abs(neighbour / 100_000) < 0.003)
    #expect(seen.count > 99_900)
  }

  @Test func `what is too loud is limited, and what is no number is silent`() {
    let quantizer = Quantizer(bits: 16)
    #expect(quantizer.value(1.5, frame: 7) == 32_767)
    #expect(quantizer.value(-1.5, frame: 7) == -32_768)
    #expect(Quantizer(bits: 32).value(1, frame: 7) == Int32.max)
    #expect(Quantizer(bits: 32).value(-1, frame: 7) == Int32.min)
    for odd in [Float.nan, .infinity, -.infinity] {
      let value = quantizer.value(odd, frame: 3)
      #expect((-32_768...32_767).contains(value))
    }
    #expect(quantizer.value(.nan, frame: 3) == 0)
  }

  @Test func `32 bits hold a loud sample exactly`() {
    let quantizer = Quantizer(bits: 32)
    for frame in 0..<1000 as Range<Int64> {
      let sample = Float(0.01 + 0.5 * abs(TriangularNoise.value(frame: frame, channel: 0)))
      let value = quantizer.value(sample, frame: frame)
      #expect(Float(Double(value) * 0x1p-31) == sample)
    }
  }

  @Test(arguments: [1, 2, 3], [1, 16, 33])
  func `blocks are quantized as single samples are`(channels: Int, frames: Int) {
    var samples = (0..<frames * channels).map { Float($0 - 20) / 40 }
    if samples.count > 4 { samples.replaceSubrange(1...3, with: [.nan, 0, -.infinity]) }
    for bits in [16, 24] {
      let quantizer = Quantizer(bits: bits)
      var words = [Int32](repeating: 1, count: samples.count)
      quantizer.write(samples, frames: frames, channels: channels, at: 1001, shift: 8, to: &words)
      let wanted = samples.indices.map {
        quantizer.value(samples[$0], frame: 1001 + Int64($0 / channels))
      }
      #expect(words == wanted.map { $0 << 8 })
      guard bits == 16 else { continue }
      var shorts = [Int16](repeating: 1, count: samples.count)
      quantizer.write(samples, frames: frames, channels: channels, at: 1001, to: &shorts)
      #expect(shorts.map(Int32.init) == wanted)
    }
  }
}
