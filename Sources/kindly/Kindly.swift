import ArgumentParser
import Glibc

/// Kindly, the program: arguments, wiring, exit codes.
@main struct Kindly: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kindly",
    abstract: "Spoken meditations of loving-kindness, from plain text files.",
    version: "1.0.0",
    subcommands: [])

  static func main() {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      Saying.note(failure.sentence)
      Glibc.exit(failure.code.rawValue)
    } catch {
      exit(withError: error)
    }
  }
}
