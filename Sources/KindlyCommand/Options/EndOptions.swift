import ArgumentParser
import KindlyBase
import KindlyMessages

/// What is done once a session has ended.
struct EndOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Start this program after the end, such as \"systemctl suspend\"; there is no shell.",
      valueName: "program"))
  var whenDone: ProgramLine?

  @Flag(
    inversion: .prefixedNo,
    help: "Show a notification on the desktop when it has come to its end; else as in your profile."
  )
  var notify: Bool?
}

/// A program and its arguments, without a shell: `--when-done "systemctl suspend"`.
struct ProgramLine: OptionValue {
  /// At least the program.
  let words: [String]

  init?(argument: String) {
    guard let words = programWords(argument), words.first?.isEmpty == false else { return nil }
    self.words = words
  }

  static let possible = Message.aProgram
}
