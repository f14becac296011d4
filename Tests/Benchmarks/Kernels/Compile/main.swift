import KindlyCompiler
import Glibc
import KindlyLanguage
import KindlyTimeline

// Reads and composes a practice, and reads and formats a large one, beside plain reading of the file.
// Arguments: an ordinary practice, a large one, and a phrase set. Run by `Tests/Benchmarks/run compile`.

/// The bytes of a file, read as `cat` reads them.
func contents(of path: String) -> [UInt8] {
  let file = open(path, O_RDONLY)
  defer { close(file) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 17)
  while true {
    let count = block.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
    guard count > 0 else { return bytes }
    bytes.append(contentsOf: block[..<count])
  }
}

/// Says that every word lasts a third of a second.
struct EvenMeter: SpeechMeter {
  func measure(_ utterances: [Utterance]) -> [Measure] {
    utterances.map { utterance in
      let words = utterance.text.split(separator: " ").count
      return .spoken(frames: Frames(Int64(max(1, words)) * 16_000), words: [])
    }
  }
}

/// A resolver in which every voice and bell is there, and every phrase set is the same.
func resolver(phrases path: String) -> ReferenceResolver {
  var resolver = ReferenceResolver()
  let source = Source(path: path, bytes: contents(of: path))
  let wishes = Wishes(source: source, set: read(phrases: source).tree)
  resolver.phraseSet = { _, _ in .found(wishes) }
  resolver.voice = { .found(VoiceFacts(name: $0, languages: ["en"])) }
  resolver.bell = { name in
    .found(
      BellFacts(
        name: name, wait: 480_000, apart: 384_000, fade: { _ in 960_000 }, ring: { _ in 960_000 }))
  }
  return resolver
}

func compare(_ set: String, _ path: String, _ runs: Int, in answers: ReferenceResolver) {
  let bytes = contents(of: path)
  let source = Source(path: path, bytes: bytes)
  let reading = read(practice: source)
  let lines = bytes.count { $0 == 0x0A }
  let size = "\(lines) lines, \(bytes.count) bytes"
  row(set, "read", "ms", timings(times(runs)) { _ = read(practice: source) }, remark: size)
  row(set, "format", "ms", timings(times(runs)) { _ = formatted(source, as: .practice) })
  var outcome = ""
  let composing = timings(times(runs)) {
    let chapter = PracticeText(source: source, script: read(practice: source).tree)
    do throws(Uncomposable) {
      outcome =
        "\(try compose(chapter, in: answers, meter: EvenMeter()).timeline.frames.count / 48_000) s of session"
    } catch {
      // The largest text lasts longer than a session may: that is found out at the very end.
      outcome = "refused: \(error.diagnostics.first { $0.severity == .error }?.title ?? "")"
    }
  }
  row(set, "read and compose", "ms", composing, remark: outcome)
  row(
    set, "bytes of the file", "ms", timings(times(runs)) { _ = contents(of: path) },
    isYardstick: true)
  guard !reading.hasErrors else {
    print("\(path) has problems.")
    exit(1)
  }
}

let paths = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("--") }
let answers = resolver(phrases: paths[2])
compare("a practice", paths[0], 101, in: answers)
compare("a practice of 1 MiB", paths[1], 7, in: answers)
