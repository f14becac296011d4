/// What the user's manager of systemd is told.
enum Systemctl {
  /// Runs `systemctl --user` for each of these; false if one could not be done, or there is no systemd.
  static func tell(_ commands: [String]...) -> Bool {
    for words in commands {
      guard let program = ChildProgram(["systemctl", "--user", "--quiet"] + words),
        program.run(atMost: 10).isGood
      else { return false }
    }
    return true
  }
}
