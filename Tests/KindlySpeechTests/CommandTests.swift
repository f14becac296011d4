import Glibc
import KindlySound
import Testing

@testable import KindlySpeech

/// Programs that speak well, badly and not at all. Each is a small script, written by the test; `sox`
/// makes the sounds.
@Suite struct CommandTests {
  private let folder = Folder()
  private let narrator = Narrator(cache: nil, program: workerProgram, lanes: 1)

  /// A program of the given shell lines.
  private func program(_ lines: String) -> String {
    let path = folder.path + "/speak-\(UInt32.random(in: 0 ... .max))"
    let text = Array(("#!/bin/sh\n" + lines + "\n").utf8)
    #expect(text.withUnsafeBytes { CacheFiles.write([$0], to: path) })
    chmod(path, 0o700)
    return path
  }

  private func answer(
    _ command: CommandVoice, text: String = "May I be safe.", pace: Double = 1
  ) -> Result<SpokenClip, SpeechFailure> {
    let voice = Voice(
      name: "own", language: "en", engine: .command(command),
      speed: Speed(wanted: 1, asked: 1, measured: 1))
    return narrator.speak([SpeechRequest(text: text, voice: voice, pace: pace)])[0]
  }

  private func failure(_ lines: String, output: CommandVoice.Output = .wav, timeout: Double = 20)
    -> SpeechFailure?
  {
    let command = CommandVoice(
      arguments: [program(lines), "{out}"], output: output, timeout: timeout)
    if case .failure(let failure) = answer(command) { return failure }
    return nil
  }

  private static let tone = "synth 1 sine 440 vol 0.3"

  @Test(
    arguments: [
      "-r 22050 -c 1 -b 16", "-r 8000 -c 1 -b 8 -e unsigned", "-r 96000 -c 2 -b 24",
      "-r 44100 -c 2 -b 32 -e float", "-r 16000 -c 6 -b 16",
    ])
  func `sound files of any kind become clips`(form: String) throws {
    let speak = program("exec sox -n \(form) \"$1\" \(Self.tone)")
    let clip = try answer(CommandVoice(arguments: [speak, "{out}"])).get().clip
    #expect(abs(clip.count - 48_000) < 1_500)
    #expect(clip.fill())
    // Measured at the file's rate, where the weighting of 8,000 a second is a little off.
    #expect(abs(SpeechLevel.loudness(of: clip.withSamples(Array.init), rate: 48_000) + 20) < 0.3)
  }

  @Test func `a head without the right length is believed by the file's end`() throws {
    // sox writes to a pipe without knowing how much will come.
    let speak = program("sox -n -r 22050 -c 1 -b 16 -t wav - \(Self.tone) | cat")
    let clip = try answer(CommandVoice(arguments: [speak])).get().clip
    #expect(abs(clip.count - 48_000) < 1_500)
    let zero = program(
      """
      sox -n -r 22050 -c 1 -b 16 "$1" \(Self.tone)
      printf '\\000\\000\\000\\000' | dd of="$1" bs=1 seek=40 conv=notrunc 2>&1
      """)
    #expect(try answer(CommandVoice(arguments: [zero, "{out}"])).get().clip.count > 40_000)
  }

  @Test func `raw samples are taken at their rate`() throws {
    let speak = program("exec sox -n -r 22050 -c 1 -b 16 -e signed -t raw - \(Self.tone)")
    let command = CommandVoice(arguments: [speak], output: .raw(rate: 22_050))
    #expect(abs(try answer(command).get().clip.count - 48_000) < 1_500)
  }

