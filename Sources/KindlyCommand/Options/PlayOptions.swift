import ArgumentParser
import Glibc
import KindlyPlayer
import KindlyTimeline

/// How a session is played.
struct PlayOptions: ParsableArguments {
  @Option(help: "The ALSA device; 'kindly doctor' lists them.")
  var device: String?

  @Option(help: "Loudness of everything, 0 to 100.")
  var volume: Double = 100

  @Option(help: "Loudness of the voice alone, 0 to 100.")
  var voiceVolume: Double = 100

  @Option(help: "Loudness of the bells alone, 0 to 100.")
  var bellVolume: Double = 100

  @Option(help: ArgumentHelp("Begin at 3:20, or at a section by its name.", valueName: "place"))
  var from: String?

  @Flag(help: "Go on where this practice was left.")
  var resume = false

  @Option(
    name: .customLong("in"), help: ArgumentHelp("Begin after a while: 30s.", valueName: "time"))
  var delay: String?

  @Option(help: ArgumentHelp("Begin at a time of day: 06:30.", valueName: "time"))
  var at: String?

  @Option(help: ArgumentHelp("Let the end fade to silence over 5m.", valueName: "time"))
  var fadeOut: String?

  @Flag(help: "Print what is heard, one JSON object a line, on standard output.")
  var json = false

  @Flag(help: "Plain sentences: nothing is drawn again, no escape codes.")
  var plain = false

  @Flag(name: .shortAndLong, help: "Say nothing while it plays.")
  var quiet = false

  @Option(
    help: ArgumentHelp("Give the device these samples.", visibility: .hidden),
    transform: { text in
      guard let format = SampleFormat(rawValue: text) else {
        throw ValidationError(
          "--format is one of \(SampleFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      return format
    })
  var format: SampleFormat?

  func validate() throws {
    for (name, value) in [
      ("--volume", volume), ("--voice-volume", voiceVolume), ("--bell-volume", bellVolume),
    ] where !(0...100).contains(value) {
      throw ValidationError("\(name) goes from 0 to 100.")
    }
    if delay != nil && at != nil {
      throw ValidationError("Choose --in or --at, not both.")
    }
    if resume && from != nil {
      throw ValidationError("Choose --resume or --from, not both.")
    }
  }

  /// A loudness of 0 to 100 in decibels: the cube of the share, as ears have it and mixers do.
  static func decibels(_ percent: Double) -> Double {
    percent > 0 ? 60 * log10(percent / 100) : -120
  }

  /// The loudness of 0 to 100 that is so many decibels.
  static func percent(_ decibels: Double) -> Double { 100 * pow(10, decibels / 60) }
}
