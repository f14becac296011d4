import ArgumentParser
import KindlyCompiler
import KindlyLibrary
import KindlyLanguage
import Kindly
import KindlyTimeline

/// What a listener asks of any practice.
struct SessionOptions: ParsableArguments {
  @Option(help: "How long the whole lasts, such as 20m or \"1 h 10 min\".")
  var length: TimeSpan?

  @Option(
    help: "The narrator; 'kindly voices' lists them.", completion: .texts(.voice, andFiles: false))
  var voice: String?

  @Flag(help: "Let another narrator speak where the chosen one can't on this machine.")
  var fallback = false

  @Option(
    help: "The bell; 'none' keeps the times and stays silent.",
    completion: .texts(.bell, andFiles: false))
  var bell: String?

  @Option(
    help: "What lies under it: a background, a sound file, or 'none'.",
    completion: .texts(.background))
  var background: BackgroundOption?

  @Option(help: "The phrase set for [phrases], by name or path.", completion: .texts(.phrases))
  var phrases: String?

  @Option(help: "Whom wishes are directed at, such as friend or \"Maya, she\".")
  var toward: AskedRecipients?

  @Option(
    name: .customLong("set"), help: ArgumentHelp("A value for {name}.", valueName: "name=value"))
  var values: [NamedValue] = []

  @Flag(
    name: .customLong("private"),
    help: "Keep nothing of this run: no speech in the cache, no place, no line in the journal.")
  var isPrivate = false

  /// The options as the compiler takes them.
  var order: Order {
    var order = Order()
    order.length = length?.frames
    order.voice = voice
    order.fallsBack = fallback
    order.bell = bell
    order.background = background?.cue
    order.phrases = phrases
    order.toward = toward?.recipients
    for value in values { order.values[value.name] = value.value }
    return order
  }
}
