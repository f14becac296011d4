import ArgumentParser
import KindlyLanguage
import KindlyRecording
import Kindly

/// How a session is stored, the same for one file and for many.
struct RecordingOptions: ParsableArguments {
  @Option(help: "Frames a second, such as 48000 or 44100.")
  var rate = 48_000

  @Flag(help: "One channel instead of two.")
  var mono = false

  @Option(help: "16, 24 or float, for WAV and FLAC.")
  var bits = "16"

  @Option(help: "0 (smallest) to 10 (best), for Opus, Vorbis and MP3.")
  var quality = 5.0

  @Option(
    parsing: .unconditional,
    help: "How loud the whole is made, in LUFS, or 'off' to leave it as it is.")
  var loudness = "-18"

  @Option(help: "Words beside the sound: vtt, srt, lrc, txt; several with commas.")
  var captions: String?

  @Flag(help: "Write voice, bells and breath to files of their own as well.")
  var stems = false

  @Option(help: "A date for the tags, such as 2026-05-01; none is added otherwise.")
  var date: String?

  @Flag(help: "Replace files that are there.")
  var force = false

  /// How samples are stored in a format.
  func encoding(_ format: FileFormat) throws(Failure) -> Encoding {
    let samples: SampleFormat? =
      switch bits.lowercased() {
      case "16": .int16
      case "24": .int24
      case "32", "float": .float32
      default: nil
      }
    guard let samples else {
      throw Failure(.usage, "kindly: --bits takes 16, 24 or float, not \(visible(bits)).")
    }
    guard (0...10).contains(quality) else {
      throw Failure(.usage, "kindly: --quality goes from 0 (smallest) to 10 (best).")
    }
    let encoding = Encoding(
      format: format, rate: rate, mono: mono, samples: samples, quality: quality / 10)
    do {
      try encoding.validate()
    } catch {
      throw Failure(error)
    }
    return encoding
  }

  /// How loud the session is made.
  func level() throws(Failure) -> Performance.Level {
    if loudness == "off" { return .asWritten }
    guard let target = Double(loudness), (-70...0).contains(target) else {
      throw Failure(
        .usage, "kindly: --loudness takes LUFS from -70 to 0, such as -18, or off.")
    }
    return .integrated(target)
  }

  /// The kinds of captions, in the order asked for.
  func captionFormats() throws(Failure) -> [CaptionFormat] {
    var formats: [CaptionFormat] = []
    for name in (captions ?? "").split(separator: ",") {
      guard let format = CaptionFormat(rawValue: name.lowercased()) else {
        throw Failure(
          .usage, "kindly: --captions takes vtt, srt, lrc or txt, not \(visible(String(name))).")
      }
      if !formats.contains(format) { formats.append(format) }
    }
    return formats
  }
}

extension Failure {
  /// What a recording's error means for the shell.
  init(_ error: RecordingError) {
    let code: Code =
      switch error {
      case .unknownEnding, .rate, .samples, .needsSeeking: .usage
      case .diskFull, .fileTooLarge, .readerGone, .refused, .nameNotFlushed, .encoder, .stopped:
        .inputOutput
      default: .cannotCreate
      }
    self.init(code, "kindly: " + error.sentence)
  }

  /// The sentence without the program's name before it.
  var plain: String {
    sentence.hasPrefix("kindly: ") ? String(sentence.dropFirst(8)) : sentence
  }
}
