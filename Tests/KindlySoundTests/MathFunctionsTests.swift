import Glibc
import KindlySound
import Testing

@Suite struct ElementaryTests {
  /// The difference in units of the last place of `right`.
  func ulps(_ left: Double, _ right: Double) -> Double { abs(left - right) / right.ulp }

  @Test func `the exponential is that of libm to the last place`() {
    var worst = 0.0
    for step in -70_000...70_000 {
      let x = Double(step) * 0.010_013
      worst = max(worst, ulps(MathFunctions.exp(x), exp(x)))
    }
    #expect(worst <= 1.5)
    #expect(MathFunctions.exp(0) == 1)
    #expect(MathFunctions.exp(-800) == 0)
    #expect(MathFunctions.exp(709.5).isFinite)
  }

  @Test func `the logarithm is that of libm to the last place`() {
    var worst = 0.0
    for step in 1...200_000 {
      let small = Double(step) * 0.000_113
      worst = max(worst, ulps(MathFunctions.log(small), log(small)))
      let large = exp(Double(step) * 0.003 - 300)
      worst = max(worst, ulps(MathFunctions.log(large), log(large)))
    }
    #expect(worst <= 1.5)
    #expect(MathFunctions.log(1) == 0)
    #expect(MathFunctions.log(0) == -708)
  }

  @Test func `cosine and sine of turns stay within one part in 10 to the 15th`() {
    var worst = 0.0
    for step in -100_000...100_000 {
      let turns = Double(step) / 65_536 * 1.000_001_3
      let circle = MathFunctions.circle(turns: turns)
      // libm's argument 2πt is itself rounded; compare where that is harmless.
      let angle = 2 * Double.pi * (turns - turns.rounded())
      worst = max(worst, abs(circle.cosine - cos(angle)), abs(circle.sine - sin(angle)))
    }
    #expect(worst <= 1e-15)
    #expect(MathFunctions.circle(turns: 0.25) == (0, 1))
    #expect(MathFunctions.circle(turns: 1e9 + 0.5) == (-1, 0))
  }

  @Test func `decibels and amplitudes are inverse`() {
    for level in stride(from: -180.0, through: 20, by: 0.37) {
      let back = MathFunctions.decibels(amplitude: MathFunctions.amplitude(decibels: level))
      #expect(abs(back - level) < 1e-12)
    }
    #expect(abs(MathFunctions.power(2, 0.5) - 2.0.squareRoot()) < 1e-15)
  }
}
