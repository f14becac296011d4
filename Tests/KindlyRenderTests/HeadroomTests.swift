import KindlySound
import Testing

@testable import KindlyRender

@Suite struct HeadroomTests {
  private let bell = StruckBell(
    BellTable(
      Bell(
        name: "Test", pitch: 440, loudness: -18,
        partials: [
          Bell.Partial(ratio: 1, level: 0, decay: 10),
          Bell.Partial(ratio: 2.7, level: -6, decay: 5),
        ])), strength: 1)

  private func headroom(
    gain: Float = 1, voice: [Int64] = [], strikes: [Int64]
  ) -> Float {
    Headroom(
      gain: gain, voice: voice.map { $0..<$0 + 96_000 }, breath: [],
      bells: strikes.map { ($0..<$0 + bell.frames, bell) }
    ).bellsGain
  }

  @Test func `a bell alone, and words after it has become soft, take nothing away`() {
    #expect(headroom(strikes: [0]) == 1)
    #expect(headroom(voice: [480_000], strikes: [0]) == 1)
    #expect(headroom(voice: [0], strikes: []) == 1)
  }

  @Test func `bells that pile up give way by just enough`() {
    let strikes = (0..<40).map { Int64($0) * 4_800 }
    let gain = headroom(strikes: strikes)
    #expect(gain > 0 && gain < 1)
    let most = strikes.reduce(Float(0)) { $0 + bell.most(from: strikes[39] - $1) }
    #expect(gain * most <= 0.8913)
    #expect(gain * most > 0.85)
  }

  @Test func `under words bells have what is left between the two ceilings`() {
    let gain = headroom(voice: [100], strikes: [0])
    #expect(gain * bell.most(from: 100) <= 0.8913 - 0.7943 + 1e-3)
    // Half as loud, both have more room.
    #expect(headroom(gain: 0.5, voice: [100], strikes: [0]) > gain)
  }
}
