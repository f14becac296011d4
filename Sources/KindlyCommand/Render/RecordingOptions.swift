import ArgumentParser
import KindlyLanguage
import KindlyRecording
import Kindly

/// How a session is stored, the same for one file and for many.
struct RecordingOptions: ParsableArguments {
  @Option(help: "Sample rate in hertz, such as 48000 or 44100.")
  var rate = FrameRate.usual

  @Flag(help: "One channel instead of two.")
  var mono = false

  @Option(help: "16, 24 or float, for WAV and FLAC.")
  var bits = SampleBits.usual

  @Option(help: "0 (smallest) to 10 (best), for Opus, Vorbis and MP3.")
  var quality = Quality.usual

  @Option(help: "Average bit rate instead of a quality, such as 128k.")
  var bitrate: BitRate?

  @Flag(help: "A constant bit rate, with --bitrate.")
  var constant = false

  @Option(
    parsing: .unconditional,
    help: "Loudness of speech in LUFS, everything else with it; 'off' keeps that of the files.")
  var loudness = TargetLoudness.usual

  @Option(
    help: "Words beside the sound: vtt, srt, lrc, txt; several with commas.",
    completion: .list(CaptionFormat.allCases.map(\.rawValue)))
  var captions: CaptionChoice?

  @Flag(help: "Write voice, bells and breath to files of their own as well.")
  var stems = false

  @Flag(help: "Replace existing files.")
  var force = false

  /// How samples are stored in a format.
  /// - Throws: `Failure` where the format does not come so.
  func encoding(_ format: FileFormat) throws(Failure) -> Encoding {
    if constant && bitrate == nil {
      throw Failure(.usage, "--constant needs a bit rate: add --bitrate 128k.")
    }
    var encoding = Encoding(
      format: format, rate: rate.value, mono: mono, samples: bits.samples,
      quality: quality.value / 10)
    encoding.bitRate = bitrate?.value
    encoding.isConstant = constant
    do {
      try encoding.validate()
    } catch {
      throw Failure(error)
    }
    return encoding
  }
}
