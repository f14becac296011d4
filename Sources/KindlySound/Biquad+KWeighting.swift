extension Biquad {
  /// The two filters of ITU-R BS.1770-4 for any sample rate from 8,000 Hz on.
  ///
  /// The recommendation gives coefficients for 48 kHz only. These are the analogue filters behind
  /// them, brought to `rate` by the bilinear transform, after B. De Man, "Evaluation of
  /// implementations of the EBU R128 loudness measurement" (AES 145, 2018).
  public static func kWeighting(rate: Int) -> (head: Biquad, lows: Biquad) {
    let high = warped(1_681.974_450_955_533, rate)
    let quality = 0.707_175_236_955_419_6
    let top = MathFunctions.amplitude(decibels: 3.999_843_853_973_347)
    let middle = MathFunctions.power(top, 0.499_666_774_154_541_6)
    let square = high * high
    let head = Biquad(
      b: (
        top + middle * high / quality + square, 2 * (square - top),
        top - middle * high / quality + square
      ),
      a: (1 + high / quality + square, 2 * (square - 1), 1 - high / quality + square))
    let low = warped(38.135_470_876_024_44, rate)
    let lowQuality = 0.500_327_037_323_877_3
    let lows = Biquad(
      b: (1, -2, 1),
      a: (
        1, 2 * (low * low - 1) / (1 + low / lowQuality + low * low),
        (1 - low / lowQuality + low * low) / (1 + low / lowQuality + low * low)
      ))
    return (head, lows)
  }

  /// tan(π · `hertz` / `rate`).
  private static func warped(_ hertz: Double, _ rate: Int) -> Double {
    let circle = MathFunctions.circle(turns: hertz / Double(rate) / 2)
    return circle.sine / circle.cosine
  }
}
