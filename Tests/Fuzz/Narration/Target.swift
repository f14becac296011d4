import Glibc
import KindlyBase
import KindlySound

@testable import KindlySpeech

/// The fuzzer is its own decoding worker, as the program is.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer?, _ words: UnsafeMutableRawPointer?) -> CInt
{
  if isSpeakWorker { speakWorkerMain() }
  return 0
}

/// What narration reads: kept clips and speech, sound files, and what a worker says.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  switch count % 16 {
  // A process for each: few are enough, since libsndfile itself is not instrumented.
  case 0: readSound(bytes, repairing: false)
  case 1: readSound(bytes, repairing: true)
  case 2..<6: readMessage(bytes)
  case 6..<11: readClip(bytes)
  default: readSpeech(bytes)
  }
  return 0
}

private let key = ClipKey(
  of: SpeechRequest(
    text: "May I be safe.",
    voice: Voice(name: "a", language: "en", engine: .espeak(EspeakVoice(voice: "en")))),
  engine: "")

/// A file of this process alone, with these bytes.
private func file(_ bytes: [UInt8]) -> String {
  let path = "/dev/shm/kindly-fuzz-\(getpid())"
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  precondition(write(file, bytes, bytes.count) == bytes.count)
  close(file)
  return path
}

/// The bytes with a mark, key and checksum that are right, whatever else they say.
private func forged(_ bytes: [UInt8], mark: String, digestAt place: Int) -> [UInt8] {
  var forged = bytes
  forged.replaceSubrange(0..<8, with: Array(mark.utf8))
  forged.replaceSubrange(place..<(place + 64), with: Array(key.digest.utf8))
  var hash = XXH64()
  forged.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[16...])) }
  withUnsafeBytes(of: hash.finish()) { forged.replaceSubrange(8..<16, with: Array($0)) }
  return forged
}

/// A clip as it is, and a forged one.
private func readClip(_ bytes: [UInt8]) {
  _ = ClipFile.read(file(bytes), for: key)
  guard bytes.count >= 96 else { return }
  let path = file(forged(bytes, mark: "KNDLCLP2", digestAt: 32))
  guard let spoken = ClipFile.read(path, for: key) else { return }
  _ = spoken.clip.withSamples { $0.reduce(0, +) }
  for word in spoken.words { precondition(word.range.lowerBound <= word.range.upperBound) }
}

/// Speech that was not shaped, as it is, and forged.
private func readSpeech(_ bytes: [UInt8]) {
  _ = SpeechFile.read(file(bytes), for: key)
  guard bytes.count >= 112 else { return }
  let path = file(
    forged(bytes, mark: "KNDLSPC1", digestAt: 16))
  guard let kept = SpeechFile.read(path, for: key) else { return }
  for word in kept.words { precondition(word.range.lowerBound <= word.range.upperBound) }
}

private func readMessage(_ bytes: [UInt8]) {
  _ = EspeakPhrase(message: bytes)
  var reader = WireReader(bytes)
  while let count = reader.number() {
    if count % 2 == 0 { _ = reader.text() } else { _ = reader.array(Int(count), of: Int16.self) }
  }
}

/// Speech is finite, whatever the file holds.
private func readSound(_ bytes: [UInt8], repairing: Bool) {
  let path = file(bytes)
  if repairing { WaveHead.repair(path) }
  guard let speech = try? SoundFile.read(path, program: "/proc/self/exe") else { return }
  precondition(speech.samples.allSatisfy { $0.isFinite })
  guard speech.samples.count < 20_000, speech.rate >= 8000 else { return }
  let clip = speech.shaped(
    tone: [.highPass(145)], reverb: Optional<Double>.none,
    level: SpeechLevel(loudness: -20, ceiling: -1))
  precondition(clip.allSatisfy { $0.isFinite && abs($0) <= 1 })
}
