import Foundation
import Glibc
import Testing

/// The program where the machine is not as it should be: full, read-only, homeless, or crowded.
@Suite(.besideOthers) struct EnvironmentTests {
  /// A practice that rings nothing and speaks little.
  private static let practice = "Bell: none\n\nMay I be safe.\nMay I be well.\n"

  /// Whether file systems of one's own can be mounted: as root, or where users have name spaces.
  private static let mounts: [String]? = [["-m"], ["-r", "-m"]].first { options in
    guard let program = try? Program() else { return false }
    let outcome = try? program.start(
      "/usr/bin/unshare", options + ["mount", "-t", "tmpfs", "tmpfs", program.folder]
    ).outcome()
    return outcome?.code == 0
  }
  private static let whyNot: Comment =
    "needs leave to mount a file system in a name space of its own"

  private func program() throws -> Program {
    let program = try Program()
    try program.write(Self.practice, to: "a.practice")
    return program
  }

  /// Runs a shell script with the program as `$KINDLY` where mounts concern nobody else.
  private func apart(_ program: Program, _ script: String) throws -> Program.Outcome {
    program.environment["KINDLY"] = Program.path
    return try program.start(
      "/usr/bin/unshare", (Self.mounts ?? []) + ["sh", "-c", "set -e\n" + script]
    ).outcome()
  }

  @Test(arguments: [nil, "", "relative/home"])
  func `without a home there is still everything that is built in`(home: String?) throws {
    let program = try program()
    program.environment["HOME"] = ""
    let set = home.map { ["HOME=\($0)"] } ?? []
    func run(_ words: String...) throws -> Program.Outcome {
      try program.start("/usr/bin/env", ["-u", "HOME"] + set + [Program.path] + words).outcome()
    }
    #expect(try run("list").code == 0)
    let rendered = try run("render", "a.practice", "-o", "a.wav")
    #expect(rendered.code == 0, "\(rendered.errors)")
    for words in [["journal"], ["cache"], ["phrases", "edit"], ["course"]] {
      let outcome = try words.count > 1 ? run(words[0], words[1]) : run(words[0])
      #expect(outcome.code == 69, "\(words): \(outcome)")
      #expect(outcome.errors.contains("HOME is not set"), "\(words): \(outcome)")
    }
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/relative"))
  }

  @Test func `relative folders of the desktop's are not used`() throws {
    let program = try program()
    for name in ["CONFIG", "DATA", "STATE", "CACHE"] {
      program.environment["XDG_\(name)_HOME"] = "here"
    }
    #expect(try program.run("render", "a.practice", "-o", "a.wav", "--quiet").code == 0)
    #expect(try program.run("journal", "--add", "A", "--length", "1m").code == 0)
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/here"))
    #expect(FileManager.default.fileExists(atPath: program.folder + "/.local/state/kindly"))
  }

  @Test(.enabled(if: mounts != nil, whyNot))
  func `at home where nothing can be written, sessions are rendered elsewhere`() throws {
    let program = try program()
    let outcome = try apart(
      program,
      """
      mkdir home
      mount -t tmpfs -o ro tmpfs home
      export HOME=$PWD/home
      "$KINDLY" render a.practice -o a.wav --quiet
      "$KINDLY" check a.practice
      code=0; "$KINDLY" journal --add A --length 1m || code=$?; echo "journal $code"
      code=0; "$KINDLY" course start first-week || code=$?; echo "course $code"
      code=0; "$KINDLY" phrases edit || code=$?; echo "phrases $code"
      code=0; "$KINDLY" render a.practice -o home/a.wav || code=$?; echo "render $code"
      """)
    #expect(outcome.code == 0, "\(outcome)")
    for line in ["journal 74", "phrases 73", "render 73"] {
      #expect(outcome.output.contains(line), "\(outcome)")
    }
    #expect(outcome.errors.contains("Read-only file system"))
    #expect((FileManager.default.contents(atPath: program.folder + "/a.wav")?.count ?? 0) > 100_000)
  }

