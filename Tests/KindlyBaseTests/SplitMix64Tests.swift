import KindlyBase
import Testing

@Suite struct SplitMix64Tests {
  // The first numbers of seed 1234567 as Vigna's splitmix64.c gives them.
  @Test func `numbers are those of the reference`() {
    var numbers = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<5).map { _ in numbers.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func `a counter and a row of numbers are the same`() {
    var numbers = SplitMix64(seed: 7)
    for place in 1...10 as ClosedRange<UInt64> {
      #expect(numbers.next() == SplitMix64.mix(7 &+ place &* SplitMix64.step))
    }
  }
}
