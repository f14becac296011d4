import ArgumentParser
import KindlyTimeline

/// `kindly doctor`: what works on this machine, and what to do where it does not.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check this machine and suggest fixes.",
    discussion: """
      'ok' works, '--' is worth knowing, '!!' can be mended, with what to do below it. Nothing is \
      changed and no sound is made. The result is 0 if nothing needs to be mended, 69 otherwise.
      """)

  @Flag(help: "One JSON object, for programs.")
  var json = false

  func run() throws {
    let context = CommandContext()
    let parts = [
      Examination.sound(), Examination.speech(in: context), Examination.folders(context),
      Examination.ownFiles(context), Examination.texts(in: context), Examination.terminal(),
    ]
    if json {
      Printer.json(JSON.object(parts.map { ($0.name, .array($0.findings.map(\.json))) }))
    } else {
      Printer.result(parts.map(\.text).joined(separator: "\n\n"))
    }
    if parts.contains(where: \.isIll) { throw Failure(silent: .unavailable) }
  }
}
