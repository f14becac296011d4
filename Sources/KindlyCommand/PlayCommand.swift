import ArgumentParser
import KindlyLibrary

/// `kindly play`: a practice, now, through ALSA.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Play a practice now, or several.")

  @Argument(
    help: ArgumentHelp(
      "A practice by name, or a file; several go on one after another, each of the length asked for.",
      valueName: "practice"),
    completion: .texts(.practice))
  var practices: [String]

  @Option(
    help: ArgumentHelp(
      "Begin with what is heard from this line of the file on.", valueName: "number"))
  var line: LineNumber?

  @OptionGroup var session: SessionOptions
  @OptionGroup var playing: PlayOptions

  func validate() throws {
    guard line != nil else { return }
    if practices.count > 1 { throw ValidationError("--line goes with one practice.") }
    if playing.from != nil || playing.resume {
      throw ValidationError("Choose one of --line, --from and --resume.")
    }
  }

  func run() throws {
    let workshop = Workshop(isPrivate: session.isPrivate)
    let sessions = try practices.map { try workshop.session($0) }
    try playing.play(
      sessions.map(\.manuscript), order: session.order,
      day: sessions.count == 1 ? sessions[0].day : nil, isPrivate: session.isPrivate, line: line,
      in: workshop)
  }
}
