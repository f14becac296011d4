/// The audible part of a signal.
enum Audible {
  /// What is quieter than this, relative to the signal's peak, counts as silence at its ends:
  /// 46 dB below, under a quiet room's own sound at speech level.
  static let threshold: Float = 0.005

  /// From the first audible sample to the last; nil if all is silence.
  static func range(of samples: [Float]) -> Range<Int>? {
    let peak = samples.reduce(0) { max($0, abs($1)) }
    // One step of 16 bits and less is no signal at all.
    guard peak > 1.5 / 32768 else { return nil }
    let floor = peak * threshold
    guard let first = samples.firstIndex(where: { abs($0) > floor }),
      let last = samples.lastIndex(where: { abs($0) > floor })
    else { return nil }
    return first..<(last + 1)
  }

  /// The end of the audible part of `range`, where `floor` is the level of silence.
  static func end(in samples: UnsafeBufferPointer<Float>, _ range: Range<Int>, floor: Float) -> Int
  {
    var end = range.upperBound
    while end > range.lowerBound, abs(samples[end - 1]) <= floor { end -= 1 }
    return end
  }
}
