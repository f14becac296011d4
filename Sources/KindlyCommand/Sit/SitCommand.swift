import ArgumentParser
import Kindly
import KindlyCompiler
import KindlyLanguage
import KindlyLibrary

/// `kindly sit`: bells and silence, now.
struct SitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sit", abstract: "Sit in silence between bells.",
    discussion: """
      kindly sit 20m
      kindly sit 45m --every 15m --bell rin --background rain
      kindly sit open --every 3-7m
      """)

  @Argument(help: "How long, such as 20m; 'open' until you press q.")
  var length = SitLength.usual

  @OptionGroup var bells: SitOptions
  @OptionGroup var sounds: SitSounds
  @OptionGroup var playing: PlayOptions
  @OptionGroup var saving: SaveOptions

  func run() throws {
    let context = CommandContext()
    if let name = saving.saveAs {
      try Preset(named: name, sit: settings, playing: playing).save(in: context)
    }
    let manuscript = context.composer.manuscript(of: bells.sit(length))
    try playing.play(
      [NamedPractice(manuscript: manuscript, isOpen: length.frames == nil)], order: sounds.order,
      settings: settings, in: context)
  }
}

/// What a sit sounds like.
struct SitSounds: ParsableArguments {
  @Option(
    help: "The bell; 'kindly bells' lists them.", completion: .texts(.bell, andFiles: false))
  var bell: String?

  @Option(
    help: "What lies under it: a background, or a sound file.",
    completion: .texts(.background))
  var background: BackgroundOption?

  @Option(help: "The voice for --tell.", completion: .texts(.voice, andFiles: false))
  var voice: String?

  /// The options as the compiler takes them.
  var order: Order {
    var order = Order()
    order.bell = bell
    order.background = background?.cue
    order.voice = voice
    return order
  }
}
