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
    #expect(gain * bell.most(from: 100) <= 0.8913 - 0.7079 + 1e-3)
    // Half as loud, both have more room.
    #expect(headroom(gain: 0.5, voice: [100], strikes: [0]) > gain)
  }

  private func beneath(_ peak: Float, dip: Float = 0.5) -> Headroom.Beneath {
    Headroom.Beneath(range: 0..<1_000_000, peak: peak, peakUnderWords: peak * dip)
  }

  @Test func `a background takes nothing from bells, and nothing is taken from it, where all fits`()
  {
    let fits = Headroom(
      gain: 1, voice: [480_000..<500_000], breath: [], bells: [(0..<bell.frames, bell)],
      beneath: [beneath(0.1)])
    #expect(fits.bellsGain == 1 && fits.backgroundGain == 1)
  }

  @Test(arguments: [0.2, 0.5, 1, 4] as [Float])
  func `words, bells and a background together stay below the ceiling`(peak: Float) {
    let strikes: [Int64] = [0, 90_000]
    let voice = [Int64(100)..<96_100]
    let bells = strikes.map { ($0..<$0 + bell.frames, bell) }
    let headroom = Headroom(
      gain: 1, voice: voice, breath: [], bells: bells, beneath: [beneath(peak)])
    let alone = Headroom(gain: 1, voice: voice, breath: [], bells: bells)
    for frame in [0, 100, 90_000, 96_100] as [Int64] {
      let words: Float = voice[0].contains(frame) ? 0.7079 : 0
      let rung = strikes.filter { $0 <= frame }.reduce(Float(0)) {
        $0 + bell.most(from: frame - $1)
      }
      let lain = words > 0 ? peak * 0.5 : peak
      let sum = words + rung * headroom.bellsGain + lain * headroom.backgroundGain
      #expect(sum <= 0.8914, "\(frame)")
    }
    // Bells have at least half of what words leave.
    #expect(headroom.bellsGain >= alone.bellsGain * 0.499)
    #expect(headroom.backgroundGain > 0)
  }

  @Test func `a background alone comes back after the words no higher than the ceiling`() {
    let loud = Headroom(
      gain: 1, voice: [0..<96_000], breath: [], bells: [], beneath: [beneath(2, dip: 0.05)])
    #expect(loud.backgroundGain <= 0.8914 / 2)
    #expect(loud.backgroundGain > 0.44)
  }
}
