import KindlyBellfounding
import Glibc
import Testing

@Suite struct SpectrogramTests {
  @Test func `a tone is a bright line at its height, and silence is black`() {
    let tone = (0..<96_000).map { frame in
      frame < 48_000 ? Float(sin(2 * Double.pi * 1000 * Double(frame) / 48_000)) : 0
    }
    let picture = Spectrogram(
      of: BellRecording(channels: [tone], rate: 48_000), seconds: 2, width: 40, height: 100,
      range: 100...10_000)
    #expect(picture.pixels.count == 40 * 100 * 3)
    func light(_ column: Int, _ row: Int) -> Int {
      (0..<3).reduce(0) { $0 + Int(picture.pixels[(row * 40 + column) * 3 + $1]) }
    }
    let brightest = (0..<100).max { light(10, $0) < light(10, $1) } ?? 0
    // 1,000 Hz is the middle of 100 to 10,000 Hz on a logarithmic scale.
    #expect((48...51).contains(brightest))
    #expect(light(10, brightest) > 600)
    #expect((0..<100).allSatisfy { light(35, $0) == 0 })
  }
}
