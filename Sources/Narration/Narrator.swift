import CESpeakNG
import Dispatch
import Glibc
import Synchronization

/// Speaks texts: owns the worker processes. Control side; any thread.
///
/// Workers are started when first needed, as many as there are cores, and end with the narrator.
public final class Narrator: Sendable {
  private struct Idle: ~Copyable {
    var workers: [Worker] = []
  }

  private let program: String
  private let lanes: Int
  private let idle = Mutex(Idle())

  /// Makes a narrator; nothing is started yet. `program` is run for a worker: this program itself,
  /// unless a test says otherwise.
  public init(program: String = "/proc/self/exe", lanes: Int? = nil) {
    self.program = program
    self.lanes = lanes ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// Speaks all requests, equal ones once; answers come in the order of the requests. `progress` is
  /// told how many are done and of how many, from any thread, one call at a time.
  public func speak(
    _ requests: [SpeechRequest], progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) -> [Result<SpokenClip, SpeechFailure>] {
    let jobs = Set(requests).map { $0 }
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

  private func speak(_ request: SpeechRequest) throws(SpeechFailure) -> SpokenClip {
    switch request.voice.engine {
    case .espeak(let voice):
      let raw = try speak(request, in: voice)
      return try raw.shaped(tone: request.voice.tone, loudness: request.voice.loudness)
    }
  }

  private func speak(
    _ request: SpeechRequest, in voice: EspeakVoice
  ) throws(SpeechFailure) -> RawSpeech {
    var name = voice.voice
    if case .named(let variant) = voice.variant { name += "+" + variant }
    let rate = request.voice.speed.figure(pace: request.pace)
    let phrase = EspeakPhrase(
      text: request.text, voice: name, rate: Int(max(80, min(450, rate.rounded()))),
      pitch: voice.pitch, range: voice.range, volume: voice.volume, wordGap: voice.wordGap)
    let worker = try worker()
    let sound: EspeakSound
    do {
      sound = try worker.speak(phrase)
    } catch {
      if Worker.survives(error) { idle.withLock { $0.workers.append(worker) } }
      throw error
    }
    idle.withLock { $0.workers.append(worker) }
    return RawSpeech(
      samples: sound.samples.map { Float($0) / 32768 }, rate: worker.rate, words: [])
  }

  private func worker() throws(SpeechFailure) -> Worker {
    if let worker = idle.withLock({ $0.workers.popLast() }) { return worker }
    return try Worker(home: .init(program: program, library: "libespeak-ng.so.1"))
  }
}
