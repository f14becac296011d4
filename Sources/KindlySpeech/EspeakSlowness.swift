/// Speech slower than espeak-ng's slowest.
///
/// Below 84 words per minute of its own count espeak-ng changes nothing. Longer vowels go further: a
/// variant's `stressAdd` adds to the lengths of vowels, by degrees of stress.
enum EspeakSlowness {
  /// The slowest figure that still makes a difference, measured on espeak-ng 1.51.
  static let slowest = 84.0
  /// Beyond this it is no longer speech.
  private static let most = 1.4

  /// A variant that takes `slowest / rate` times as long; nil if `rate` is fast enough.
  ///
  /// Measured on twelve sentences in three voices: what is added to every length makes speech longer
  /// by a 325th of it, less where a variant is slow by itself.
  static func variant(_ text: String, at rate: Double) -> String? {
    guard rate < slowest - 0.5 else { return nil }
    var lines = text.split(separator: "\n").map(String.init)
    let place = lines.firstIndex { $0.hasPrefix("stressAdd ") }
    let own = place.map { lines[$0].split(separator: " ").dropFirst().compactMap { Int($0) } } ?? []
    let lengths = (0..<8).map { $0 < own.count ? own[$0] : 0 }
    let mean = Double(lengths.reduce(0, +)) / 8
    let longer = min(most, slowest / rate) - 1
    let added = Int((longer * (325 + 1.7 * mean)).rounded())
    let line = "stressAdd " + lengths.map { String($0 + added) }.joined(separator: " ")
    if let place { lines[place] = line } else { lines.append(line) }
    if !lines.contains("language variant") { lines.insert("language variant", at: 0) }
    return lines.joined(separator: "\n") + "\n"
  }
}
