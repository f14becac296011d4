import ArgumentParser
import Glibc

/// `kindly lsp`: what editors ask about a text while it is written.
struct LanguageServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp", abstract: "Serve editors while you write: problems, completion, times.",
    discussion: """
      A language server on standard input and output, for editors that speak the Language Server \
      Protocol; the editor starts it. It reads practices, courses, phrase sets, voices, bells, \
      backgrounds and profiles.
      """)

  @Flag(help: "Accepted for editors that give it; standard input and output are the only way.")
  var stdio = false

  func run() throws {
    if isatty(0) == 1 {
      Printer.note("An editor starts this and talks with it; press Ctrl-D to leave.")
    }
    var link = EditorLink(CommandContext())
    let status = link.run()
    Printer.flush(within: 2)
    if status != 0 { throw ExitCode(status) }
  }
}
