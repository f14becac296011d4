/// A reason to end, said in one sentence with an exit code of `sysexits.h`.
struct Failure: Error {
  /// What the shell is told.
  var code: Code
  /// What the person is told; several lines where problems of a file are reported.
  var sentence: String

  init(_ code: Code, _ sentence: String) {
    self.code = code
    self.sentence = sentence
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
