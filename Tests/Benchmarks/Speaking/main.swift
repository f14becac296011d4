// What workers cost: a phrase from one that is there, from one that must be started first, and after
// one died or hung; and the memory they hold. The workers are found among this process's children.
import Glibc
import KindlyBase
import KindlySpeech

/// This process's child that speaks; nil if there is none.
func worker() -> pid_t? {
  let path = "/proc/self/task/\(getpid())/children"
  let children = text(of: path).split(separator: " ").compactMap { pid_t($0) }
  return children.first { text(of: "/proc/\($0)/cmdline").contains("speak-worker") }
}

/// The memory that a process alone holds, in MB: its proportional share of what several map.
func memory(of process: String) -> Double {
  let line = text(of: "/proc/\(process)/smaps_rollup").split(separator: "\n")
    .first { $0.hasPrefix("Pss:") }
  return (line?.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
}

func text(of path: String) -> String {
  guard let file = fopen(path, "r") else { return "" }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 4_096)
  let count = fread(&bytes, 1, bytes.count, file)
  return String(decoding: bytes.prefix(count).map { $0 == 0 ? 32 : $0 }, as: UTF8.self)
}

let voice = Voice(name: "plain", language: "en-US", engine: .espeak(EspeakVoice(voice: "en-us")))
let request = SpeechRequest(text: "May I be safe.", voice: voice)
let narrator = Narrator(cache: nil, lanes: 1, patience: Patience(processor: 2_000))

/// Milliseconds until the phrase is there, after something was done to the worker.
func milliseconds(after deed: (pid_t) -> Void) -> Double {
  _ = narrator.speak([request])
  if let worker = worker() { deed(worker) }
  let clock = ContinuousClock()
  let begin = clock.now
  guard case .success = narrator.speak([request])[0] else { return .nan }
  return (clock.now - begin) / .milliseconds(1)
}

let count = times(20)
let title = "a phrase, by its worker"
row(title, "one that is there", "ms", (0..<count).map { _ in milliseconds { _ in } })
row(title, "one that was killed", "ms", (0..<count).map { _ in milliseconds { kill($0, SIGKILL) } })
row(
  title, "one that hung and was given up", "ms",
  (0..<times(3)).map { _ in
    milliseconds { worker in
      kill(worker, SIGSTOP)
      _ = narrator.speak([request])
    }
  })
row(
  title, "the first of a new narrator", "ms",
  (0..<count).map { _ in
    let clock = ContinuousClock()
    return clock.measure { _ = Narrator(cache: nil, lanes: 1).speak([request]) } / .milliseconds(1)
  })
if let worker = worker() {
  for _ in 0..<times(500) { _ = narrator.speak([request]) }
  row("memory while speaking", "a worker", "MB", [memory(of: "\(worker)")])
  row("memory while speaking", "its owner", "MB", [memory(of: "self")])
}
