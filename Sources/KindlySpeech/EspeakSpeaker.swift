import CKindlyESpeakNG
import Glibc
import KindlyBase
import Synchronization

/// Speaks with espeak-ng: owns its worker processes and its data folder. Any thread.
final class EspeakSpeaker: Sendable {
  private struct State {
    var idle: [Worker] = []
    /// What keeps every worker from starting; found out once.
    var broken: SpeechFailure?
    var data: EspeakData?
    /// A data folder that goes away with the speaker, where the cache can't be written.
    var temporary: TemporaryFolder?
    /// What espeak-ng's own folder has for a voice, looked up once.
    var known: [Name: (base: EspeakNames.File, variant: String)] = [:]
  }

  /// A voice and its variant, as asked for.
  private struct Name: Hashable {
    var voice: String
    var variant: EspeakVoice.Variant
  }

  let installation: EspeakInstallation
  private let program: String
  private let folder: String?
  private let patience: Patience
  private let state = Mutex(State())

  init(installation: EspeakInstallation, program: String, folder: String?, patience: Patience) {
    self.patience = patience
    self.installation = installation
    self.program = program
    self.folder = folder
  }

  /// Speaks a cleaned text at `rate`, espeak-ng's own words per minute.
  func speak(
    _ text: SpeakableText, in voice: EspeakVoice, rate: Double
  ) throws(SpeechFailure) -> RawSpeech {
    var speech = RawSpeech(samples: [], rate: 22_050, words: [])
    for (piece, phrase) in try phrases(of: text, in: voice, rate: rate) {
      let (sound, rate) = try speak(phrase)
      speech.rate = rate
      speech.append(sound, of: piece)
      guard speech.samples.count <= EspeakPhrase.mostSeconds * rate else {
        throw .soundTooLong(seconds: EspeakPhrase.mostSeconds)
      }
    }
    return speech
  }

  /// How a cleaned text would sound, in IPA.
  func phonemes(of text: SpeakableText, in voice: EspeakVoice) throws(SpeechFailure) -> String {
    var parts: [String] = []
    for (_, phrase) in try phrases(of: text, in: voice, rate: 175) {
      var phrase = phrase
      phrase.asksForPhonemes = true
      parts.append(try speak(phrase).sound.phonemes)
    }
    return parts.joined(separator: " ")
  }

  private func phrases(
    of text: SpeakableText, in voice: EspeakVoice, rate: Double
  ) throws(SpeechFailure) -> [(piece: SpeakableText.Piece, phrase: EspeakPhrase)] {
    let name = try name(of: voice, rate: rate)
    return text.pieces().map { piece in
      let phrase = EspeakPhrase(
        text: piece.text.string, voice: name,
        rate: Int(max(80, min(450, rate.rounded()))),
        pitch: max(0, min(100, voice.pitch)), range: max(0, min(100, voice.range)),
        volume: max(0, min(200, voice.volume)), wordGap: max(0, min(500, voice.wordGap)),
        patience: patience)
      return (piece, phrase)
    }
  }

  /// The processes that wait for work.
  var workerProcesses: [Int32] { state.withLock { $0.idle.map(\.process) } }

  private func speak(
    _ phrase: EspeakPhrase
  ) throws(SpeechFailure) -> (sound: EspeakSound, rate: Int) {
    do {
      return try ask(phrase)
    } catch {
      switch error {
      // A worker that ended is not the phrase's fault; a second one that ends is told.
      case .noWorker: return try ask(phrase)
      // Nor is it if the voice crashes on a single letter.
      case .engineDied where diesOfALetter(phrase):
        throw .dataMissing(reason: "whatever \(phrase.voice) says, it crashes")
      default: throw error
      }
    }
  }

  private func diesOfALetter(_ phrase: EspeakPhrase) -> Bool {
    var letter = phrase
    letter.text = "a"
    do throws(SpeechFailure) {
      _ = try ask(letter)
      return false
    } catch {
      if case .engineDied = error { return true }
      return false
    }
  }

  private func ask(
    _ phrase: EspeakPhrase
  ) throws(SpeechFailure) -> (sound: EspeakSound, rate: Int) {
    let worker = try worker()
    do {
      let sound = try worker.speak(phrase)
      state.withLock { $0.idle.append(worker) }
      return (sound, worker.rate)
    } catch {
      if worker.isUsable { state.withLock { $0.idle.append(worker) } }
      throw error
    }
  }

