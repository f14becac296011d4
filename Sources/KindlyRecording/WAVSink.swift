/// Writes a WAV or RF64 file front to back; silence as a hole where the file can have one.
///
/// A hole reads as zeros, so the bytes are the same, and it takes neither time nor room on ext4, xfs,
/// btrfs and tmpfs.
final class WAVSink: SampleSink {
  let form: SampleForm

  private let file: WholeFile
  private let layout: WAVLayout
  private let frameBytes: Int

  init(file: WholeFile, layout: WAVLayout, encoding: Encoding) throws(RecordingError) {
    self.file = file
    self.layout = layout
    form = encoding.samples == .float32 ? .float : .packed(bits: encoding.samples.rawValue)
    frameBytes = encoding.channels * encoding.samples.bytes
    try file.write(layout.beginning)
  }

  func write(
    _ samples: UnsafeRawPointer, frames: Int, at frame: Int64
  ) throws(RecordingError) {
    try file.write(UnsafeRawBufferPointer(start: samples, count: frames * frameBytes))
  }

  func writeSilence(frames: Int64, at frame: Int64) throws(RecordingError) {
    try file.writeZeros(frames * Int64(frameBytes))
  }

  func finish(loudness: TrackLoudness?) throws(RecordingError) {
    try file.write(layout.end)
  }
}
