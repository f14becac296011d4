/// What the user's manager of systemd is told.
enum Systemctl {
  /// Runs `systemctl --user` for each of these; false if one could not be done, or there is no systemd.
  /// What it says about that is not shown: the listener is told in a sentence of this program.
  static func tell(_ commands: [String]...) -> Bool {
    for words in commands {
      guard let program = ChildProgram(["systemctl", "--user", "--quiet"] + words),
        program.run(atMost: 10, isSilent: true).isGood
      else { return false }
    }
    return true
  }
}