  @Test func `placeholders are filled in once, and no shell sees them`() throws {
    let said = folder.path + "/said"
    let speak = program(
      """
      for word; do printf '%s\\n' "$word"; done > \(said)
      cat >> \(said)
      exec sox -n -r 22050 "$5" \(Self.tone)
      """)
    let text = "-o; touch owned; May I be \"quoted\" 'here'"
    let command = CommandVoice(
      arguments: [speak, "{text}", "--rate={rate}", "{stretch}", "{voice}{seed}", "{out}"],
      voice: "some {text}", seed: 7)
    _ = try answer(command, text: text, pace: 0.8).get()
    let bytes = CacheFiles.read(said, most: 10_000) ?? []
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(lines[0] == " " + text)
    #expect(lines[1...3] == ["--rate=0.8", "1.25", "some {text}7"])
    #expect(lines.count == 5)
    #expect(!CacheFiles.isFile("owned") && !CacheFiles.isFile(folder.path + "/owned"))
  }

  @Test func `text goes to standard input where no argument takes it`() throws {
    let said = folder.path + "/said"
    let speak = program("cat > \(said); exec sox -n -r 22050 \"$1\" \(Self.tone)")
    _ = try answer(CommandVoice(arguments: [speak, "{out}"]), text: "May  I\u{1B} be.").get()
    #expect(CacheFiles.read(said, most: 100) == Array("May I be.\n".utf8))
  }

