import KindlyBase
import Glibc
import KindlySound

/// A clip as a file: a head of 96 bytes, the words, the samples; all in the machine's own order.
///
/// The head holds `KNDLCLP1`, XXH64 of all that follows, the number of words, the number of frames
/// and the key's digest.
enum ClipFile {
  private static let magic: [UInt8] = Array("KNDLCLP1".utf8)
  private static let headSize = 96
  private static let wordSize = 32

  /// Writes a clip whole or not at all.
  static func write(_ spoken: SpokenClip, for key: ClipKey, to path: String) -> Bool {
    let words = spoken.words.flatMap {
      [$0.start, $0.frames, $0.range.lowerBound, $0.range.upperBound].map(Int64.init)
    }
    var counts = WireWriter()
    counts.put(Int64(spoken.words.count))
    counts.put(Int64(spoken.clip.count))
    counts.put(plain: Array(key.digest.utf8))
    return words.withUnsafeBytes { words in
      counts.bytes.withUnsafeBytes { counts in
        spoken.clip.withSamples { samples in
          let samples = UnsafeRawBufferPointer(samples)
          var hash = XXH64()
          for part in [counts, words, samples] { hash.update(part) }
          let sum = hash.finish()
          return magic.withUnsafeBytes { magic in
            withUnsafeBytes(of: sum) {
              FileSystem.write([magic, $0, counts, words, samples], to: path)
            }
          }
        }
      }
    }
  }

  /// A clip that stays in the file: its memory is the mapped file. Nil if a bit of it is wrong, or
  /// if it is another's.
  static func read(_ path: String, for key: ClipKey) -> SpokenClip? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size >= headSize
    else { return nil }
    let size = Int(status.st_size)
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { return nil }
    let file = UnsafeRawBufferPointer(start: start, count: size)
    guard let parts = checked(file, key) else {
      munmap(start, size)
      return nil
    }
    let samples = UnsafeBufferPointer(
      start: start.advanced(by: parts.samplesAt).assumingMemoryBound(to: Float.self),
      count: parts.frames)
    let address = UInt(bitPattern: start)
    let clip = Clip(samples: samples) { _ in
      munmap(UnsafeMutableRawPointer(bitPattern: address), size)
    }
    return SpokenClip(clip: clip, words: parts.words)
  }

  private static func checked(
    _ file: UnsafeRawBufferPointer, _ key: ClipKey
  ) -> (words: [SpokenWord], frames: Int, samplesAt: Int)? {
    guard file.prefix(8).elementsEqual(magic),
      file[32..<headSize].elementsEqual(key.digest.utf8)
    else { return nil }
    var hash = XXH64()
    hash.update(UnsafeRawBufferPointer(rebasing: file[16...]))
    guard file.loadUnaligned(fromByteOffset: 8, as: UInt64.self) == hash.finish() else {
      return nil
    }
    let words = file.loadUnaligned(fromByteOffset: 16, as: Int64.self)
    let frames = file.loadUnaligned(fromByteOffset: 24, as: Int64.self)
    guard (0..<Int64(1 << 24)).contains(words), (0..<Int64(1 << 32)).contains(frames),
      file.count == headSize + Int(words) * wordSize + Int(frames) * MemoryLayout<Float>.stride
    else { return nil }
    let numbers = (0..<Int(words) * 4).map {
      Int(file.loadUnaligned(fromByteOffset: headSize + $0 * 8, as: Int64.self))
    }
    let list = stride(from: 0, to: numbers.count, by: 4).map { at in
      SpokenWord(
        start: numbers[at], frames: numbers[at + 1],
        range: numbers[at + 2]..<max(numbers[at + 2], numbers[at + 3]))
    }
    return (list, Int(frames), headSize + Int(words) * wordSize)
  }
}
