import Glibc
import KindlySpeech
import KindlySound

/// The built worker program, which lies beside the program that runs the tests.
let workerProgram: String = {
  var path = [CChar](repeating: 0, count: 4096)
  let count = max(0, readlink("/proc/self/exe", &path, path.count))
  let own = String(decoding: path.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return own.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/KindlySpeakWorker"
}()

/// Whether the tests that take minutes run too.
let isLong = getenv("KINDLY_LONG_TESTS") != nil

/// A voice of espeak-ng with little on top.
let plain = Voice(
  name: "plain", language: "en-US", engine: .espeak(EspeakVoice(voice: "en-us", pitch: 5)))

/// A voice with breath, echo and filters, as the tuned ones have: the hardest to repeat.
let breathy = Voice(
  name: "breathy", language: "en-US",
  engine: .espeak(
    EspeakVoice(
      voice: "en-us",
      variant: .own(
        """
        language variant
        pitch 180 275
        flutter 9
        roughness 3
        formant 0 114 126 145
        breath 4 3 5 6 0 7 6 0
        breathw 150 150 200 200 400 400
        echo 29 44
        stressAdd 10 64 82 54 23 79 74 158
        """), pitch: 5, volume: 20)),
  tone: [
    Voice.Filter(shape: .highPass, frequency: 145),
    Voice.Filter(shape: .peak, frequency: 450, gain: 4.5, q: 1.77),
    Voice.Filter(shape: .lowPass, frequency: 8750),
  ])

/// The same voice in another language of espeak-ng.
func voice(_ name: String, variant: EspeakVoice.Variant = .none) -> Voice {
  Voice(
    name: name, language: name, engine: .espeak(EspeakVoice(voice: name, variant: variant)))
}

/// A folder of a test's own, removed with it.
final class Folder {
  let path: String

  init() {
    var template = Array("/tmp/kindly-narration-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap(mkdtemp).map { String(cString: $0) } ?? "/tmp"
    }
  }

  deinit { if path != "/tmp" { remove(path) } }

  private func remove(_ path: String) {
    if unlink(path) == 0 { return }
    if let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { remove(path + "/" + name) }
      }
      closedir(stream)
    }
    rmdir(path)
  }
}

extension SpokenClip {
  /// The samples as an array.
  var samples: [Float] { clip.copied() ?? [] }
}

/// Loudness of a clip with silence around it, in LUFS.
func loudness(_ spoken: SpokenClip) -> Double {
  SpeechLevel.loudness(of: spoken.samples, rate: 48_000)
}

/// The first place where two signals part; nil if they are the same to the bit.
func parting(_ left: [Float], _ right: [Float]) -> Int? {
  let common = min(left.count, right.count)
  for index in 0..<common where left[index].bitPattern != right[index].bitPattern { return index }
  return left.count == right.count ? nil : common
}

/// Numbers that look random and are the same every time (SplitMix64).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
