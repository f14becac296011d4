import Glibc
import KindlyLanguage
import KindlySound
import Testing

/// What every bell that comes with the program must keep to.
@Suite struct ShippedBellTests {
  @Test(arguments: ShippedBell.all)
  func `a shipped bell is read without a word`(shipped: ShippedBell) {
    let found = read(bell: shipped.source).diagnostics
    #expect(Report(on: shipped.source).drawing(of: found) == "")
  }

  @Test func `all kinds of bell are there`() {
    #expect(ShippedBell.all.count >= 12)
  }

  @Test(arguments: ShippedBell.all)
  func `a bell is as loud as its file says, and never too loud`(shipped: ShippedBell) {
    let bell = shipped.bell
    let sound = ring(bell)
    #expect(abs(momentaryLoudness(sound) - bell.loudness) <= 0.1)
    #expect(BellTable(bell).peakBound < 1)
  }

  @Test(arguments: ShippedBell.all)
  func `a bell begins and ends softly and rests where it began`(shipped: ShippedBell) {
    let bell = shipped.bell
    let (left, right) = ring(bell)
    for side in [left, right] {
      #expect(side[0] == 0)
      let steps = zip(side, side.dropFirst()).map { abs($1 - $0) }
      #expect((steps[..<48].max() ?? 1) <= (steps[48...].max() ?? 0))
      let mean = side.reduce(0.0) { $0 + Double($1) } / Double(side.count)
      #expect(20 * log10(abs(mean) + 1e-12) <= -120)
      let end = side.suffix(2400).map(abs).max() ?? 1
      #expect(20 * log10(Double(end) + 1e-12) <= -90)
      #expect(side.allSatisfy { !$0.isSubnormal && $0.isFinite })
      // From the fade on nothing is above −60 dBFS.
      #expect((side.suffix(144_000).map(abs).max() ?? 1) <= 0.001)
    }
  }

  @Test(arguments: ShippedBell.all)
  func `one loudspeaker is as good as two`(shipped: ShippedBell) {
    let bell = shipped.bell
    let (left, right) = ring(bell)
    var (sides, middle) = (0.0, 0.0)
    for (l, r) in zip(left, right) {
      sides += Double(l * l + r * r) / 2
      middle += Double((l + r) * (l + r)) / 4
    }
    #expect(10 * log10(middle / sides) >= -1)
  }

  @Test(arguments: ShippedBell.all)
  func `half the strength is half the fundamental and a darker sound`(shipped: ShippedBell) {
    let bell = shipped.bell
    // A glide depends on the strength; without it both sound the same frequencies.
    var still = bell
    still.glide = nil
    let (loud, soft) = (ring(still).left, ring(still, strength: 0.5).left)
    func level(_ sound: [Float], _ hertz: Double) -> Double {
      var (a, b) = (0.0, 0.0)
      for place in 0..<min(sound.count, 24_000) {
        let angle = 2 * Double.pi * hertz * Double(place) / 48_000
        let window = 0.5 - 0.5 * cos(2 * Double.pi * Double(place) / 24_000)
        a += window * Double(sound[place]) * cos(angle)
        b += window * Double(sound[place]) * sin(angle)
      }
      return 10 * log10(a * a + b * b)
    }
    let fundamental = bell.pitch * (bell.partials.first { $0.ratio == 1 }?.ratio ?? 1)
    #expect(abs(level(soft, fundamental) - level(loud, fundamental) + 6.02) <= 0.5)
    let high = bell.pitch * (bell.partials.last?.ratio ?? 1)
    #expect(level(soft, high) - level(loud, high) < -6.1)
  }
}

/// The loudest 400 ms in LUFS, measured as a meter does: K filters, then windows every 10 ms.
func momentaryLoudness(_ sound: (left: [Float], right: [Float])) -> Double {
  var sums = [Double](repeating: 0, count: sound.left.count / 480 + 41)
  for side in [sound.left, sound.right] {
    var (head, lows) = (Biquad.kWeighting.head, Biquad.kWeighting.lows)
    for (place, sample) in side.enumerated() {
      let weighted = lows.next(head.next(Double(sample)))
      sums[place / 480] += weighted * weighted
    }
  }
  var loudest = 0.0
  for start in 0..<sums.count - 40 {
    loudest = max(loudest, sums[start..<start + 40].reduce(0, +) / 19_200)
  }
  return -0.691 + 10 * log10(loudest)
}