  private func worker() throws(SpeechFailure) -> Worker {
    let (idle, broken) = state.withLock { ($0.idle.popLast(), $0.broken) }
    if let idle { return idle }
    if let broken { throw broken }
    let home = Worker.Home(
      program: program, library: installation.library, data: data()?.home ?? systemHome)
    do {
      return try Worker(home: home, patience: patience)
    } catch {
      switch error {
      case .engineMissing, .dataMissing: state.withLock { $0.broken = error }
      default: break
      }
      throw error
    }
  }

  private var systemHome: String? {
    installation.data.map { $0.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } }
  }

  /// espeak-ng's name for a voice, all of it known to exist, slow enough for `rate`.
  private func name(of voice: EspeakVoice, rate: Double) throws(SpeechFailure) -> String {
    let (file, text) = try found(voice)
    data()?.link(file)
    let base = file.name
    if let slowed = EspeakSlowness.variant(text, at: rate) { return try base + install(slowed) }
    switch voice.variant {
    case .none: return base
    case .named(let variant): return base + "+" + variant
    case .own(let own): return try base + install(own)
    }
  }

  /// A voice's own file and the text of its variant, both known to exist.
  private func found(
    _ voice: EspeakVoice
  ) throws(SpeechFailure) -> (base: EspeakNames.File, variant: String) {
    guard let system = installation.data, CacheFiles.isFile(system + "/phontab") else {
      throw .dataMissing(reason: "the folder espeak-ng-data was not found")
    }
    let name = Name(voice: voice.voice, variant: voice.variant)
    if let known = state.withLock({ $0.known[name] }) { return known }
    let names = EspeakNames(data: system)
    guard let base = names.file(of: voice.voice) else {
      guard !names.voices.isEmpty else { throw .dataMissing(reason: "\(system) has no voices") }
      throw .unknownVoice(
        voice.voice, near: KindlySpeech.names(near: voice.voice, among: names.voices))
    }
    let text: String
    switch voice.variant {
    case .none: text = ""
    case .named(let variant):
      guard variant.utf8.count <= 30, let known = names.text(ofVariant: variant) else {
        throw .unknownVariant(
          variant, near: KindlySpeech.names(near: variant, among: names.variants))
      }
      text = known
    case .own(let own): text = own
    }
    state.withLock { $0.known[name] = (base, text) }
    return (base, text)
  }

  private func install(_ variant: String) throws(SpeechFailure) -> String {
    guard let data = data() else {
      throw .dataMissing(reason: "no folder for the voice could be made")
    }
    return "+" + (try data.install(variant: variant))
  }

  /// Our data folder: in the cache, else a temporary one; nil if neither can be made.
  private func data() -> EspeakData? {
    guard let system = installation.data else { return nil }
    let identity = installation.identity
    return state.withLock { state in
      if let data = state.data, CacheFiles.isFolder(data.home) { return data }
      // Somebody cleared the cache: whoever looked into the old folder sees nothing any more.
      state.data = nil
      state.idle = []
      if let folder, CacheFiles.makeFolder(folder) {
        state.data = try? EspeakData(system: system, identity: identity, below: folder)
      }
      if state.data == nil, let temporary = TemporaryFolder() {
        state.temporary = temporary
        state.data = try? EspeakData(system: system, identity: identity, below: temporary.path)
      }
      return state.data
    }
  }
}

extension RawSpeech {
  /// Joins the sound of a piece: without its own silence at the ends, with the piece's gap after it.
  fileprivate mutating func append(_ sound: EspeakSound, of piece: SpeakableText.Piece) {
    let values = [Float](unsafeUninitializedCapacity: sound.samples.count) { values, count in
      for place in sound.samples.indices { values[place] = Float(sound.samples[place]) / 32_768 }
      count = sound.samples.count
    }
    let kept = Audible.range(of: values) ?? 0..<0
    let shift = samples.count - kept.lowerBound
    let events = sound.words.map {
      WordTimes.Event(sample: Int($0.sample), position: Int($0.position))
    }
    for word in WordTimes.starts(of: piece.text, events: events, end: kept.upperBound) {
      words.append((sample: max(samples.count, word.sample + shift), range: word.range))
    }
    samples += values[kept]
    samples += [Float](repeating: 0, count: Int(piece.gap * Double(rate)))
  }
}
