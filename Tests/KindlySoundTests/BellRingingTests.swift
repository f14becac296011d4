import Glibc
@testable import KindlySound
import Testing

/// A strike in Float64 by `exp` and `sin` of libm: what a ringing bell is compared with.
func closedForm(_ strike: TestStrike, table: BellTable, strength: Double, frame: Int64) -> (
  Double, Double
) {
  let age = Double(frame - strike.frame)
  guard age >= 0, age < Double(strike.struck.frames) else { return (0, 0) }
  let bend = strike.struck.sound.glide.bend(at: Int64(age))
  var (left, right) = (0.0, 0.0)
  for one in table.oscillations {
    let gain = strength * table.bell.brightness(at: one.hertz, strength: strength)
    let turns = (one.hertz / 48_000 * (age + bend)).truncatingRemainder(dividingBy: 1)
    let size = gain * exp(-one.decay * age / 48_000)
    let wave =
      size
      * (one.amplitude.real * cos(2 * .pi * turns) - one.amplitude.imaginary * sin(2 * .pi * turns))
    left += wave * one.left
    right += wave * one.right
  }
  let fade = Ramp(from: 1, to: 0, frames: 144_000)
  let ramp = Double(fade.gain(at: Int64(age) - (strike.struck.frames - 144_000)))
  return (left * ramp, right * ramp)
}

@Suite struct BellRingingTests {
  @Test(arguments: [TestBells.bowl, TestBells.long, TestBells.gong])
  func `a strike is the closed form to −115 dBFS, to its very end`(bell: Bell) {
    let table = BellTable(bell)
    for (strength, start) in [(1.0, 1000), (0.3, 64)] as [(Double, Int64)] {
      let strike = TestStrike(bell, strength: strength, at: start)
      let length = strike.struck.frames
      #expect(length > (bell == TestBells.long && strength == 1 ? 90 : 25) * 48_000)
      let sound = ring([strike], blocks: 0..<(start + length) / 64 + 2)
      var worst = 0.0
      // All of the first second, then every 197th frame.
      var frame: Int64 = 0
      while frame < Int64(sound.count / 2) {
        let (left, right) = closedForm(strike, table: table, strength: strength, frame: frame)
        worst = max(
          worst, abs(left - Double(sound[2 * Int(frame)])),
          abs(right - Double(sound[2 * Int(frame) + 1])))
        frame += frame < 48_000 ? 1 : 197
      }
      #expect(20 * log10(worst) <= -115, "\(bell.name) \(strength)")
    }
  }

  @Test(arguments: [TestBells.bowl, TestBells.gong])
  func `any order of blocks and any start give the same samples`(bell: Bell) {
    let strike = TestStrike(bell, at: 5003)
    let last = (strike.frame + strike.struck.frames) / 64 + 1
    let whole = ring([strike], blocks: 0..<last)
    let backward = ring([strike], blocks: (0..<last).reversed().filter { $0 % 19 == 0 })
    for (place, index) in (0..<last).reversed().filter({ $0 % 19 == 0 }).enumerated() {
      let block = Array(whole[Int(index) * 128..<Int(index + 1) * 128])
      #expect(
        parting(block, Array(backward[place * 128..<(place + 1) * 128])) == nil, "block \(index)")
    }
    for start in [1, 79, 80, 255, 256, 257, 334, 335, 336, 20_000, 24_001, last - 700] as [Int64] {
      let part = ring([strike], blocks: start..<start + 700)
      let same = Array(whole[Int(start) * 128..<Int(start + 700) * 128])
      #expect(parting(same, part) == nil, "from block \(start)")
    }
    let twice = ring([strike], blocks: [100, 100, 101, 101])
    #expect(parting(Array(twice[0..<128]), Array(twice[128..<256])) == nil)
    #expect(parting(Array(twice[256..<384]), Array(whole[101 * 128..<102 * 128])) == nil)
  }

  @Test func `a strike begins on its frame, wherever in a block it lies`() {
    for offset in 0..<64 as Range<Int64> {
      let sound = ring([TestStrike(TestBells.bowl, at: 640 + offset)], blocks: 0..<30)
      let before = sound[..<Int(2 * (640 + offset) + 2)]
      #expect(before.allSatisfy { $0 == 0 })
      #expect(sound[Int(2 * (640 + offset) + 2)] != 0)
    }
  }

  @Test func `two strikes together are the sum of each alone`() {
    let first = TestStrike(TestBells.bowl, at: 100)
    let second = TestStrike(TestBells.gong, strength: 0.4, at: 30_001)
    let both = ring([first, second], blocks: 0..<3000)
    let one = ring([first], blocks: 0..<3000)
    let two = ring([second], blocks: 0..<3000)
    #expect(parting(both, zip(one, two).map { $0 + $1 }) == nil)
  }

  @Test func `a hand on the bell takes 60 dB in 0.35 s and does not click`() {
    let strike = TestStrike(TestBells.bowl)
    let open = ring([strike], blocks: 0..<1500)
    let muted = ring([strike], blocks: 0..<1500, muted: 30_000)
    #expect(parting(Array(open[..<60_000]), Array(muted[..<60_000])) == nil)
    func level(_ sound: [Float], _ frames: Range<Int>) -> Double {
      10 * log10(frames.reduce(0.0) { $0 + Double(sound[2 * $1]) * Double(sound[2 * $1]) })
    }
    // From 0.05 s to 0.30 s after the hand: 0.25 s of 0.35 s for 60 dB.
    let fall =
      level(muted, 32_400..<32_800) - level(open, 32_400..<32_800)
      - (level(muted, 44_400..<44_800) - level(open, 44_400..<44_800))
    #expect(abs(fall / (60 * 0.25 / 0.35) - 1) < 0.05)
    #expect(muted[139_200...].allSatisfy { $0 == 0 })
    func kink(_ sound: [Float], _ frames: Range<Int>) -> Float {
      frames.map {
        abs(sound[2 * $0 + 4] - 3 * sound[2 * $0 + 2] + 3 * sound[2 * $0] - sound[2 * $0 - 2])
      }
      .max() ?? 0
    }
    #expect(kink(muted, 29_900..<30_500) <= kink(open, 28_000..<29_900) * 1.05)
  }

  @Test func `a strike of no strength is silent and takes no time`() {
    let strike = TestStrike(TestBells.bowl, strength: 0)
    #expect(strike.struck.frames == 0)
    #expect(ring([strike], blocks: 0..<10).allSatisfy { $0 == 0 })
  }
}
