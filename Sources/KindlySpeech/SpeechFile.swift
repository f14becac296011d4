import KindlyBase
import KindlyFiles

/// What an engine said as a file, as long as nobody has shaped it: a head of 80 bytes, the words, the
/// samples; all in the machine's own order.
///
/// The head holds `KNDLSPC1`, XXH64 of all that follows, and the key's digest of 64 bytes.
enum SpeechFile {
  private static let magic: [UInt8] = Array("KNDLSPC1".utf8)
  private static let headSize = 80

  /// What was kept.
  struct Kept {
    /// The sound at the engine's rate, without silence at its ends. Its words are not kept.
    var raw: RawSpeech
    /// Length of the clip that becomes of it, in frames at 48 kHz.
    var frames: Int
    /// When its words are heard in that clip.
    var words: [SpokenWord]
  }

  /// Writes it whole or not at all.
  static func write(_ kept: Kept, for key: ClipKey, to path: String) -> Bool {
    var rest = WireWriter()
    rest.put(plain: Array(key.digest.utf8))
    for number in [kept.raw.rate, kept.frames, kept.words.count, kept.raw.samples.count] {
      rest.put(Int64(number))
    }
    for word in kept.words {
      for number in [word.start, word.frames, word.range.lowerBound, word.range.upperBound] {
        rest.put(Int64(number))
      }
    }
    return kept.raw.samples.withUnsafeBytes { samples in
      rest.bytes.withUnsafeBytes { rest in
        var hash = XXH64()
        hash.update(rest)
        hash.update(samples)
        return withUnsafeBytes(of: hash.finish()) { sum in
          magic.withUnsafeBytes { CacheFiles.write([$0, sum, rest, samples], to: path) }
        }
      }
    }
  }

  /// Reads it; nil if there is none, a bit of it is wrong, or it is another's.
  static func read(_ path: String, for key: ClipKey) -> Kept? {
    guard let file = try? OpenFile.reading(path, links: .refused),
      let bytes = try? file.bytes(most: mostBytes), bytes.count >= headSize + 32,
      bytes.prefix(8).elementsEqual(magic),
      bytes[16..<headSize].elementsEqual(key.digest.utf8)
    else { return nil }
    return bytes.withUnsafeBytes { bytes in
      var hash = XXH64()
      hash.update(UnsafeRawBufferPointer(rebasing: bytes[16...]))
      guard bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self) == hash.finish() else {
        return nil
      }
      func number(_ index: Int) -> Int {
        Int(bytes.loadUnaligned(fromByteOffset: headSize + index * 8, as: Int64.self))
      }
      let (rate, frames, words, samples) = (number(0), number(1), number(2), number(3))
      guard rate > 0, (0..<1 << 32).contains(frames), (0..<1 << 24).contains(words),
        (0..<1 << 32).contains(samples),
        bytes.count == headSize + 32 + words * 32 + samples * MemoryLayout<Float>.stride
      else { return nil }
      let list = (0..<words).map { word in
        let at = 4 + word * 4
        return SpokenWord(
          start: number(at), frames: number(at + 1),
          range: number(at + 2)..<max(number(at + 2), number(at + 3)))
      }
      let start = headSize + 32 + words * 32
      let values = [Float](unsafeUninitializedCapacity: samples) { memory, count in
        UnsafeMutableRawBufferPointer(memory).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[start...]))
        count = samples
      }
      return Kept(
        raw: RawSpeech(samples: values, rate: rate, words: []), frames: frames, words: list)
    }
  }

  /// None is larger: ten minutes at 48 kHz, and words without end.
  private static let mostBytes = 256 << 20
}
