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
    while place + length <= result.count {
      for index in 0..<length where source + index < samples.count {
        result[place + index] += window[index] * samples[source + index]
      }
      place += hop
      let next = start + Int(Double(place) / factor)
      guard next + reach < samples.count else { break }
      source = best(
        after: source + hop, near: next, reach: reach, count: hop, in: samples)
    }
    return Array(samples[..<start] + result.prefix(wanted))
  }

  /// The place near `next` where the sound goes on most like after `natural`.
  private static func best(
    after natural: Int, near next: Int, reach: Int, count: Int, in samples: [Float]
  ) -> Int {
    guard natural + count <= samples.count else { return next }
    var (found, most) = (next, -Float.infinity)
    for place in max(0, next - reach)...min(samples.count - count, next + reach) {
      var (product, energy): (Float, Float) = (0, 1e-9)
      for index in 0..<count {
        product += samples[natural + index] * samples[place + index]
        energy += samples[place + index] * samples[place + index]
      }
      let likeness = product / energy.squareRoot()
      if likeness > most { (found, most) = (place, likeness) }
    }
    return found
  }
}
