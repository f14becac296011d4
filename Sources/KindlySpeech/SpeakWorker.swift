import CKindlyESpeakNG
import Glibc

/// The life of a worker process: opens espeak-ng, then answers one phrase after another on
/// descriptor 3 until the other end closes; or decodes one recording. Never returns.
///
/// A program calls this where `isSpeakWorker`, before it looks at any argument; those that follow
/// the first are the library and the folder that holds `espeak-ng-data`.
public func speakWorkerMain() -> Never {
  let arguments = CommandLine.arguments.dropFirst(2)
  if CommandLine.arguments.dropFirst().first == DecodeWorker.name { DecodeWorker.main(arguments) }
  // Files may be limited to a few bytes; what the engine's libraries try to write then fails, and it speaks.
  signal(SIGXFSZ, SIG_IGN)
  let connection = Connection(descriptor: 3)
  guard let library = arguments.first else { exit(64) }
  do {
    try greet(connection, library: library, data: arguments.dropFirst().first)
    while true {
      let message = try connection.receive(within: -1)
      guard let phrase = EspeakPhrase(message: message) else { exit(65) }
      try answer(phrase, on: connection)
    }
  } catch {
    exit(0)
  }
}

/// Whether this process was started by a narrator, to speak for it: by its first argument and the
/// socket that it was given.
public var isSpeakWorker: Bool {
  let name = CommandLine.arguments.dropFirst().first
  guard name == "speak-worker" || name == DecodeWorker.name else { return false }
  var facts = stat()
  return fstat(3, &facts) == 0 && facts.st_mode & S_IFMT == S_IFSOCK
}

private func greet(
  _ connection: borrowing Connection, library: String, data: String?
) throws(Connection.Trouble) {
  var problem = [CChar](repeating: 0, count: 400)
  let rate = kindly_espeak_open(library, data, &problem, problem.count)
  var writer = WireWriter()
  writer.put(Int32(rate))
  let text = problem.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
  writer.put(
    rate > 0 ? String(cString: kindly_espeak_version()) : String(decoding: text, as: UTF8.self))
  try connection.send(writer.bytes)
}

private func answer(
  _ phrase: EspeakPhrase, on connection: borrowing Connection
) throws(Connection.Trouble) {
  let spoken = phrase.voice.withCString { voice in
    phrase.text.withCString { text in
      var asked = kindly_phrase(
        voice: voice, text: text, rate: Int32(phrase.rate), pitch: Int32(phrase.pitch),
        range: Int32(phrase.range), volume: Int32(phrase.volume),
        word_gap: Int32(phrase.wordGap),
        most_samples: UInt32(EspeakPhrase.mostSeconds * 22_050),
        processor: UInt32(max(0, phrase.patience.processor)),
        clock: UInt32(max(0, phrase.patience.clock)), phonemes: phrase.asksForPhonemes)
      return kindly_espeak_speak(&asked, connection.descriptor)
    }
  }
  var writer = WireWriter()
  writer.put(Int32(spoken.outcome.rawValue))
  writer.put(spoken.detail)
  writer.put(
    String(
      decoding: UnsafeRawBufferPointer(start: spoken.phonemes, count: Int(spoken.phoneme_count)),
      as: UTF8.self))
  writer.put(Int32(spoken.word_count))
  writer.put(Int32(spoken.sample_count))
  let words = UnsafeRawBufferPointer(
    UnsafeBufferPointer(start: spoken.words, count: Int(spoken.word_count)))
  let samples = UnsafeRawBufferPointer(
    UnsafeBufferPointer(start: spoken.samples, count: Int(spoken.sample_count)))
  var length = WireWriter()
  length.put(Int32(writer.bytes.count + words.count + samples.count))
  try connection.send(plain: length.bytes + writer.bytes)
  try connection.send(plain: words)
  try connection.send(plain: samples)
  if spoken.outcome == KINDLY_ALONE { exit(0) }
}
