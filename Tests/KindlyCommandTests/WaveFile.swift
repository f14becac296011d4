import Foundation

/// A 16-bit stereo WAV file as the tests look at it.
struct WaveFile {
  /// Interleaved samples.
  let samples: [Int16]

  /// Frames of the file.
  var frames: Int { samples.count / 2 }

  init?(_ path: String) {
    guard let bytes = FileManager.default.contents(atPath: path),
      let data = bytes.range(of: Data("data".utf8))
    else { return nil }
    let size = bytes[data.upperBound..<data.upperBound + 4].reversed().reduce(0) {
      $0 << 8 | Int($1)
    }
    self.init(bytes[data.upperBound + 4..<data.upperBound + 4 + size])
  }

  /// Raw little-endian samples.
  init(_ bytes: Data) {
    samples = bytes.withUnsafeBytes { Array($0.bindMemory(to: Int16.self)) }
  }

  /// Whether a frame can be heard: above −80 dBFS, which is over the dither.
  func isAudible(_ frame: Int) -> Bool {
    abs(Int32(samples[2 * frame])) > 3 || abs(Int32(samples[2 * frame + 1])) > 3
  }

  /// The first frame that is not digital silence.
  var firstSound: Int? { samples.firstIndex { $0 != 0 }.map { $0 / 2 } }
}
