import ArgumentParser
import KindlyMessages

/// The end of the program after a command could not go on, or was asked for help.
enum ProgramEnd {
  /// Tells what is to be told and leaves.
  static func of(_ error: any Error) -> Never {
    if let failure = error as? Failure {
      Printer.tell(failure)
      Printer.flush(within: 2)
      Kindly.exit(withError: ExitCode(failure.code.rawValue))
    }
    let code = Kindly.exitCode(for: error)
    if code == .success {
      let text = Kindly.fullMessage(for: error)
      if !text.isEmpty { Printer.result(withHeadings(text)) }
    } else if !(error is ExitCode) {
      Printer.tell(Failure(.usage, misunderstanding(error)))
    }
    Kindly.exit(withError: code)
  }

  /// A page of help with headings as English writes them: `Sitting:` for "SITTING SUBCOMMANDS:".
  private static func withHeadings(_ help: String) -> String {
    help.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard let colon = line.firstIndex(of: ":"), line.first?.isUppercase == true else {
        return String(line)
      }
      let heading = line[..<colon]
      guard heading.allSatisfy({ $0.isUppercase || $0 == " " }) else { return String(line) }
      let rest = line[line.index(after: colon)...]
      if heading == "OVERVIEW" { return String(rest.drop { $0 == " " }) }
      if heading == "SUBCOMMANDS" { return "Commands:" + rest }
      let suffix = " SUBCOMMANDS"
      let name = heading.hasSuffix(suffix) ? heading.dropLast(suffix.count) : heading
      return name.prefix(1) + name.dropFirst().lowercased() + ":" + rest
    }.joined(separator: "\n")
  }

  /// What ArgumentParser says about words of the command line that it can't use: its sentence, then
  /// how the command is used.
  private static func misunderstanding(_ error: any Error) -> String {
    let whole = Kindly.fullMessage(for: error)
    let told = whole.hasPrefix("Error: ") ? String(whole.dropFirst(7)) : whole
    return UsageSentence.text(of: told, in: Interface.language)
  }
}
