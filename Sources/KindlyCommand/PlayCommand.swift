import ArgumentParser
import KindlyLanguage
import KindlyLibrary
import KindlyMessages

/// `kindly play`: a practice, now, through ALSA.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Play a practice now, or several.")

  @Argument(
    help: ArgumentHelp(
      "A practice by name, or a file; several go on one after another, each of the length asked for.",
      valueName: "practice"),
    completion: .texts(.practice))
  var practices: [String] = []

  @Option(
    help: ArgumentHelp(
      "Begin with what is heard from this line of the file on.", valueName: "number"))
  var line: LineNumber?

  @OptionGroup var session: SessionOptions
  @OptionGroup var playing: PlayOptions
  @OptionGroup var saving: SaveOptions

  func validate() throws {
    if saving.saveAs != nil, practices.count != 1 {
      throw ValidationError(.saveAsNeedsOne)
    }
    guard line != nil else { return }
    if practices.count != 1 { throw ValidationError(.lineNeedsOne) }
    if playing.from != nil || playing.resume {
      throw ValidationError(.chooseOneOf("--line, --from, --resume"))
    }
  }

  func run() throws {
    let context = CommandContext(isPrivate: session.isPrivate)
    guard !practices.isEmpty else {
      guard HomeDialogue.isPossible else {
        throw Failure(.usage, Message.namePractice)
      }
      return try HomeDialogue(context: context, session: session, playing: playing).run()
    }
    let named = try practices.map { try context.named($0) }
    if let name = saving.saveAs {
      try Preset(named: name, of: named[0], as: practices[0], session: session, playing: playing)
        .save(in: context)
    }
    try playing.play(named, session, line: line, in: context)
  }
}
