/// How loud a file came to, for players that bring files to one loudness.
public struct TrackLoudness: Sendable, Hashable {
  /// Integrated loudness in LUFS (ITU-R BS.1770); −∞ when nothing sounds.
  public var integrated: Double
  /// The largest sample, 1 being full scale.
  public var peak: Double

  /// A measurement.
  public init(integrated: Double, peak: Double) {
    self.integrated = integrated
    self.peak = peak
  }

  /// The quietest that a tag has room for: what the place for it is made for.
  static let widest = TrackLoudness(integrated: 81.99, peak: 1.000001)

  /// ReplayGain 2.0: the gain to −18 LUFS in decibels, and the peak.
  var replayGain: [(String, String)] {
    guard integrated.isFinite else { return [] }
    return [
      ("REPLAYGAIN_TRACK_GAIN", Self.decimal(-18 - integrated, digits: 2) + " dB"),
      ("REPLAYGAIN_TRACK_PEAK", Self.decimal(peak, digits: 6)),
    ]
  }

  /// For Ogg Opus: the gain to −23 LUFS in 1/256 dB (RFC 7845, section 5.2.1).
  var opusGain: [(String, String)] {
    guard integrated.isFinite else { return [] }
    let steps = ((-23 - integrated) * 256).rounded()
    return [("R128_TRACK_GAIN", "\(Int(max(-32_768, min(32_767, steps))))")]
  }

  private static func decimal(_ value: Double, digits: Int) -> String {
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let steps = Int((abs(value) * Double(scale)).rounded())
    let rest = String(steps % scale)
    return (value < 0 && steps > 0 ? "-" : "") + "\(steps / scale)."
      + String(repeating: "0", count: digits - rest.count) + rest
  }
}
