import KindlyMessages

/// Why a command can't go on: an exit code of `sysexits.h` and what the person is told, once and in
/// one place (`Printer.tell`).
struct Failure: Error {
  /// What the shell is told.
  let code: Code
  /// What the person is told.
  let words: Words

  /// What the person is told.
  enum Words {
    /// One sentence, or two: what was seen, and what to do. The program's name goes before it.
    case sentence(String)
    /// The problems of a file, drawn over its lines.
    case report(String)
    /// Nothing: everything was said while the command worked.
    case nothing
  }

  /// Ends with a sentence, which is written without the program's name.
  init(_ code: Code, _ sentence: String) {
    self.code = code
    words = .sentence(sentence)
  }

  /// Ends with a message of the catalogue, which is written without the program's name.
  init(_ code: Code, _ message: Message) {
    self.init(code, message.text(in: Interface.language))
  }

  /// Ends with the problems of a file.
  init(_ code: Code, report: String) {
    self.code = code
    words = .report(report)
  }

  /// Ends with a code alone, after everything was said.
  init(silent code: Code) {
    self.code = code
    words = .nothing
  }

  /// The words alone, for a place that has its own way to show them.
  var text: String {
    switch words {
    case .sentence(let text), .report(let text): text
    case .nothing: ""
    }
  }

  /// The exit codes of the program.
  enum Code: Int32, CaseIterable {
    /// The command line is not understood.
    case usage = 64
    /// Problems in a practice file.
    case practice = 65
    /// No such input.
    case noInput = 66
    /// No sound device or voice.
    case unavailable = 69
    /// The output cannot be created.
    case cannotCreate = 73
    /// Reading or writing failed midway.
    case inputOutput = 74
  }
}
