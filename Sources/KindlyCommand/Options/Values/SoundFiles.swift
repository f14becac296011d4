import ArgumentParser
import Kindly
import KindlyBase
import KindlyMessages
import KindlyRecording

/// How samples are stored: `--bits 24`.
struct SampleBits: OptionValue {
  /// The kind of samples.
  let samples: SampleFormat

  /// 16 bits, as on a CD.
  static let usual = SampleBits(samples: .int16)

  private init(samples: SampleFormat) { self.samples = samples }

  init?(argument: String) {
    switch argument.lowercased() {
    case "16": samples = .int16
    case "24": samples = .int24
    case "32", "float": samples = .float32
    default: return nil
    }
  }

  static let possible = Message.oneOf("16, 24, float")

  var shown: String { "16" }
}

/// How good a compressed file is: `--quality 7`.
struct Quality: OptionValue {
  /// 0 (smallest) to 10 (best).
  let value: Double

  /// Half way.
  static let usual = Quality(value: 5)

  private init(value: Double) { self.value = value }

  init?(argument: String) {
    guard let value = Double(argument), (0...10).contains(value) else { return nil }
    self.value = value
  }

  static let possible = Message.aQuality

  var shown: String { "5" }
}

/// Frames a second: `--rate 44100`. Which of them a format has is told by the format.
struct FrameRate: OptionValue {
  /// 8000 to 192000.
  let value: Int

  /// The rate that everything is made at.
  static let usual = FrameRate(value: Int(Frames.rate))

  private init(value: Int) { self.value = value }

  init?(argument: String) {
    guard let value = Int(argument), (8_000...192_000).contains(value) else { return nil }
    self.value = value
  }

  static let possible = Message.aSampleRate

  var shown: String { "\(value)" }
}

/// How loud the whole is made: `--loudness -16`.
struct TargetLoudness: OptionValue {
  /// How loud the session is made.
  let level: Performance.Level
  let shown: String

  /// As loud as other spoken recordings.
  static let usual = TargetLoudness(level: .usual, shown: "-18")

  private init(level: Performance.Level, shown: String) {
    self.level = level
    self.shown = shown
  }

  init?(argument: String) {
    shown = argument
    if argument.lowercased() == "off" {
      level = .asWritten
      return
    }
    guard let target = Double(argument), (-70...0).contains(target) else { return nil }
    level = .voice(target)
  }

  static let possible = Message.aLoudness
}

/// The words beside a sound file: `--captions vtt,txt`.
struct CaptionChoice: OptionValue {
  /// The kinds, each once, in the order asked for.
  let formats: [CaptionFormat]

  init?(argument: String) {
    var formats: [CaptionFormat] = []
    for name in OptionText.list(argument) {
      guard let format = CaptionFormat(rawValue: name.lowercased()) else { return nil }
      if !formats.contains(format) { formats.append(format) }
    }
    guard !formats.isEmpty else { return nil }
    self.formats = formats
  }

  static let possible = Message.someWithCommas
}

/// The ending of sound files, which chooses their format: `--format opus`.
struct FileEnding: OptionValue {
  /// Without its dot.
  let text: String

  /// Opus: the smallest files for words.
  static let usual = FileEnding(text: "opus")

  private init(text: String) { self.text = text }

  init?(argument: String) {
    let text = argument.lowercased()
    guard text == Self.page || FileFormat.allCases.contains(where: { $0.endings.contains(text) })
    else { return nil }
    self.text = text
  }

  static var possible: Message {
    .oneOf((FileFormat.allCases.map { $0.endings[0] } + [page]).joined(separator: ", "))
  }

  /// The ending of a page with the sound inside.
  static let page = "html"

  var shown: String { text }
}

/// A date for tags: `--date 2026-05-01`.
struct TagDate: OptionValue {
  /// A year, a month or a day, as ISO 8601 writes them.
  let text: String

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.map { $0.allSatisfy(\.isNumber) ? Int($0) : nil }
    let ranges = [1...9999, 1...12, 1...31]
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      zip(numbers, ranges).allSatisfy({ number, range in number.map(range.contains) ?? false })
    else { return nil }
    text = argument
  }

  static let possible = Message.aDate
}
