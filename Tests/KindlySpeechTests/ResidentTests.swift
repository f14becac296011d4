import Glibc
import KindlySound
import Testing

@testable import KindlySpeech

/// Programs that stay and answer one request after another. Each is a small script, written by the
/// test; `sox` makes the sounds.
@Suite struct ResidentTests {
  private let folder = Folder()
  private let narrator = Narrator(cache: nil, program: workerProgram, lanes: 1)

  /// A program that runs `lines` for every request, with the request in `$line` and its file in `$out`.
  private func program(_ lines: String, before: String = "", after: String = "") -> String {
    let path = folder.path + "/stay-\(UInt32.random(in: 0 ... .max))"
    let text = Array(
      """
      #!/bin/sh
      echo $$ >> \(folder.path)/started
      \(before)
      while IFS= read -r line; do
        out=${line#*'"out": "'}; out=${out%%'"'*}
        \(lines)
      done
      \(after)

      """.utf8)
    #expect(text.withUnsafeBytes { CacheFiles.write([$0], to: path) })
    chmod(path, 0o700)
    return path
  }

  private func answers(
    _ resident: [String], texts: [String] = ["May I be safe."], timeout: Double = 20
  ) -> [Result<SpokenClip, SpeechFailure>] {
    let command = CommandVoice(
      arguments: ["sox", "{out}"], resident: resident, voice: "some", timeout: timeout)
    let voice = Voice(
      name: "own", language: "en", engine: .command(command),
      speed: Speed(wanted: 1, asked: 1, measured: 1))
    return narrator.speak(texts.map { SpeechRequest(text: $0, voice: voice) })
  }

  private func failure(_ resident: [String], timeout: Double = 20) -> SpeechFailure? {
    if case .failure(let failure) = answers(resident, timeout: timeout)[0] { return failure }
    return nil
  }

  /// The processes of programs that were started, in order.
  private var started: [pid_t] {
    String(decoding: CacheFiles.read(folder.path + "/started", most: 4096) ?? [], as: UTF8.self)
      .split(separator: "\n").compactMap { pid_t($0) }
  }

  private static let tone = "sox -n -r 22050 -c 1 -b 16 \"$out\" synth 1 sine 440 vol 0.3"

  @Test func `it is started once, is told what to say by lines, and gets its voice`() throws {
    let said = folder.path + "/said"
    let speak = program(
      "printf '%s\\n' \"$line\" >> \(said); \(Self.tone); echo '{\"ok\": true}'",
      before: "printf '%s\\n' \"$1\" > \(said)")
    let texts = ["May I be \"safe\".", "May all be \"well\".", "Möge ich ruhen."]
    for answer in answers([speak, "{voice}"], texts: texts) {
      #expect(abs(try answer.get().clip.count - 48_000) < 1_500)
    }
    #expect(started.count == 1)
    let lines = String(decoding: CacheFiles.read(said, most: 10_000) ?? [], as: UTF8.self)
      .split(separator: "\n").map(String.init)
    #expect(lines.first == "some")
    #expect(lines.count == 4)
    // The longest text comes first.
    #expect(lines[1].contains("\"May all be \\\"well\\\".\""))
    #expect(
      lines.contains {
        $0.hasPrefix("{\"text\": \"May I be \\\"safe\\\".\", \"pace\": 1.0, \"seed\": 1")
      })
    #expect(lines.contains { $0.contains("Möge ich ruhen.") })
  }

  @Test func `an error is about one request, and the program goes on`() throws {
    let speak = program(
      """
      case $line in *bad*) echo '{"error": "no such word"}' ;; *) \(Self.tone); echo '{"ok":true}' ;; esac
      """)
    let answers = answers([speak], texts: ["One.", "bad", "Two."])
    #expect(started.count == 1)
    _ = try answers[0].get()
    _ = try answers[2].get()
    guard case .failure(.programFailed(_, _, let words)) = answers[1] else {
      Issue.record("\(answers[1])")
      return
    }
    #expect(words.contains("no such word"))
  }

  @Test func `one that ended is started again`() throws {
    let speak = program("\(Self.tone); echo '{\"ok\": true}'; exit 3")
    for answer in answers([speak], texts: ["One.", "Two.", "Three."]) { _ = try answer.get() }
    #expect(started.count == 3)
  }

  @Test func `one that can't begin is quoted`() {
    let speak = program("", before: "echo 'no model here' >&2; exit 4")
    guard case .programFailed(_, .left(code: 4), let words) = failure([speak]) else {
      Issue.record("it spoke")
      return
    }
    #expect(words.contains("no model here"))
  }

  @Test func `one that does not answer is ended, with all that it started`() throws {
    let child = folder.path + "/child"
    let speak = program("sleep 600 & echo $! > \(child); wait")
    guard case .programHung = failure([speak], timeout: 1) else {
      Issue.record("it spoke")
      return
    }
    let process = try #require(started.first)
    let text = String(decoding: CacheFiles.read(child, most: 20) ?? [], as: UTF8.self)
    let sleeping = try #require(pid_t(text.split(separator: "\n").first ?? ""))
    #expect(isGone(process) && isGone(sleeping))
  }

  @Test func `it ends with the narrator, though it ignores the end of its input`() throws {
    let process: pid_t
    do {
      let narrator = Narrator(cache: nil, program: workerProgram, lanes: 1)
      let speak = program(
        "\(Self.tone); echo '{\"ok\": true}'", before: "trap '' HUP TERM INT", after: "sleep 600")
      let command = CommandVoice(arguments: ["sox"], resident: [speak])
      let voice = Voice(name: "own", language: "en", engine: .command(command))
      _ = try narrator.speak([SpeechRequest(text: "Be here.", voice: voice)])[0].get()
      process = try #require(started.first)
      #expect(kill(process, 0) == 0)
    }
    #expect(isGone(process))
  }

  @Test func `where it isn't there, one process for each text speaks`() throws {
    let once = folder.path + "/once"
    let text = Array("#!/bin/sh\nexec sox -n -r 22050 \"$1\" synth 1 sine 440 vol 0.3\n".utf8)
    #expect(text.withUnsafeBytes { CacheFiles.write([$0], to: once) })
    chmod(once, 0o700)
    for resident in [["no-such-program-at-all"], ["{adapter}", once]] {
      let command = CommandVoice(arguments: [once, "{out}"], resident: resident)
      let voice = Voice(name: "own", language: "en", engine: .command(command))
      _ = try narrator.speak([SpeechRequest(text: "Be here.", voice: voice)])[0].get()
    }
  }

  @Test func `the adapter runs in the Python of the program's first lines`() {
    for head in ["#!PY\n", "#!PY -I\n", "#!/bin/sh\n'''exec' \"PY\" \"$0\" \"$@\"\n"] {
      let python = folder.path + "/python3"
      symlink("/bin/true", python)
      let path = folder.path + "/speaks"
      var text = head
      text.replace("PY", with: python)
      let bytes = Array(text.utf8)
      #expect(bytes.withUnsafeBytes { CacheFiles.write([$0], to: path) })
      #expect(ResidentAdapter.command(for: path)?.prefix(3) == [python, "-u", "-c"])
    }
    #expect(ResidentAdapter.command(for: "/bin/sh") == nil)
  }

  /// Whether a process ends within ten seconds.
  private func isGone(_ process: pid_t) -> Bool {
    for _ in 0..<1_000 {
      if kill(process, 0) != 0 { return true }
      usleep(10_000)
    }
    return false
  }
}
