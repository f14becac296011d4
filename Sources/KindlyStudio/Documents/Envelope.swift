import Glibc
import Kindly
import KindlyBase
import KindlyRender

/// The shape of spoken words for the eye: how loud they are, twenty times a second.
enum Envelope {
  /// Values in a second.
  static let rate: Int64 = 20
  private static let part = Frames.rate / rate
  /// −57 dBFS, and 3 dB, as factors.
  private static let (bound, step): (Float, Float) = (0.001_412_5, 1.412_5)
  /// What a character of the shape stands for, from silence on, 3 dB each.
  private static let letters = Array("0123456789abcdefghij".utf8)

  /// The shape of the voice in a range of frames, a character for each twentieth of a second: `0` is
  /// below −57 dBFS, each further one 3 dB more.
  static func shape(of score: Score, in range: Range<Frames>) -> String {
    let count = max(0, range.upperBound.count - range.lowerBound.count)
    var renderer = Renderer(score, only: .voice)
    renderer.seek(to: range.lowerBound.count)
    var block = [Float](repeating: 0, count: Int(2 * part))
    var shape: [UInt8] = []
    for _ in 0..<Int((count + part - 1) / part) {
      let frames = block.withUnsafeMutableBufferPointer { room in
        room.baseAddress.map { renderer.renderHeld(into: $0, frames: Int(part)) } ?? 0
      }
      var peak: Float = 0
      for sample in block.prefix(2 * frames) { peak = max(peak, abs(sample)) }
      shape.append(letters[level(of: peak)])
    }
    return String(decoding: shape, as: UTF8.self)
  }

  /// The highest sample of each part of a shape, 0 to 1, within 3 dB.
  static func levels(of shape: String) -> [Float] {
    shape.utf8.map { letter in
      let level = letters.firstIndex(of: letter) ?? 0
      return level == 0 ? 0 : min(1, bound * pow(step, Float(level)))
    }
  }

  private static func level(of peak: Float) -> Int {
    var level = 0
    var bound = Self.bound
    while level < letters.count - 1, peak > bound {
      level += 1
      bound *= Self.step
    }
    return level
  }
}
