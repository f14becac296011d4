import ArgumentParser
import KindlyLibrary

/// `kindly play`: a practice, now, through ALSA.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Play a practice now.")

  @Argument(help: "A practice by name, or a file.", completion: .texts(.practice))
  var practice: String

  @OptionGroup var session: SessionOptions
  @OptionGroup var playing: PlayOptions

  func run() throws {
    let workshop = Workshop()
    let manuscript = try workshop.manuscript(practice)
    try playing.play(manuscript, order: session.order, in: workshop)
  }
}
