import CKindlyESpeakNG
import Glibc
import KindlyBase
import Synchronization

/// Speaks with programs of the listener's: one that stays and answers one text after another where the
/// voice has one, else one process for each text. Any thread.
///
/// A program gets an argument list, never a shell; its input and output are files in a folder that
/// exists only for this text. It may take its time, but not more, and what it writes is bounded.
final class CommandSpeaker: Sendable {
  /// No speech of five minutes at any usual rate is larger.
  private static let mostBytes = 64 << 20
  /// A program that is asked for its version does nothing else.
  private static let versionPatience = 15.0

  /// What is run to decode what a program gave.
  private let program: String

  /// Makes a speaker; nothing is started yet.
  init(program: String = "/proc/self/exe") { self.program = program }

  private let versions = Mutex<[[String]: String]>([:])
  /// Resident programs that wait for work, by what they were started with.
  let waiting = Mutex<[[String]: [ResidentProgram]]>([:])

  /// Speaks a cleaned text at `rate` times the program's own speed.
  func speak(
    _ text: SpeakableText, in voice: CommandVoice, rate: Double
  ) throws(SpeechFailure) -> RawSpeech {
    let program = try Self.program(of: voice)
    guard let folder = TemporaryFolder() else {
      throw .noWorker(reason: "no temporary folder can be made")
    }
    if let resident = Self.resident(of: voice) {
      try speak(text.string, in: voice, by: resident, rate: rate, out: folder.sound)
      return try sound(in: folder.sound, as: .wav, of: voice)
    }
    let isInArguments = voice.arguments.contains { $0.contains("{text}") }
    let input = isInArguments ? "" : text.string + "\n"
    guard folder.give(input) else {
      throw .noWorker(reason: "no temporary file can be written")
    }
    let ending = Self.run(
      [program] + Self.filled(voice, text: text.string, rate: rate, out: folder.sound).dropFirst(),
      in: folder, seconds: voice.timeout)
    try Self.check(ending, of: voice, complaints: folder.lastWords)
    let isFile = voice.arguments.contains { $0.contains("{out}") }
    return try sound(
      in: isFile ? folder.sound : folder.output, as: voice.output, of: voice)
  }

  /// Looks whether the program is there, and the model if the voice names one by its path.
  func look(for voice: CommandVoice) throws(SpeechFailure) {
    _ = try Self.program(of: voice)
    let model = Self.expanded(voice.voice)
    guard !model.hasPrefix("/") || CacheFiles.isFile(model) else {
      throw .modelMissing(path: model)
    }
  }

