/// The sound of one strike, as it was recorded or rendered.
public struct BellRecording: Sendable {
  /// Samples of each channel, all of one length.
  public let channels: [[Float]]
  /// Frames a second.
  public let rate: Double

  /// Channels of equal length, `rate` frames a second.
  public init(channels: [[Float]], rate: Double) {
    self.channels = channels
    self.rate = rate
  }

  /// Length in frames.
  var count: Int { channels.first?.count ?? 0 }

  /// The frame at which the bell is struck: where the sound first reaches a hundredth of its peak.
  var strike: Int {
    let peak = channels.reduce(Float(0)) { max($0, $1.reduce(0) { max($0, abs($1)) }) }
    guard peak > 0 else { return 0 }
    let first = channels.map { channel in
      channel.firstIndex { abs($0) > peak / 100 } ?? channel.count
    }
    // A sound that is zero up to its first sample begins there, not where it is loud.
    let quiet = channels.map { channel in channel.firstIndex { $0 != 0 } ?? channel.count }
    let (loud, heard) = (first.min() ?? 0, quiet.min() ?? 0)
    return loud - heard < Int(0.02 * rate) ? max(0, heard - 1) : loud
  }
}
