import Dispatch
import Glibc
public import KindlyBase
import KindlySound
import Synchronization

/// Speaks texts: looks in the cache, else has an engine speak them. What espeak-ng gives is shaped when
/// it is due.
///
/// Control side; any thread. Workers are started when first needed, as many as there are cores, and
/// end with the narrator.
public final class Narrator: Sendable {
  private let lanes: Int
  private let cache: ClipCache?
  let espeak: EspeakSpeaker
  private let commands: CommandSpeaker
  private let program: String
  private let identity: String

  /// Makes a narrator; nothing is started or written yet.
  ///
  /// A worker is this program started once more. In a process that was started for that, this speaks
  /// and never returns, so that no program can start itself again and again.
  ///
  /// - Parameters:
  ///   - folder: where spoken clips are kept, such as `~/.cache/kindly`; nil keeps nothing.
  ///   - cacheBytes: how much is kept there at most, in bytes.
  ///   - program: what is run for a worker: this program itself, unless a test says otherwise.
  ///   - lanes: texts spoken at the same time; nil for as many as there are cores.
  ///   - espeak: where espeak-ng is.
  ///   - patience: how long espeak-ng may take for a text.
  public init(
    cache folder: String?, cacheBytes: Int = ClipCache.usualBytes,
    program: String = "/proc/self/exe", lanes: Int? = nil,
    espeak: EspeakInstallation = .find(), patience: Patience = .usual
  ) {
    if isSpeakWorker { speakWorkerMain() }
    TemporaryFolder.sweep()
    self.lanes = lanes ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    cache = folder.map { ClipCache(folder: $0, most: cacheBytes) }
    self.espeak = EspeakSpeaker(
      installation: espeak, program: program, folder: folder, patience: patience)
    identity = espeak.identity
    self.program = program
    commands = CommandSpeaker(program: program)
  }

