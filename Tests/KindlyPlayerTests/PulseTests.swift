import Foundation
import KindlyPlayer
import KindlySound
import Testing

/// The whole way through a real sound server.
@Suite(
  .serialized, .enabled(if: PulseServer.missing == nil, "PulseAudio is not installed"),
  .enabled(if: !Child.isSanitized, "too slow for real time under a sanitizer"))
struct PulseTests {
  @Test func `PulseAudio hears every sample`() throws {
    let server = try PulseServer()
    let source = TestSource(length: 144_000, silence: 48_000..<96_000)
    let loudspeaker = try Loudspeaker(source.blocks, device: "pulse", format: .int16)
    loudspeaker.play()
    let ended = loudspeaker.waitForEnd(seconds: 20)
    #expect(ended)
    #expect(loudspeaker.underruns == 0)
    let whole = inSixteenBits(source.samples(0..<144_000))
    let captured = try server.captured(atLeast: whole.count)
    let first = captured.firstIndex { $0 != 0 } ?? 0
    // The first sample of the source may itself be 0 in 16 bits; it is not.
    #expect(parting(captured[first...].prefix(whole.count), whole) == nil)
  }

  @Test func `a server that dies and comes back is a device that went away`() throws {
    let server = try PulseServer()
    let source = TestSource(length: 480_000)
    let loudspeaker = try Loudspeaker(source.blocks, device: "pulse")
    let watcher = Watcher(loudspeaker)
    loudspeaker.play()
    try wait { loudspeaker.position >= 24_000 }
    server.die()
    let place = try watcher.wait { if case .deviceLost(let place) = $0 { place } else { nil } }
    #expect(place >= 24_000 && place < 60_000)
    let again = try PulseServer()
    try watcher.wait(for: .deviceBack(at: place))
    try watcher.wait(for: .resumed(at: place))
    loudspeaker.stop()
    loudspeaker.waitForEnd(seconds: 5)
    withExtendedLifetime(again) {}
  }
}

/// Samples as a 16-bit file holds them.
func inSixteenBits(_ samples: [Float], from frame: Int64 = 0) -> [Int16] {
  let quantizer = Quantizer(bits: 16)
  return samples.indices.map { place in
    Int16(
      truncatingIfNeeded: quantizer.value(
        samples[place], frame: frame + Int64(place / 2)))
  }
}
