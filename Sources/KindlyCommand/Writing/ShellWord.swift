/// Words of a command line that the program proposes.
enum ShellWord {
  /// A word as a POSIX shell takes it: in single quotes unless it is plain.
  static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "-_./+@%,:".unicodeScalars.contains($0)
    }
    if isPlain, !word.isEmpty, !word.hasPrefix("-") { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