  /// Speaks all requests, equal ones once; answers come in the order of the requests. `progress` is
  /// told how many are done and of how many, from any thread, one call at a time.
  public func speak(
    _ requests: [SpeechRequest], progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) -> [Result<SpokenClip, SpeechFailure>] {
    // The longest first, so that none is left for one worker while the others wait.
    let jobs = Self.distinct(requests).sorted { $0.text.utf8.count > $1.text.utf8.count }
    let answers = Mutex<[SpeechRequest: Result<SpokenClip, SpeechFailure>]>([:])
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(lanes, jobs.count)) { _ in
      while true {
        let job = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard job < jobs.count else { return }
        let answer = Result { () throws(SpeechFailure) in try self.speak(jobs[job]) }
        answers.withLock {
          $0[jobs[job]] = answer
          progress($0.count, jobs.count)
        }
      }
    }
    return answers.withLock { answers in
      requests.map { answers[$0] ?? .failure(.nothingToSay) }
    }
  }

  /// How a request would sound, as the engine tells it in IPA: for authors who look for a word that
  /// is said wrongly. Nil for engines that do not tell. Nothing is spoken or stored.
  /// - Throws: `SpeechFailure`, as `speak` would.
  public func phonemes(of request: SpeechRequest) throws(SpeechFailure) -> String? {
    let text = try speakable(request)
    switch request.voice.engine {
    case .espeak(let engine): return try espeak.phonemes(of: text, in: engine)
    case .command, .recording: return nil
    }
  }

  /// Why a voice can't speak on this machine now; nil if it can.
  ///
  /// espeak-ng says a letter to find out; of a program it is only looked whether it is there, because
  /// some take seconds to begin.
  public func obstacle(for voice: Voice) -> SpeechFailure? {
    do throws(SpeechFailure) {
      switch voice.engine {
      case .espeak: _ = try raw(SpeechRequest(text: "a", voice: voice))
      case .command(let command): try commands.look(for: command)
      case .recording(let path): _ = try recording(path)
      }
      return nil
    } catch {
      return error
    }
  }

  /// The worker processes that wait for work.
  var workerProcesses: [Int32] { espeak.workerProcesses }

  /// Each request once, in the order of first use.
  private static func distinct(_ requests: [SpeechRequest]) -> [SpeechRequest] {
    var seen: Set<SpeechRequest> = []
    return requests.filter { seen.insert($0).inserted }
  }

  private func speak(_ request: SpeechRequest) throws(SpeechFailure) -> SpokenClip {
    let key = ClipKey(of: request, engine: try identity(of: request.voice.engine))
    if let kept = cache?.contents(for: key) { return due(request, key, kept) }
    let raw = try raw(request)
    let contents = ClipFile.Contents(
      frames: raw.frames(inRoom: request.voice.reverb), words: raw.spokenWords())
    return due(request, key, contents, of: keep(raw, contents, request, key) ? nil : raw)
  }

  /// Keeps what was said: as it is where shaping waits until it is due, and shaped where it would be
  /// nothing beside what the engine takes, or where a recording of ten minutes takes longer than a
  /// listener waits for.
  private func keep(
    _ raw: RawSpeech, _ contents: ClipFile.Contents, _ request: SpeechRequest, _ key: ClipKey
  ) -> Bool {
    guard let cache else { return false }
    if case .espeak = request.voice.engine { return cache.keep(raw, as: contents, for: key) }
    return cache.keep(samples: raw.shaped(for: request.voice), words: contents.words, for: key)
  }

  /// What was said as a clip that is shaped, or read, when it is due.
  /// - Parameter raw: what was said, if nothing is kept; what lies on the disk takes no memory until it
  ///   is due.
  private func due(
    _ request: SpeechRequest, _ key: ClipKey, _ contents: ClipFile.Contents,
    of raw: RawSpeech? = nil
  ) -> SpokenClip {
    let isSpeechless = Flag()
    // Who has the clip keeps its narrator: a composition outlives the composer that made it.
    let read: @Sendable (UnsafeMutableRawBufferPointer) -> Bool = { [cache] memory in
      cache?.read(key, into: memory) ?? false
    }
    let clip = Clip.due(count: contents.frames, isKept: raw != nil, read: read) { [self] in
      // What is damaged, or was taken away since, is spoken again: a silent phrase is the worst that
      // can happen. What can't be spoken any more is not tried again.
      guard !isSpeechless.isSet,
        let said = raw ?? cache?.speech(for: key) ?? (try? self.raw(request))
      else {
        isSpeechless.set()
        return nil
      }
      let samples = said.shaped(for: request.voice)
      if samples.count == contents.frames {
        cache?.keep(samples: samples, words: contents.words, for: key)
      }
      return samples
    }
    return SpokenClip(clip: clip, words: contents.words)
  }

  /// Something that happens once.
  private final class Flag: Sendable {
    private let state = Atomic(false)

    var isSet: Bool { state.load(ordering: .relaxed) }

    func set() { state.store(true, ordering: .relaxed) }
  }

  /// What an engine makes of a request, evened out, without silence at its ends.
  private func raw(_ request: SpeechRequest) throws(SpeechFailure) -> RawSpeech {
    let voice = request.voice
    let take = Take(request.take, of: request.text, spread: voice.takes)
    let rate = voice.speed.figure(pace: request.pace * take.pace)
    var raw =
      switch voice.engine {
      case .espeak(let engine):
        try espeak.speak(try speakable(request), in: engine.varied(by: take), rate: rate)
      case .command(let command):
        try commands.speak(try speakable(request), in: command, rate: rate)
      case .recording(let path): try recording(path)
      }
    raw.lengthenLastWord(by: take.end)
    if voice.compression > 1 { raw.compress(to: voice.compression) }
    do {
      return try raw.trimmed()
    } catch {
      guard case .recording(let path) = voice.engine, error == .silent else { throw error }
      throw .recordingUnreadable(path: path, reason: "there is no sound in it")
    }
  }

  /// What tells an engine from any other of its kind.
  private func identity(of engine: Voice.Engine) throws(SpeechFailure) -> String {
    switch engine {
    case .espeak: return identity
    case .command(let command): return try commands.identity(of: command)
    case .recording(let path):
      guard let status = CacheFiles.status(of: path) else {
        throw .recordingUnreadable(path: path, reason: "there is no such file")
      }
      return "\(path) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
  }

  private func recording(_ path: String) throws(SpeechFailure) -> RawSpeech {
    do {
      return try SoundFile.read(recording: path, program: program)
    } catch {
      switch error {
      case .unreadable(let reason): throw .recordingUnreadable(path: path, reason: reason)
      case .tooLong(let seconds):
        throw .recordingUnreadable(path: path, reason: "it is longer than \(seconds) seconds")
      }
    }
  }

  /// The text as an engine gets it.
  private func speakable(_ request: SpeechRequest) throws(SpeechFailure) -> SpeakableText {
    guard request.text.utf8.count <= SpeechRequest.longestText else {
      throw .textTooLong(bytes: request.text.utf8.count, most: SpeechRequest.longestText)
    }
    let text = request.speakable
    guard text.isSpeakable else { throw .nothingToSay }
    return text
  }
}
