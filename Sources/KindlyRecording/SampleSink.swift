/// Where finished samples go: a file format in the making. One thread at a time.
protocol SampleSink: AnyObject {
  /// How it takes samples.
  var form: SampleForm { get }
  /// Stores interleaved samples in its form, `frame` being the place of the first in the file.
  func write(_ samples: UnsafeRawPointer, frames: Int, at frame: Int64) throws(RecordingError)
  /// Stores so many silent frames.
  func writeSilence(frames: Int64, at frame: Int64) throws(RecordingError)
  /// Writes what comes after the last sample, and how loud the file came to where it has a place for it
  /// and somebody measured.
  func finish(loudness: TrackLoudness?) throws(RecordingError)
}

/// How a sink takes a sample.
enum SampleForm: Sendable, Hashable {
  /// 32-bit floating point.
  case float
  /// Whole numbers of 16 or 24 bits, little-endian and tightly packed, as a WAV file has them.
  case packed(bits: Int)
  /// Whole numbers of so many bits in the lower bits of 32, as libFLAC takes them.
  case low(bits: Int)

  /// Bytes of one sample.
  var bytes: Int {
    switch self {
    case .float, .low: 4
    case .packed(let bits): bits / 8
    }
  }
}
