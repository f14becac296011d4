import ArgumentParser
import KindlyMessages
import KindlyPlayer
import KindlyTimeline

/// How a session is played.
struct PlayOptions: ParsableArguments {
  @Option(help: "The ALSA device; 'kindly doctor' lists them.")
  var device: String?

  @Option(help: "Loudness of everything, 0 to 100.")
  var volume: Percent?

  @Option(help: "Loudness of the voice alone, 0 to 100; else as you left it.")
  var voiceVolume: Percent?

  @Option(help: "Loudness of the bells alone, 0 to 100; else as you left it.")
  var bellVolume: Percent?

  @Option(help: "Loudness of the background alone, 0 to 100; else as you left it.")
  var backgroundVolume: Percent?

  @Option(help: ArgumentHelp("Begin at 3:20, or at a section by its name.", valueName: "place"))
  var from: StartPlace?

  @Flag(help: "Go on where this practice was left.")
  var resume = false

  @Option(
    name: .customLong("in"), help: ArgumentHelp("Begin after a while: 30s.", valueName: "time"))
  var delay: TimeSpan?

  @Option(help: ArgumentHelp("Begin at a time of day: 06:30.", valueName: "time"))
  var at: TimeOfDay?

  @Option(help: ArgumentHelp("Come up from silence over 2m, for waking.", valueName: "time"))
  var fadeIn: TimeSpan?

  @Option(help: ArgumentHelp("Let the end fade to silence over 5m.", valueName: "time"))
  var fadeOut: TimeSpan?

  @OptionGroup var end: EndOptions

  @Flag(help: "Print what is heard as one JSON object per line.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Plain lines, nothing drawn again: sections alone, or words as well.", valueName: "what"))
  var plain: PlainMode?

  @Flag(name: .shortAndLong, help: "Say nothing while it plays.")
  var quiet = false

  @Option(
    name: .customLong("samples"),
    help: ArgumentHelp("Give the device these samples.", visibility: .hidden))
  var format: DeviceSamples?

  func validate() throws {
    if delay != nil && at != nil {
      throw ValidationError(.chooseOneOf("--in, --at"))
    }
    if resume && from != nil {
      throw ValidationError(.chooseOneOf("--resume, --from"))
    }
  }
}