  /// What tells this program from any other version of it; asked once per run.
  func identity(of voice: CommandVoice) throws(SpeechFailure) -> String {
    let program = try Self.program(of: voice)
    if let known = versions.withLock({ $0[[program] + voice.version] }) { return known }
    var identity = program
    if let status = CacheFiles.status(of: program) {
      identity += " \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
    if let first = voice.version.first, let teller = Self.path(of: first),
      let folder = TemporaryFolder()
    {
      _ = folder.give("")
      _ = Self.run(
        [teller] + voice.version.dropFirst(), in: folder, seconds: Self.versionPatience)
      for path in [folder.output, folder.complaints] {
        let said = CacheFiles.read(path, most: 1 << 16) ?? []
        identity += "\n" + String(decoding: said, as: UTF8.self)
      }
    }
    versions.withLock { $0[[program] + voice.version] = identity }
    return identity
  }

  private static func program(of voice: CommandVoice) throws(SpeechFailure) -> String {
    let name = voice.arguments.first ?? ""
    guard let path = path(of: name) else {
      throw .programMissing(name: name, install: voice.install)
    }
    // Looking for a program starts nothing; whoever lacks it need not be asked for consent first.
    if case .missing(let narrator) = voice.consent {
      throw .notTrusted(program: name, narrator: narrator)
    }
    return path
  }

  /// The file that a program's name means: by the search path, unless the name holds a slash.
  static func path(of name: String) -> String? {
    if name.contains("/") {
      let path = expanded(name)
      return isProgram(path) ? path : nil
    }
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return folders.split(separator: ":").filter { $0.hasPrefix("/") }.map { $0 + "/" + name }
      .first(where: isProgram)
  }

  private static func isProgram(_ path: String) -> Bool {
    CacheFiles.isFile(path) && access(path, X_OK) == 0
  }

  /// A path with the home folder in place of its `~`.
  static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  /// The arguments with everything filled in.
  private static func filled(
    _ voice: CommandVoice, text: String, rate: Double, out: String
  ) -> [String] {
    // Four digits are exact enough for any ear; "0.8333333333333334" is not for every program.
    func digits(_ number: Double) -> String {
      let rounded = (number * 10_000).rounded() / 10_000
      return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }
    // A text that starts like an option must not become one.
    let spoken = text.hasPrefix("-") ? " " + text : text
    let values = [
      "text": spoken, "out": out, "rate": digits(rate), "stretch": digits(1 / rate),
      "voice": expanded(voice.voice), "seed": "\(voice.seed)",
    ]
    return voice.arguments.map { filled($0, with: values) }
  }

  /// One argument; what was filled in is not looked at again.
  private static func filled(_ argument: String, with values: [String: String]) -> String {
    var result = ""
    var rest = argument[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      if let close = rest.firstIndex(of: "}"),
        let value = values[String(rest[rest.index(after: open)..<close])]
      {
        result += value
        rest = rest[rest.index(after: close)...]
      } else {
        result += "{"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  private static func run(
    _ arguments: [String], in folder: TemporaryFolder, seconds: Double
  ) -> kindly_ending {
    withArgumentVector(arguments) { vector in
      kindly_run_program(
        arguments[0], vector, environ, folder.input, folder.output, folder.complaints,
        UInt64(mostBytes), UInt32(max(1, min(3600, seconds)) * 1000))
    }
  }

  static func check(
    _ ending: kindly_ending, of voice: CommandVoice, complaints: String
  ) throws(SpeechFailure) {
    let name = voice.arguments.first ?? ""
    if ending.error != 0 {
      throw .programFailed(name: name, how: .notStarted(errno: Int(ending.error)), lastWords: "")
    }
    if ending.hung { throw .programHung(name: name, seconds: Int(voice.timeout)) }
    if ending.signal == SIGXFSZ { throw .soundTooLong(seconds: EspeakPhrase.mostSeconds) }
    if ending.signal != 0 {
      throw .programFailed(
        name: name, how: .ended(signal: Int(ending.signal)), lastWords: complaints)
    }
    if ending.exit_code != 0 {
      throw .programFailed(
        name: name, how: .left(code: Int(ending.exit_code)), lastWords: complaints)
    }
  }

  private func sound(
    in path: String, as output: CommandVoice.Output, of voice: CommandVoice
  ) throws(SpeechFailure) -> RawSpeech {
    let name = voice.arguments.first ?? ""
    guard let status = CacheFiles.status(of: path), status.st_size > 0 else {
      throw .programSilent(name: name)
    }
    // A program that ignores the signal still cannot write more: then its file ends here.
    guard status.st_size < Self.mostBytes else {
      throw .soundTooLong(seconds: EspeakPhrase.mostSeconds)
    }
    switch output {
    case .raw(let rate):
      let bytes = CacheFiles.read(path, most: Self.mostBytes) ?? []
      return RawSpeech(samples: SoundFile.samples(raw: bytes), rate: rate, words: [])
    case .wav:
      WaveHead.repair(path)
      do {
        return try SoundFile.read(path, program: program)
      } catch {
        switch error {
        case .tooLong(let seconds): throw .soundTooLong(seconds: seconds)
        case .unreadable(let reason): throw .programGarbled(name: name, reason: reason)
        }
      }
    }
  }
}
