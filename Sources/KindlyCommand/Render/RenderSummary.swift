import KindlyLanguage
import KindlyRecording
import Kindly
import KindlyTimeline

/// What is said about a file that was written.
struct RenderSummary: Sendable {
  /// The file's name.
  var file: String
  /// Its length.
  var frames: Frames
  /// Its size.
  var bytes: Int64
  /// The part without words, 0 to 1.
  var silence: Double
  /// Its loudness in LUFS; −∞ where it was not measured or nothing sounds.
  var loudness: Double
  /// The loudness that was asked for.
  var level: Performance.Level

  /// The line a person reads.
  var line: String {
    var parts = [
      frames.clock, size(bytes), "\(Int((silence * 100).rounded())) % silence",
    ]
    if loudness.isFinite { parts.append("\(Self.tenths(loudness)) LUFS") }
    let name = file == "-" ? "standard output" : visible(file)
    return "\(name): " + parts.joined(separator: ", ") + (remark.map { "\n" + $0 } ?? "")
  }

  /// Said when the peaks stood in the way of the loudness that was asked for.
  private var remark: String? {
    guard case .integrated(let target) = level, loudness.isFinite, loudness < target - 0.05 else {
      return nil
    }
    return
      "It is \(Self.tenths(target - loudness)) LU quieter than asked: louder, its highest peak "
      + "would pass -1 dBTP and could crackle on some players."
  }

  /// The same for programs.
  var members: [(String, JSON)] {
    [
      ("file", .string(file)), ("frames", .int(frames.count)), ("bytes", .int(bytes)),
      ("silence", .number(silence)), ("loudness", .number(loudness)),
    ]
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((abs(value) * 10).rounded())
    return (value < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
  }
}