  @Test func `a missing program is said with the line that installs it`() {
    let command = CommandVoice(
      arguments: ["no-such-program-at-all", "{text}"], install: "sudo apt-get install it")
    guard case .failure(let failure) = answer(command) else {
      Issue.record("it spoke")
      return
    }
    #expect(
      failure.sentence
        == "The program \"no-such-program-at-all\", which this voice needs, is not installed.")
    #expect(failure.advice == "Install it with: sudo apt-get install it")
    #expect(!failure.isAboutText)
  }

  @Test func `a program that leaves with an error is quoted, harmless for a terminal`() {
    let failure = failure(
      "printf 'one\\n\\033[31mno model\\007 here\\342\\200\\256\\n' >&2; exit 3")
    guard case .programFailed(_, .left(code: 3), let words) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(words == "one [31mno model here")
    #expect(failure?.sentence.contains("ended with code 3. Its last words: one") == true)
  }

  @Test func `a program that crashes is named with its signal`() {
    guard case .programFailed(_, .ended(signal: 11), _) = failure("kill -SEGV $$") else {
      Issue.record("no signal")
      return
    }
  }

  @Test func `a program that hangs is ended with everything it started`() {
    let left = folder.path + "/left"
    let failure = failure(
      "(sleep 600; touch \(left)) & echo $! > \(left).id; sleep 600", timeout: 1)
    guard case .programHung(_, seconds: 1) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    let bytes = CacheFiles.read(left + ".id", most: 20) ?? []
    let process = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.flatMap {
      pid_t($0)
    }
    // It was sent its end; the kernel may still be at it.
    let path = "/proc/\(process ?? 0)/exe"
    for _ in 0..<500 where CacheFiles.status(of: path) != nil { usleep(10_000) }
    #expect(process != nil && CacheFiles.status(of: path) == nil)
  }

  @Test func `garbage, emptiness, silence and an hour of noise are told apart`() {
    guard case .programGarbled = failure("head -c 5000 /bin/sh > \"$1\"") else {
      Issue.record("garbage")
      return
    }
    guard case .programSilent = failure("true") else {
      Issue.record("nothing")
      return
    }
    guard case .programSilent = failure(": > \"$1\"") else {
      Issue.record("empty")
      return
    }
    guard case .programGarbled = failure("sox -n -r 8000 \"$1\" trim 0 0") else {
      Issue.record("no frames")
      return
    }
    #expect(failure("sox -n -r 8000 \"$1\" trim 0 1") == .silent)
    #expect(
      failure("exec sox -n -r 8000 -b 8 -c 1 \"$1\" synth 400 sine 100")
        == .soundTooLong(seconds: 300))
    #expect(failure("exec cat /dev/zero > \"$1\"") == .soundTooLong(seconds: 300))
  }

  @Test func `an engine that is never the same is the same from the cache`() throws {
    let speak = program("exec sox -n -r 22050 \"$1\" synth 0.5 whitenoise vol 0.2")
    let voice = Voice(
      name: "own", language: "en",
      engine: .command(CommandVoice(arguments: [speak, "{out}"], version: [speak, "/dev/null"])))
    let request = SpeechRequest(text: "May I be safe.", voice: voice)
    func narrator(cache: String?) -> Narrator { Narrator(cache: cache, program: workerProgram) }
    let first = try narrator(cache: folder.path).speak([request])[0].get()
    let again = try narrator(cache: folder.path).speak([request])[0].get()
    #expect(parting(first.samples, again.samples) == nil)
    let anew = try narrator(cache: nil).speak([request])[0].get()
    #expect(parting(first.samples, anew.samples) != nil)
  }

  @Test func `another version of a program is another voice`() throws {
    let version = folder.path + "/version"
    func write(_ text: String) {
      #expect(Array(text.utf8).withUnsafeBytes { CacheFiles.write([$0], to: version) })
    }
    let speak = program("exec sox -n -r 22050 \"$1\" \(Self.tone)")
    let command = CommandVoice(arguments: [speak, "{out}"], version: ["cat", version])
    write("1.0")
    let one = try CommandSpeaker().identity(of: command)
    write("1.1")
    let speaker = CommandSpeaker()
    let two = try speaker.identity(of: command)
    #expect(one != two && two.contains("1.1"))
    write("1.2")
    #expect(try speaker.identity(of: command) == two, "asked once per run")
  }

  @Test(.enabled(if: CacheFiles.isFile("/usr/bin/flite"), "flite is not installed"))
  func `flite speaks, and slower when asked`() throws {
    let command = CommandVoice(
      arguments: [
        "flite", "-voice", "slt", "--setf", "duration_stretch={stretch}", "-t", "{text}", "-o",
        "{out}",
      ], version: ["flite", "--version"])
    let normal = try answer(command).get().clip.count
    let slower = try answer(command, pace: 0.8).get().clip.count
    #expect(normal > 30_000)
    #expect(abs(Double(slower) / Double(normal) - 1.25) < 0.1)
  }

  @Test(
    .enabled(
      if: getenv("KINDLY_HIBARI") != nil, "KINDLY_HIBARI does not name the program hibari"))
  func `hibari speaks, the same for the same seed`() throws {
    let program = getenv("KINDLY_HIBARI").map { String(cString: $0) } ?? ""
    let command = CommandVoice(
      arguments: [program, "-o", "{out}", "--speed", "{rate}", "--seed", "{seed}"])
    let first = try answer(command).get()
    #expect(first.clip.count > 30_000)
    #expect(parting(first.samples, try answer(command).get().samples) == nil)
  }

  @Test func `a recording takes the place of a voice`() throws {
    let path = folder.path + "/may-i-be-safe.flac"
    let make = program("exec sox -n -r 44100 -c 2 \(path) synth 1 sine 300 vol 0.1 pad 0.7 0.9")
    _ = answer(CommandVoice(arguments: [make]))
    func speak(_ path: String) -> Result<SpokenClip, SpeechFailure> {
      let voice = Voice(name: "own", language: "en", engine: .recording(path), loudness: -18)
      return narrator.speak([SpeechRequest(text: "May I be safe.", voice: voice)])[0]
    }
    let clip = try speak(path).get().clip
    #expect(abs(clip.count - 48_000) < 1_500)
    #expect(clip.fill())
    #expect(abs(SpeechLevel.loudness(of: clip.withSamples(Array.init), rate: 48_000) + 18) < 0.2)
    for bad in [folder.path, folder.path + "/nothing.wav", "/dev/zero", "/etc/passwd"] {
      guard case .failure(.recordingUnreadable(bad, _)) = speak(bad) else {
        Issue.record("\(bad) was read")
        continue
      }
    }
  }
}
