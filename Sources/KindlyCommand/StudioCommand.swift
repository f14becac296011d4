import ArgumentParser
import KindlyLanguage
import KindlyLibrary
import KindlyStudio

/// `kindly studio`: write, see and hear a practice in a page of one's own browser.
struct StudioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "studio",
    abstract: "Write a practice in your browser: see its silence, hear any line.",
    discussion: """
      The page is served on 127.0.0.1 to your browser alone, and asks nothing of any other machine. \
      What you type is kept as a draft until you save it. End it with Ctrl-C.
      """)

  @Argument(
    help: "A practice by name, a file, or a new file; without one, your library.",
    completion: .texts(.practice))
  var practice: String?

  @Flag(help: "Print the address and open no browser.")
  var noOpen = false

  @Option(help: "The ALSA device for Play here; 'kindly doctor' lists them.")
  var device: String?

  @Option(help: "The port on 127.0.0.1; any that is free unless given.")
  var port: PortNumber?

  func run() throws {
    let folders = try? Folders.ofUser()
    let profile = try? CommandContext().profile().tree
    let sound = StudioSound(device: device ?? profile?.device?.value)
    do {
      let studio = try Studio(practice, folders: folders) {
        (score, start, heard) throws(Studio.Problem) in
        try sound.play(score, from: start, heard: heard)
      }
      let server = try StudioServer(studio, port: port?.number ?? 0)
      Printer.result(server.address)
      Printer.flush(within: 2)
      if !noOpen, !Browser.open(server.addressForOnce) {
        Printer.note("Open this address in your browser.")
      }
      // Every change is kept as it comes, so Ctrl-C may end this at any moment.
      server.wait()
    } catch let problem as Studio.Problem {
      throw Failure(.noInput, problem.sentence)
    } catch let problem as StudioServer.Problem {
      throw Failure(.unavailable, problem.sentence)
    }
  }
}
