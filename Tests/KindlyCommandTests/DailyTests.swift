import Foundation
import Testing

/// `kindly daily`, what is done at the end, and the journal's further options; a stand-in for systemctl.
@Suite(.besideOthers) struct DailyTests {
  let program: Program

  init() throws {
    program = try Program()
    try program.write(
      program: "#!/bin/sh\necho \"$@\" >>\"$HOME/told\"\n", to: "bin/systemctl")
    program.environment["PATH"] = program.folder + "/bin:/usr/bin:/bin"
    program.environment["XDG_CONFIG_HOME"] = program.folder + "/my settings"
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: program.folder + "/" + name, encoding: .utf8)
  }

  @Test func `a practice is set for every day, listed, and undone`() throws {
    #expect(try program.run("daily").errors.hasPrefix("Nothing is set."))
    let set = try program.run("daily", "6:30", "metta", "--length", "20m", "--toward", "Maya, she")
    #expect(set.code == 0, "\(set.errors)")
    #expect(set.output == "Every day at 06:30: metta --length 20m --toward 'Maya, she'\n")
    #expect(set.errors.hasPrefix("To undo it: kindly daily stop 06:30\n"))
    let service = try text("my settings/systemd/user/kindly-daily-0630.service")
    #expect(
      service.contains(
        "\" \"play\" \"--quiet\" \"metta\" \"--length\" \"20m\" \"--toward\" \"Maya, she\"\n"))
    #expect(service.contains("\nEnvironment=\"XDG_CONFIG_HOME=\(program.folder)/my settings\"\n"))
    #expect(!service.contains("WorkingDirectory"))
    #expect(try program.run("daily", "21:00", "sit", "30m", "--every", "5m").code == 0)
    #expect(
      try program.run("daily").output
        == "06:30  metta --length 20m --toward 'Maya, she'\n21:00  sit 30m --every 5m\n")
    #expect(
      try text("told") == """
        --user --quiet daemon-reload
        --user --quiet restart kindly-daily-0630.timer
        --user --quiet daemon-reload
        --user --quiet restart kindly-daily-2100.timer

        """)
    #expect(try program.run("daily", "stop", "07:00").code == 66)
    #expect(try program.run("daily", "stop", "21:00").code == 0)
    #expect(
      try program.run("daily", "stop").output.hasPrefix("No longer every day at 06:30: metta"))
    #expect(try program.run("daily").output.isEmpty)
  }

  @Test func `a preset is set for every day under its name, and what systemctl says is not shown`()
    throws
  {
    try program.write(
      program: "#!/bin/sh\necho Failed to connect to bus >&2\necho lost\nexit 1\n",
      to: "bin/systemctl")
    try program.write(
      "Preset: evening is metta, 10 min, bell rin\n", to: "my settings/kindly/me.profile")
    let set = try program.run("daily", "21:30", "evening", "--volume", "50")
    #expect(set.code == 0, "\(set.errors)")
    #expect(set.output == "Every day at 21:30: evening --volume 50\n")
    #expect(
      set.errors == """
        To undo it: kindly daily stop 21:30
        systemd could not be told now; it learns of this when you next log in.

        """)
    let service = try text("my settings/systemd/user/kindly-daily-2130.service")
    #expect(service.contains("\" \"play\" \"--quiet\" \"evening\" \"--volume\" \"50\"\n"))
    // What the unit starts is the preset: its length and its bell.
    let played = try program.run("timeline", "evening", "--json")
    #expect(played.code == 0 && played.output.contains("\"rin\""), "\(played.errors)")
    #expect(try program.run("daily", "21:30", "evning").code == 66)
    let stopped = try program.run("daily", "stop", "21:30")
    #expect(stopped.output == "No longer every day at 21:30: evening --volume 50\n")
    #expect(!stopped.errors.contains("Failed to connect"))
  }

  @Test func `a file is played from its folder, and bad times and practices are refused`() throws {
    try program.write("Be here. [1s]\n", to: "own.practice")
    try program.write("[bel]\n", to: "bad.practice")
    #expect(try program.run("daily", "06:30", "./own.practice").code == 0)
    let service = try text("my settings/systemd/user/kindly-daily-0630.service")
    #expect(service.contains("\nWorkingDirectory=\(program.folder)\n"))
    for (words, code) in [
      (["metta", "06:30"], 64), (["25:00", "metta"], 64), (["06:30"], 64), (["06:31", "-"], 64),
      (["06:31", "no-such"], 66), (["06:31", "./bad.practice"], 65),
      (["06:31", "metta", "--length", "soon"], 64), (["06:31", "sit", "soon"], 66),
      (["06:31", "metta", "--when-done", "no-such-program"], 69),
    ] as [([String], Int32)] {
      let run = try program.start(Program.path, ["daily"] + words).outcome()
      #expect(
        run.code == code || words[1...] == ["sit", "soon"] && run.code == 64, "\(words) \(run)")
      #expect(!run.errors.isEmpty)
    }
    #expect(try program.run("daily").output == "06:30  ./own.practice\n")
    // Not ours: left alone.
    try program.write("[Timer]\n", to: "my settings/systemd/user/kindly-daily-0700.timer")
    #expect(try program.run("daily", "07:00", "metta").code == 73)
    program.environment["PATH"] = "/nonexistent"
    #expect(try program.run("daily", "08:00", "metta").errors.contains("systemd could not be told"))
  }

  @Test func `a program starts after the end, without a shell and without our files`() throws {
    try program.write("Be here. [1s]\n", to: "p.practice")
    try program.write(
      program: """
        #!/bin/sh
        echo "$@" >"$HOME/started"
        ls /proc/self/fd | wc -l >>"$HOME/started"
        grep SigBlk /proc/self/status >>"$HOME/started"
        cat >>"$HOME/started"
        echo words of the program
        exit $1

        """, to: "bin/after words")
    func play(_ words: String...) throws -> Program.Outcome {
      try program.start(
        Program.path, ["play", "p.practice", "--device", "null"] + words
      ).outcome()
    }
    let line = "\"\(program.folder)/bin/after words\" 0 \"$HOME ;\""
    let good = try play("--json", "--when-done", line)
    #expect(good.code == 0)
    #expect(good.errors == "words of the program\n")
    #expect(good.output.contains("finished") && !good.output.contains("words of"))
    // The words, then standard files and the folder that `ls` reads, then no blocked signal.
    let started = try text("started").split(separator: "\n").map(String.init)
    #expect(started == ["0 $HOME ;", "4", "SigBlk:\t0000000000000000"])
    let bad = try play("--quiet", "--when-done", "\"\(program.folder)/bin/after words\" 3")
    #expect(bad.code == 0)
    #expect(bad.errors.contains("failed with code 3"))
    let none = try play("--when-done", "no-such-program")
    #expect(none.code == 69)
    #expect(none.errors.contains("no such program"))
    #expect(try play("--when-done", "\"open").code == 64)
  }

  @Test func `where nothing shows notifications, that is told after the end`() throws {
    try program.write("Be here. [1s]\n", to: "p.practice")
    program.environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent/bus"
    let run = try program.run("play", "p.practice", "--device", "null", "--quiet", "--notify")
    #expect(run.code == 0)
    #expect(run.errors.contains("No notification was shown"))
    try program.write("Notify: yes\n", to: "my settings/kindly/me.profile")
    let asked = try program.run("play", "p.practice", "--device", "null", "--quiet")
    #expect(asked.errors.contains("No notification was shown"))
    let refused = try program.run(
      "play", "p.practice", "--device", "null", "--quiet", "--no-notify")
    #expect(refused.code == 0)
    #expect(refused.errors == "")
  }

  @Test func `the journal is sorted, summed when asked, imported, and takes words`() throws {
    program.environment["TZ"] = "UTC"
    for (title, on) in [("Later", "2026-11-20T07:00"), ("Sooner", "2026-10-02 21:30")] {
      let run = try program.run("journal", "--add", title, "--length", "90m", "--on", on)
      #expect(run.code == 0, "\(run.errors)")
    }
    #expect(try program.run("journal", "--words", "Rain on the roof.").code == 0)
    #expect(
      try program.run("journal").output
        == "2026-10-02 21:30  90 min  Sooner\n2026-11-20 07:00  90 min  Later\n    Rain on the roof.\n"
    )
    try program.write(
      "date,minutes,activity,mood\n2026-11-20 07:00,90,Later,fine\n2026-11-21 08:00,20,Walk,ok\n",
      to: "other.csv")
    let first = try program.run("journal", "--import", "other.csv")
    #expect(
      first.errors
        == "1 sit is now in the journal.\n1 was there already.\nColumns left out: mood.\n")
    #expect(
      try program.run("journal", "--totals", "--interface", "de").output
        == "10.2026    1 Sitzung  1 h 30 min\n11.2026  2 Sitzungen  1 h 50 min\n")
    try program.write("date,minutes\nsoon,20\n2026-11-21,-\n", to: "bad.csv")
    let bad = try program.run("journal", "--import", "bad.csv", "--interface", "es")
    #expect(bad.code == 65)
    #expect(bad.errors.contains("\nFila 2, date: «soon» no es una fecha"))
    #expect(bad.errors.split(separator: "\n").count == 3)
    #expect(try program.run("journal").output.split(separator: "\n").count == 4)
    for words in [
      ["--add", "x", "--length", "5m", "--on", "2999-01-01T07:00"], ["--on", "2026-11-20T07:00"],
      ["--add", "x", "--length", "5m", "--on"], ["--add", "x", "--length", "5m", "--on", "noon"],
      ["--totals", "--export", "csv"], ["--words", "x", "--totals"],
    ] {
      #expect(try program.start(Program.path, ["journal"] + words).outcome().code == 64, "\(words)")
    }
  }
}
