/// The audible part of a signal.
enum Audible {
  /// What is quieter than this, relative to the signal's peak, counts as silence at its ends:
  /// 46 dB below, under a quiet room's own sound at speech level.
  static let threshold: Float = 0.005

  /// From the first audible sample to the last; nil if all is silence.
  static func range(of samples: [Float]) -> Range<Int>? {
    samples.withUnsafeBufferPointer { samples in
      let peak = peak(of: samples)
      // One step of 16 bits and less is no signal at all.
      guard peak > 1.5 / 32768 else { return nil }
      let floor = peak * threshold
      var start = 0
      while start < samples.count, abs(samples[start]) <= floor { start += 1 }
      guard start < samples.count else { return nil }
      return start..<end(in: samples, start..<samples.count, floor: floor)
    }
  }

  /// The largest magnitude of a sample; 0 for none.
  static func peak(of samples: UnsafeBufferPointer<Float>) -> Float {
    var most = SIMD8<Float>.zero
    let bytes = UnsafeRawBufferPointer(samples)
    let whole = samples.count / 8 * 8
    for place in stride(from: 0, to: whole, by: 8) {
      let eight = bytes.loadUnaligned(fromByteOffset: place * 4, as: SIMD8<Float>.self)
      let size = eight.replacing(with: -eight, where: eight .< 0)
      most = most.replacing(with: size, where: size .> most)
    }
    return samples[whole...].reduce(most.max()) { max($0, abs($1)) }
  }

  /// The end of the audible part of `range`, where `floor` is the level of silence.
  static func end(in samples: UnsafeBufferPointer<Float>, _ range: Range<Int>, floor: Float) -> Int
  {
    var end = range.upperBound
    while end > range.lowerBound, abs(samples[end - 1]) <= floor { end -= 1 }
    return end
  }
}
