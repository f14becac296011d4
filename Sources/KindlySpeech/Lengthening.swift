/// Makes a stretch of speech longer or shorter without a change of pitch: pieces of the sound are laid
/// over one another where they fit best (WSOLA, Verhelst and Roelands 1993).
enum Lengthening {
  /// Length of a piece, and how far a better place is looked for, in seconds.
  private static let piece = 0.04
  private static let search = 0.012

  /// The end of `samples` from `start`, `factor` times as long; the rest as it is. A factor between 0.5
  /// and 2. Stretches shorter than three pieces stay as they are.
  static func stretched(
    _ samples: [Float], from start: Int, by factor: Double, rate: Int
  ) -> [Float] {
    let length = Int(Double(rate) * piece) / 2 * 2
    let hop = length / 2
    let end = samples.count - start
    guard factor != 1, start >= 0, end >= 3 * length else { return samples }
    let reach = Int(Double(rate) * search)
    let window = (0..<length).map { index in
      // A triangle: halves of neighbours add up to one.
      Float(index < hop ? index : length - index) / Float(hop)
    }
    let wanted = Int(Double(end) * factor)
    var result = [Float](repeating: 0, count: wanted + length)
    var place = 0
    // The first piece begins as it was, so that nothing is heard where the stretch begins.
    for index in 0..<hop { result[index] = samples[start + index] * (1 - window[index]) }
    var source = start
    samples.withUnsafeBufferPointer { samples in
      let likeness = Likeness(samples, from: start - reach)
      while place + length <= result.count {
        for index in 0..<min(length, samples.count - source) {
          result[place + index] += window[index] * samples[source + index]
        }
        place += hop
        let next = start + Int(Double(place) / factor)
        guard next + reach < samples.count else { break }
        source = likeness.best(after: source + hop, near: next, reach: reach, count: hop)
      }
    }
    return Array(samples[..<start] + result.prefix(wanted))
  }

}

/// Where a sound goes on most like at another place.
private struct Likeness {
  private let samples: UnsafeBufferPointer<Float>
  /// The energy of all samples before each.
  private let energies: [Double]

  init(_ samples: UnsafeBufferPointer<Float>, from start: Int) {
    self.samples = samples
    var energies = [Double](repeating: 0, count: samples.count + 1)
    var sum = 0.0
    for place in max(0, start)..<samples.count {
      sum += Double(samples[place]) * Double(samples[place])
      energies[place + 1] = sum
    }
    self.energies = energies
  }

  /// The place near `next` where `count` samples are most like those after `natural`.
  func best(after natural: Int, near next: Int, reach: Int, count: Int) -> Int {
    guard natural + count <= samples.count else { return next }
    // Nothing is more like a sound than itself.
    if abs(natural - next) <= reach, energies[natural + count] > energies[natural] {
      return natural
    }
    var (found, most) = (next, -Double.infinity)
    for place in max(0, next - reach)...min(samples.count - count, next + reach) {
      let energy = max(0, energies[place + count] - energies[place]) + 1e-9
      let likeness = Double(product(natural, place, count)) / energy.squareRoot()
      if likeness > most { (found, most) = (place, likeness) }
    }
    return found
  }

  /// The inner product of `count` samples at two places, summed in a fixed order.
  private func product(_ left: Int, _ right: Int, _ count: Int) -> Float {
    let bytes = UnsafeRawBufferPointer(samples)
    let (left, right) = (left * 4, right * 4)
    var (even, odd) = (SIMD8<Float>.zero, SIMD8<Float>.zero)
    var place = 0
    while place + 16 <= count {
      let (first, second) = (place * 4, place * 4 + 32)
      even +=
        bytes.loadUnaligned(fromByteOffset: left + first, as: SIMD8<Float>.self)
        * bytes.loadUnaligned(fromByteOffset: right + first, as: SIMD8<Float>.self)
      odd +=
        bytes.loadUnaligned(fromByteOffset: left + second, as: SIMD8<Float>.self)
        * bytes.loadUnaligned(fromByteOffset: right + second, as: SIMD8<Float>.self)
      place += 16
    }
    var sum = (even + odd).sum()
    while place < count {
      sum += samples[left / 4 + place] * samples[right / 4 + place]
      place += 1
    }
    return sum
  }
}
