import KindlyLanguage
import KindlyRecording
import KindlySound
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
  /// Its integrated loudness in LUFS; −∞ where nothing sounds.
  var loudness: Double
  /// The loudness that was asked for.
  var level: Performance.Level
  /// The factor by which bells had to be softer than their files say.
  var bellsGain: Float
  /// The factor by which backgrounds had to be softer than was asked for.
  var backgroundGain: Float

  /// The line a person reads.
  var line: String {
    var parts = [
      frames.clock, size(bytes), "\(Int((silence * 100).rounded())) % silence",
    ]
    if loudness.isFinite { parts.append("\(Self.tenths(loudness)) LUFS") }
    let name = file == "-" ? "standard output" : visible(file)
    return (["\(name): " + parts.joined(separator: ", ")] + remarks).joined(separator: "\n")
  }

  /// What had to be softer than it was asked for, so that no peak passes −1 dBTP.
  private var remarks: [String] {
    var remarks: [String] = []
    if case .voice(let asked) = level, let speech = level.speech, speech < asked {
      remarks.append(
        "Speech is at \(Self.tenths(speech)) LUFS, not \(Self.tenths(asked)): louder, it would be "
          + "distorted.")
    }
    if bellsGain < 0.995 {
      remarks.append(
        "Bells are \(Self.tenths(bellsTrim)) dB softer than usual: with all that sounds together here, "
          + "peaks would pass -1 dBTP.")
    }
    if backgroundGain < 0.995 {
      remarks.append(
        "The background is \(Self.tenths(backgroundTrim)) dB softer than asked for: with all that sounds "
          + "together here, peaks would pass -1 dBTP.")
    }
    return remarks
  }

  /// The same in decibels, 0 or more.
  private var bellsTrim: Double { -MathFunctions.decibels(amplitude: Double(bellsGain)) }

  private var backgroundTrim: Double {
    -MathFunctions.decibels(amplitude: Double(backgroundGain))
  }

  /// The same for programs.
  var members: [(String, JSON)] {
    [
      ("file", .string(file)), ("frames", .int(frames.count)), ("bytes", .int(bytes)),
      ("silence", .number(silence)), ("loudness", .number(loudness)),
      ("speech", level.speech.map(JSON.number) ?? .null),
      ("bells", .number(bellsGain < 1 ? -bellsTrim : 0)),
      ("background", .number(backgroundGain < 1 ? -backgroundTrim : 0)),
    ]
  }

  /// A number with one decimal place.
  static func tenths(_ value: Double) -> String {
    let tenths = Int((abs(value) * 10).rounded())
    return (value < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
  }
}
