import Glibc
import KindlySound

@testable import KindlySpeech

/// What narration reads: kept clips, sound files, and what a worker says.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  switch count % 4 {
  case 0: readMessage(bytes)
  case 1: readClip(bytes)
  default: readSound(bytes, repairing: count % 4 == 3)
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

/// A clip as it is; and one whose mark, key and checksum are right, whatever else it says.
private func readClip(_ bytes: [UInt8]) {
  _ = ClipFile.read(file(bytes), for: key)
  guard bytes.count >= 96 else { return }
  var forged = bytes
  forged.replaceSubrange(0..<8, with: Array("KNDLCLP2".utf8))
  forged.replaceSubrange(32..<96, with: Array(key.digest.utf8))
  var hash = XXH64()
  forged.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[16...])) }
  withUnsafeBytes(of: hash.finish()) { forged.replaceSubrange(8..<16, with: Array($0)) }
  guard let spoken = ClipFile.read(file(forged), for: key) else { return }
  _ = spoken.clip.withSamples { $0.reduce(0, +) }
  for word in spoken.words { precondition(word.range.lowerBound <= word.range.upperBound) }
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
  guard let speech = try? SoundFile.read(path) else { return }
  precondition(speech.samples.allSatisfy { $0.isFinite })
  guard speech.samples.count < 20_000 else { return }
  guard let clip = try? speech.shaped(tone: [.highPass(145)], reverb: nil, loudness: -20) else {
    return
  }
  precondition(clip.clip.withSamples { $0.allSatisfy { $0.isFinite && abs($0) <= 1 } })
}
