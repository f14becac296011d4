import CKindlyESpeakNG
import Glibc

/// A worker process as its owner sees it. Ends it when it goes away. One thread at a time.
final class Worker: @unchecked Sendable {  // the narrator gives it to one thread at a time
  /// What a worker is started with.
  struct Home: Sendable, Hashable {
    /// The program to run: normally this one again.
    var program: String
    /// Path or name of libespeak-ng.
    var library: String
    /// The folder that holds `espeak-ng-data`; nil for the library's own.
    var data: String?
  }

  /// Its process, the leader of a group of its own.
  let process: pid_t
  private let connection: Connection
  /// False once it ended or went silent: then it can only be ended.
  private(set) var isUsable = true
  /// espeak-ng's sample rate.
  let rate: Int

  /// Starts a worker and waits until espeak-ng is open in it.
  init(home: Home, patience: Patience) throws(SpeechFailure) {
    var process: pid_t = 0
    var descriptor: Int32 = -1
    let error = withArgumentVector(
      [home.program, "speak-worker", home.library] + (home.data.map { [$0] } ?? [])
    ) { arguments in
      withArgumentVector(Self.environment()) { environment in
        kindly_start_worker(home.program, arguments, environment, -1, &process, &descriptor)
      }
    }
    guard error == 0 else { throw .noWorker(reason: String(cString: strerror(error))) }
    self.process = process
    connection = Connection(descriptor: descriptor)
    let greeting = try? connection.receive(from: process, within: patience)
    var reader = WireReader(greeting ?? [])
    rate = Int(reader.number() ?? -1)
    let said = reader.text() ?? ""
    guard rate > 0 else {
      kill(-process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
      // One that crashed did so over its data or its library; it had nothing to say yet.
      let signal = status & 0x7F
      if greeting == nil, signal != 0, signal != SIGKILL {
        throw .dataMissing(reason: "it crashes when it opens them (signal \(signal))")
      }
      guard greeting != nil else { throw .noWorker(reason: "it did not answer") }
      throw said.contains("data") ? .dataMissing(reason: said) : .engineMissing(reason: said)
    }
  }

  deinit {
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// Has one phrase spoken. After `engineHung` or `noWorker` the worker is of no more use.
  func speak(_ phrase: EspeakPhrase) throws(SpeechFailure) -> EspeakSound {
    var reader = WireReader(try exchange(phrase.message, patience: phrase.patience))
    func cutShort() -> SpeechFailure {
      isUsable = false
      return .noWorker(reason: "its answer was cut short")
    }
    guard let outcome = reader.number(), let detail = reader.number(),
      let phonemes = reader.text(), let wordCount = reader.number(),
      let sampleCount = reader.number()
    else { throw cutShort() }
    switch kindly_outcome(rawValue: UInt32(bitPattern: outcome)) {
    case KINDLY_SPOKEN: break
    case KINDLY_DIED: throw .engineDied(signal: Int(detail))
    case KINDLY_TIMED_OUT: throw .engineHung(seconds: Int(detail) / 1000)
    case KINDLY_TOO_LONG: throw .soundTooLong(seconds: EspeakPhrase.mostSeconds)
    case KINDLY_UNKNOWN_VOICE:
      throw .unknownVoice(phrase.voice, near: [])
    default: throw .engineRefused(code: Int(detail))
    }
    guard let words = reader.array(Int(wordCount), of: kindly_word.self),
      let samples = reader.array(Int(sampleCount), of: Int16.self)
    else { throw cutShort() }
    return EspeakSound(samples: samples, words: words, phonemes: phonemes)
  }

  // The worker watches its child itself; the time here is for a worker that hangs.
  private func exchange(
    _ message: [UInt8], patience: Patience
  ) throws(SpeechFailure) -> [UInt8] {
    do {
      try connection.send(message)
      var longer = patience
      longer.clock += min(2_000, patience.clock / 2)
      return try connection.receive(from: process, within: longer)
    } catch {
      isUsable = false
      switch error {
      case .tooLate: throw .engineHung(seconds: patience.clock / 1000)
      case .closed: throw .noWorker(reason: "it ended while it spoke")
      }
    }
  }

  // Swift's backtracer would run for a minute in a worker that crashes. Nothing else of the
  // environment may change the sound; a library in an unusual place is still found. espeak-ng opens
  // the sound server's library, though it never plays: without a home that finds nothing to
  // read, and under /proc it can make none either, not even for root.
  static func environment() -> [String] {
    var environment = [
      "SWIFT_BACKTRACE=enable=no", "HOME=/proc/nonexistent", "XDG_RUNTIME_DIR=/proc/nonexistent",
    ]
    if let path = getenv("LD_LIBRARY_PATH") {
      environment.append("LD_LIBRARY_PATH=" + String(cString: path))
    }
    return environment
  }
}

/// Runs `body` with the texts as a C argument vector.
func withArgumentVector<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = texts.map { strdup($0) }
  pointers.append(nil)
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers)
}
