/// MathFunctions functions of Float64 from plain arithmetic.
///
/// This module imports nothing, so it has no `libm`; and it wants none: a sine that is the same on
/// every machine makes the whole sound the same on every machine. Only `+ − × ÷`, the square root
/// (exact by IEEE 754) and bit patterns are used, so every function may run on the audio thread.
/// Errors are below 1.5 units in the last place (`ElementaryTests` compares with `libm`).
public enum MathFunctions {
  /// log 2, whose low bits are zero so that multiples up to 2¹⁹ are exact.
  private static var ln2High: Double { 0x1.62e42fee00000p-1 }
  /// What `ln2High` lacks.
  private static var ln2Low: Double { 0x1.a39ef35793c76p-33 }

  /// The nearest whole number, halves to even, for magnitudes below 2⁵¹.
  ///
  /// At 1.5·2⁵² the spacing of Float64 is 1; `rounded()` is a call into C for plain x86-64.
  @_noLocks
  public static func nearest(_ x: Double) -> Double {
    (x + 0x1.8p52) - 0x1.8p52
  }

  /// e to the power `x`: 0 below −708, the largest finite value above 709.
  @_noLocks
  public static func exp(_ x: Double) -> Double {
    if x < -708 { return 0 }
    if x > 709 { return .greatestFiniteMagnitude }
    let power = nearest(x * 0x1.71547652b82fep0)
    let rest = (x - power * ln2High) - power * ln2Low
    // Taylor series; at |rest| ≤ 0.347 the first term left out is 4·10⁻¹⁸.
    var sum = 1.0 / 6_227_020_800
    sum = sum * rest + 1.0 / 479_001_600
    sum = sum * rest + 1.0 / 39_916_800
    sum = sum * rest + 1.0 / 3_628_800
    sum = sum * rest + 1.0 / 362_880
    sum = sum * rest + 1.0 / 40_320
    sum = sum * rest + 1.0 / 5_040
    sum = sum * rest + 1.0 / 720
    sum = sum * rest + 1.0 / 120
    sum = sum * rest + 1.0 / 24
    sum = sum * rest + 1.0 / 6
    sum = sum * rest + 0.5
    let mantissa = 1 + (rest + rest * rest * sum)
    // Two factors, as 2¹⁰²⁴ is no Float64 though 2¹⁰²⁴ × 0.7 is one.
    let half = Int64(power) / 2
    return mantissa * powerOfTwo(half) * powerOfTwo(Int64(power) - half)
  }

  /// The natural logarithm of a positive, normal `x`; anything else gives −708.
  @_noLocks
  public static func log(_ x: Double) -> Double {
    guard x >= Double.leastNormalMagnitude else { return -708 }
    var power = Int64(x.bitPattern >> 52) - 1023
    var mantissa = Double(bitPattern: (x.bitPattern & 0x000f_ffff_ffff_ffff) | 0x3ff0 << 48)
    if mantissa > 1.414_213_562_373_095_1 {
      mantissa *= 0.5
      power += 1
    }
    let above = mantissa - 1
    // log(1+f) = f − s·(f − R), s = f/(2+f), R = 2(s²/3 + s⁴/5 + …); |s| ≤ 0.172.
    let s = above / (2 + above)
    let square = s * s
    var sum = 1.0 / 23
    sum = sum * square + 1.0 / 21
    sum = sum * square + 1.0 / 19
    sum = sum * square + 1.0 / 17
    sum = sum * square + 1.0 / 15
    sum = sum * square + 1.0 / 13
    sum = sum * square + 1.0 / 11
    sum = sum * square + 1.0 / 9
    sum = sum * square + 1.0 / 7
    sum = sum * square + 1.0 / 5
    sum = sum * square + 1.0 / 3
    let series = 2 * square * sum
    let whole = Double(power)
    return whole * ln2High - ((s * (above - series) - whole * ln2Low) - above)
  }

  /// `base` to the power `exponent`, for a positive base.
  @_noLocks
  public static func power(_ base: Double, _ exponent: Double) -> Double {
    exp(exponent * log(base))
  }

  /// The amplitude factor of `decibels`.
  @_noLocks
  public static func amplitude(decibels: Double) -> Double {
    exp(decibels * 0.115_129_254_649_702_28)
  }

  /// 20 log₁₀ of an amplitude; about −6,150 for none.
  @_noLocks
  public static func decibels(amplitude: Double) -> Double {
    log(amplitude) * 8.685_889_638_065_037
  }

  /// Cosine and sine of an angle in turns (1 is the whole circle), for magnitudes below 2⁵¹.
  ///
  /// Turns are reduced without error, so a phase of hours is as exact as its own last bit.
  @_noLocks
  public static func circle(turns: Double) -> (cosine: Double, sine: Double) {
    let fraction = turns - nearest(turns)
    let quarter = nearest(fraction * 4)
    let angle = (fraction - quarter * 0.25) * 6.283_185_307_179_586
    let square = angle * angle
    var sine = 1.0 / 355_687_428_096_000
    sine = sine * square - 1.0 / 1_307_674_368_000
    sine = sine * square + 1.0 / 6_227_020_800
    sine = sine * square - 1.0 / 39_916_800
    sine = sine * square + 1.0 / 362_880
    sine = sine * square - 1.0 / 5_040
    sine = sine * square + 1.0 / 120
    sine = sine * square - 1.0 / 6
    sine = angle + angle * (square * sine)
    var cosine = -1.0 / 6_402_373_705_728_000
    cosine = cosine * square + 1.0 / 20_922_789_888_000
    cosine = cosine * square - 1.0 / 87_178_291_200
    cosine = cosine * square + 1.0 / 479_001_600
    cosine = cosine * square - 1.0 / 3_628_800
    cosine = cosine * square + 1.0 / 40_320
    cosine = cosine * square - 1.0 / 720
    cosine = cosine * square + 1.0 / 24
    cosine = 1 - (0.5 * square - square * (square * cosine))
    switch Int64(quarter) & 3 {
    case 0: return (cosine, sine)
    case 1: return (-sine, cosine)
    case 2: return (-cosine, -sine)
    default: return (sine, -cosine)
    }
  }

  /// 2 to a whole power from −1022 to 1023.
  @_noLocks
  private static func powerOfTwo(_ exponent: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: exponent + 1023) << 52)
  }
}
