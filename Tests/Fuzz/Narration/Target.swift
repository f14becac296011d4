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

/// What narration reads: what was kept, sound files, and what a worker says.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  switch count % 16 {
  // A process for each: few are enough, since libsndfile itself is not instrumented.
  case 0: readSound(bytes, repairing: false)
  case 1: readSound(bytes, repairing: true)
  case 2..<6: readMessage(bytes)
  default: readClip(bytes)
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

/// The bytes with a mark, key and checksums that are right, whatever else they say.
private func forged(_ bytes: [UInt8]) -> [UInt8] {
  var forged = bytes
  forged.replaceSubrange(0..<8, with: Array("KNDLCLP3".utf8))
  forged.replaceSubrange(64..<128, with: Array(key.digest.utf8))
  let words = forged.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 48, as: Int64.self) }
  let cut = min(forged.count, Int(max(0, min(words, 1 << 24))) * 32 + 128)
  // The sum of the samples is part of what the head's sum is taken over.
  for (place, range) in [(16, cut..<forged.count), (8, 16..<cut)] {
    var hash = XXH64()
    forged.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[range])) }
    withUnsafeBytes(of: hash.finish()) {
      forged.replaceSubrange(place..<(place + 8), with: Array($0))
    }
  }
  return forged
}

/// What was kept as it is, and forged.
private func readClip(_ bytes: [UInt8]) {
  _ = ClipFile.read(file(bytes), for: key)
  guard bytes.count >= 128 else { return }
  let path = file(forged(bytes))
  let contents = ClipFile.contents(of: path, for: key)
  guard let kept = ClipFile.read(path, for: key) else { return }
  precondition(kept.contents.frames == contents?.frames)
  for word in kept.contents.words {
    precondition(word.range.lowerBound <= word.range.upperBound)
  }
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
    tone: [.highPass(145)], room: nil, level: SpeechLevel(loudness: -20, ceiling: -1))
  precondition(clip.allSatisfy { $0.isFinite && abs($0) <= 1 })
}
