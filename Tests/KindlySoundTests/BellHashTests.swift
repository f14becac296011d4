@testable import KindlySound
import Testing

/// The bits of samples as one number (FNV-1a).
func hash(_ samples: [Float]) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for sample in samples { hash = (hash ^ UInt64(sample.bitPattern)) &* 0x100_0000_01b3 }
  return hash
}

@Suite struct BellHashTests {
  /// Debug and release builds, optimised or not, on any machine: no libm, no fused multiply-add. A
  /// change of these numbers changes every session that was ever rendered.
  @Test func `a bell is the same bits in every build`() {
    #expect(
      hash(ring([TestStrike(TestBells.bowl, at: 77)], blocks: 0..<3000))
        == 16_263_055_279_903_609_178)
    #expect(
      hash(ring([TestStrike(TestBells.gong, strength: 0.6)], blocks: 0..<3000))
        == 5_016_226_922_019_309_165)
  }

  @Test func `in eight hours the same bell is struck the same every ten minutes`() {
    let first = ring([TestStrike(TestBells.bowl)], blocks: 0..<2000)
    for strike in 1...48 as ClosedRange<Int64> {
      let frame = strike * 600 * 48_000
      let block = frame / 64
      let later = ring([TestStrike(TestBells.bowl, at: frame)], blocks: block..<block + 2000)
      #expect(parting(first, later) == nil, "strike \(strike)")
    }
  }

  @Test(arguments: [1, 64, 333, 512, 0])
  func `the host's block size changes nothing`(size: Int) {
    let strikes = [TestStrike(TestBells.bowl, at: 70), TestStrike(TestBells.gong, at: 1999)]
    let whole = ring(strikes, blocks: 0..<64)
    // A host asks for so many frames (0: any number); each is taken from the block it lies in.
    var samples: [Float] = []
    var (frame, asked): (Int64, Int64) = (0, 0)
    while frame < 4096 {
      asked += 1
      let any = Int64(abs(TriangularNoise.value(frame: asked, channel: 0)) * 1500) + 1
      let end = min(frame + (size == 0 ? any : Int64(size)), 4096)
      let blocks = frame / 64...(end - 1) / 64
      let sound = ring(strikes, blocks: blocks)
      let skip = Int(frame - blocks.lowerBound * 64)
      samples += sound[2 * skip..<2 * (skip + Int(end - frame))]
      frame = end
    }
    #expect(parting(samples, whole) == nil)
  }
}
