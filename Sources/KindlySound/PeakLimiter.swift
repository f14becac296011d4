/// Holds peaks of a mono signal below a ceiling: the gain goes down before each peak and up after it,
/// 3 ms to either side, and is exactly 1 elsewhere.
struct PeakLimiter {
  /// The highest true peak, linear.
  let ceiling: Double
  /// Samples to either side of a peak.
  private let reach: Int

  /// A little below the ceiling, because the moving gain makes new peaks between samples, and so does the
  /// way from the engine's rate to 48 kHz.
  private static let margin = 0.96

  /// No sample leaves above `ceiling`, a fraction of full scale; it looks 3 ms ahead at `rate` frames a second.
  init(ceiling: Double, rate: Int) {
    self.ceiling = ceiling
    reach = max(1, rate * 3 / 1000)
  }

  /// Holds down the peaks of a whole signal.
  func apply(to samples: inout [Float]) {
    guard let gains = gains(for: [samples]) else { return }
    for place in samples.indices { samples[place] *= gains[place] }
  }

  /// The factor of each sample that holds down the peaks of signals of one length; nil where all is 1.
  ///
  /// The gain is the mean of the lowest gains needed around each sample. Of those that are averaged
  /// for a peak each one is at most what the peak needs, so their mean is too.
  func gains(for signals: [[Float]]) -> [Float]? {
    let level = Float(ceiling * Self.margin)
    let count = signals.first?.count ?? 0
    var needed = [Float](repeating: 1, count: count)
    var isQuiet = true
    for signal in signals {
      TruePeak.shared.visit(signal, above: { level }) { place, peak in
        isQuiet = false
        let gain = level / peak
        for near in max(0, place - reach)...min(count - 1, place + 1 + reach) {
          needed[near] = min(needed[near], gain)
        }
      }
    }
    if isQuiet { return nil }
    let width = Double(2 * reach + 1)
    // Beyond the ends it goes on as it is there.
    func need(_ place: Int) -> Double { Double(needed[min(max(0, place), count - 1)]) }
    var sum = (-reach...reach).reduce(0) { $0 + need($1) }
    return needed.indices.map { place in
      defer { sum += need(place + reach + 1) - need(place - reach) }
      return Float(sum / width)
    }
  }
}
