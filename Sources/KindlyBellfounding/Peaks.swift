import KindlySound

extension BellRecording {
  /// The frequencies at which the bell rings, in order, each with its power where it was found.
  ///
  /// Long windows tell close ones apart, short ones find what dies soon; a frequency that a longer
  /// window has found is not taken again.
  func peaks(from strike: Int) -> [(hertz: Double, power: Double)] {
    var found: [(hertz: Double, power: Double)] = []
    var loudest = 0.0
    for seconds in [8.0, 2, 0.5, 0.15] {
      let length = Int(seconds * rate)
      // The mallet's own sound is over after some 60 ms.
      let start = strike + Int(0.06 * rate)
      guard start + length / 2 < count else { continue }
      let spectrum = SpectrumAnalyzer(length: min(length, count - start))
        .spectrum(of: self, from: start)
      loudest = max(loudest, spectrum.power.max() ?? 0)
      let taken = found
      for bin in spectrum.summits(above: max(loudest * 1e-8, 1e-14)) {
        let hertz = spectrum.frequency(ofPeakAt: bin)
        guard hertz > 20,
          !taken.contains(where: { abs($0.hertz - hertz) < 1.5 * spectrum.resolution })
        else { continue }
        found.append((hertz, spectrum.power[bin]))
      }
    }
    return found.sorted { $0.hertz < $1.hertz }
  }
}

extension Spectrum {
  /// Bins that are the highest within half a main lobe and stand 14 dB above the median of twenty to
  /// either side.
  fileprivate func summits(above least: Double) -> [Int] {
    let foot = max(2, Int(resolution / step / 2))
    return (foot..<power.count - foot).filter { bin in
      guard power[bin] > least, power[bin] == power[bin - foot...bin + foot].max() else {
        return false
      }
      let around = power[max(0, bin - 20 * foot)..<min(power.count, bin + 20 * foot)].sorted()
      return power[bin] > 25 * around[around.count / 2]
    }
  }
}
