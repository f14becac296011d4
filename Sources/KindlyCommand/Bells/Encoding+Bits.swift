// In a file of its own: `SampleFormat` is also a name of the loudspeaker's.
import KindlyRecording

extension Encoding {
  /// A 48 kHz stereo file of a format with so many bits, 16, 24 or 32; nil for others.
  init?(format: FileFormat, bits: Int) {
    guard let samples = SampleFormat(rawValue: bits) else { return nil }
    self.init(format: format, samples: samples)
  }
}
