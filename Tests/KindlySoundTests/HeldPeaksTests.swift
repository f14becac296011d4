import KindlySound
import Testing

@Suite struct HeldPeaksTests {
  /// Soft noise with a few loud crackles, some of them at the edges of chunks.
  private func signal(frames: Int) -> [Float] {
    var state: UInt32 = 7
    var samples = (0..<2 * frames).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return (Float(state >> 8) / 0x1p24 - 0.5) * 0.02
    }
    for place in [10, 9_590, 9_599, 9_600, 9_604, 19_100] where place < frames {
      samples[2 * place] = 0.9
      samples[2 * place + 1] = -0.4
    }
    return samples
  }

  @Test func `chunks are held as the whole would be, and no true peak is above the ceiling`() {
    let edge = 2 * HeldPeaks.edge
    let whole = signal(frames: 28_800)
    let peaks = HeldPeaks(ceiling: -18)
    let atOnce = peaks.held(whole, before: [], after: [])
    var chunks: [Float] = []
    for start in stride(from: 0, to: whole.count, by: 19_200) {
      let end = start + 19_200
      chunks += peaks.held(
        Array(whole[start..<end]), before: Array(whole[max(0, start - edge)..<start]),
        after: Array(whole[end..<min(whole.count, end + edge)]))
    }
    #expect(zip(chunks, atOnce).allSatisfy { abs($0 - $1) < 1e-5 })
    for side in 0..<2 {
      let samples = stride(from: side, to: chunks.count, by: 2).map { chunks[$0] }
      #expect(SpeechLevel.truePeak(of: samples) <= 0.1259)
    }
    // Away from a crackle nothing is touched, and both sides go together.
    #expect(chunks[2 * 5_000..<2 * 9_000] == whole[2 * 5_000..<2 * 9_000])
    #expect(abs(chunks[20] / chunks[21] - whole[20] / whole[21]) < 1e-4)
  }

  @Test func `what is below the ceiling stays as it is`() {
    let soft = signal(frames: 5)
    #expect(HeldPeaks(ceiling: -18).held(soft, before: [], after: []) == soft)
  }
}