  @Test(.enabled(if: mounts != nil, whyNot))
  func `on a full disk the old files stay, and the reason is said`() throws {
    let program = try program()
    let outcome = try apart(
      program,
      """
      mkdir home
      mount -t tmpfs -o size=128k tmpfs home
      export HOME=$PWD/home XDG_CACHE_HOME=$PWD/cache
      "$KINDLY" journal --add First --length 1m
      printf 'It    rains.\\n' >home/rain.practice
      printf old >home/a.wav
      # A journal that fills its block: in a larger one a short line would still find room.
      journal=home/.local/state/kindly/journal.jsonl
      printf '%*s\\n' $((4095 - $(stat -c %s $journal))) '' >>$journal
      cp $journal before
      head -c 1M /dev/zero >home/filling 2>&- || true
      code=0; "$KINDLY" journal --add Second --length 1m || code=$?; echo "journal $code"
      code=0; "$KINDLY" format home/rain.practice || code=$?; echo "format $code"
      code=0; "$KINDLY" render a.practice -o home/a.wav --force || code=$?; echo "render $code"
      code=0; "$KINDLY" render a.practice -o home/b.opus || code=$?; echo "opus $code"
      cmp before $journal
      cat home/a.wav home/rain.practice
      ls -A home
      """)
    #expect(outcome.code == 0, "\(outcome)")
    #expect(outcome.output.contains("journal 74"), "\(outcome)")
    #expect(outcome.output.contains("format 73"), "\(outcome)")
    #expect(outcome.output.contains("render 7"), "\(outcome)")
    #expect(outcome.output.contains("opus 7"), "\(outcome)")
    #expect(outcome.output.contains("oldIt    rains.\n"), "\(outcome)")
    #expect(outcome.output.hasSuffix(".local\na.wav\nfilling\nrain.practice\n"), "\(outcome)")
  }

  @Test(
    .enabled(if: mounts != nil, whyNot),
    arguments: [
      // Without its voices; with voices cut short; without the library.
      "mount -t tmpfs tmpfs \"$data\"",
      "cp -r \"$data\" copy; truncate -s 1000 copy/phondata; mount --bind copy \"$data\"",
      "cp -r \"$data\" copy; truncate -s 0 copy/phontab; mount --bind copy \"$data\"",
      "cp -r \"$data\" copy; truncate -s 100 copy/en_dict; mount --bind copy \"$data\"",
      "mount --bind /dev/null \"$library\"",
    ])
  func `without a working espeak-ng one sentence says what to install`(harm: String) throws {
    let program = try program()
    let outcome = try apart(
      program,
      """
      data=$(ls -d /usr/lib/*-linux-gnu/espeak-ng-data /usr/share/espeak-ng-data 2>&- | head -n 1)
      library=$(realpath "$(ls /usr/lib/*-linux-gnu/libespeak-ng.so.1 | head -n 1)")
      \(harm)
      exec "$KINDLY" render a.practice -o a.wav
      """)
    // What espeak-ng can do without is not missed: then the session is there.
    if outcome.code == 0 { return }
    #expect(outcome.code == 69 || outcome.code == 65, "\(outcome)")
    #expect(outcome.errors.contains("espeak-ng"), "\(outcome)")
    #expect(outcome.errors.contains("apt"), "\(outcome)")
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/a.wav"))
  }

  @Test func `where nothing can be kept, everything is spoken anew and sounds the same`() throws {
    let program = try program()
    _ = try program.run("render", "a.practice", "-o", "kept.wav", "--quiet")
    try program.write("in the way", to: "cache")
    program.environment["XDG_CACHE_HOME"] = program.folder + "/cache"
    for name in ["one.wav", "two.wav"] {
      let outcome = try program.run("render", "a.practice", "-o", name, "--quiet")
      #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome)")
      #expect(
        FileManager.default.contents(atPath: program.folder + "/" + name)
          == FileManager.default.contents(atPath: program.folder + "/kept.wav"))
    }
  }

  @Test(arguments: [2, 10, 50])
  func `many at once share cache, journal and profile`(count: Int) throws {
    let program = try program()
    program.environment["EDITOR"] = "true"
    let script = """
      set -e
      '\(Program.path)' render a.practice -o "$1.wav" --quiet
      '\(Program.path)' journal --add "Sit $1" --length 1m
      '\(Program.path)' phrases edit
      """
    let runs = try (1...count).map {
      try program.start("/bin/sh", ["-c", script, "sh", "\($0)"])
    }
    for run in runs {
      let outcome = run.outcome()
      #expect(outcome.code == 0, "\(outcome)")
    }
    let sounds = (1...count).map {
      FileManager.default.contents(atPath: program.folder + "/\($0).wav")
    }
    #expect(sounds[0] != nil && Set(sounds).count == 1)
    let journal = try program.run("journal")
    #expect(journal.output.split(separator: "\n").count == count)
    #expect(!journal.errors.contains("can't be read"))
    let profile = program.folder + "/.config/kindly"
    #expect(try FileManager.default.contentsOfDirectory(atPath: profile) == ["me.profile"])
    #expect(try program.run("check", ".config/kindly/me.profile").code == 0)
    let clips = try FileManager.default.contentsOfDirectory(
      atPath: program.folder + "/.cache/kindly/clips")
    #expect(clips.count == 2 && clips.allSatisfy { $0.hasSuffix(".clip") }, "\(clips)")
  }
}
