import KindlySound
import Testing

@Suite struct RampTests {
  @Test func `a ramp begins and ends where it should, without a step`() {
    let ramp = Ramp(from: 1, to: 0, frames: 480)
    #expect(ramp.gain(at: -5) == 1)
    #expect(ramp.gain(at: 0) == 1)
    #expect(abs(ramp.gain(at: 240) - 0.5) < 1e-6)
    #expect(ramp.gain(at: 480) == 0)
    #expect(ramp.gain(at: 1_000_000) == 0)
    for frame in 0..<480 as Range<Int64> {
      let step = ramp.gain(at: frame) - ramp.gain(at: frame + 1)
      #expect(step >= 0 && step <= 0.5 * 3.1416 / 480 + 1e-6)
    }
  }

  @Test func `a block is multiplied from any frame on`() {
    let ramp = Ramp(from: 0, to: 0.8, frames: 100)
    var block = [Float](repeating: 1, count: 60)
    ramp.apply(to: &block, frames: 30, channels: 2, at: 85)
    for place in 0..<60 { #expect(block[place] == ramp.gain(at: 85 + Int64(place / 2))) }
  }
}
