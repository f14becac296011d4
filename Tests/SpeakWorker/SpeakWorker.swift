import KindlySpeech

/// The smallest program that can be a worker, for tests of narration alone.
@main struct SpeakWorker {
  static func main() { speakWorkerMain() }
}
