/// Where finished samples go: a file format in the making.
protocol SampleSink: AnyObject {
  /// Stores interleaved samples, `frame` being the place of the first in the file.
  func write(_ samples: UnsafePointer<Float>, frames: Int, at frame: Int64) throws(RecordingError)
  /// Stores so many silent frames.
  func writeSilence(frames: Int, at frame: Int64) throws(RecordingError)
  /// Writes what comes after the last sample.
  func finish() throws(RecordingError)
}
