import CEBUR128
public import Timeline

/// How loud a session is, by ITU-R BS.1770-4 and EBU R 128.
public struct Loudness: Sendable, Hashable {
  /// Integrated loudness in LUFS, gated; −∞ when nothing is above −70 LUFS.
  public var integrated: Double
  /// Loudest 400 ms in LUFS; −∞ for silence.
  public var momentary: Double
  /// Highest true peak of both channels in dBTP; −∞ for silence.
  public var truePeak: Double

  /// Makes a measurement.
  public init(integrated: Double, momentary: Double, truePeak: Double) {
    self.integrated = integrated
    self.momentary = momentary
    self.truePeak = truePeak
  }

  /// The same session, louder by so many decibels.
  public func raised(by decibels: Double) -> Loudness {
    Loudness(
      integrated: integrated + decibels, momentary: momentary + decibels,
      truePeak: truePeak + decibels)
  }
}

extension Loudness {
  /// Measures the first `length` frames of `source`; nil when memory is short.
  public static func measured(of length: Frames, from source: BlockSource) -> Loudness? {
    guard let meter = LoudnessMeter() else { return nil }
    let block = UnsafeMutablePointer<Float>.allocate(capacity: LoudnessMeter.step * 2)
    defer { block.deallocate() }
    var rest = length.count
    while rest > 0 {
      let frames = Int(min(rest, Int64(LoudnessMeter.step)))
      source(block, frames)
      meter.add(block, frames: frames)
      rest -= Int64(frames)
    }
    return meter.loudness
  }
}
