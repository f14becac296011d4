import KindlyBase
import Glibc
import KindlyFiles
import KindlySound

/// A clip as a file: a head of 96 bytes, the words, the samples, the text in UTF-8; all in the machine's
/// own order.
///
/// The head holds `KNDLCLP2`, XXH64 of all that follows, the number of words, the number of frames
/// and the key's digest.
enum ClipFile {
  private static let magic: [UInt8] = Array("KNDLCLP2".utf8)
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
          let text = Array(key.text.utf8)
          return text.withUnsafeBytes { text in
            for part in [counts, words, samples, text] { hash.update(part) }
            let sum = hash.finish()
            return magic.withUnsafeBytes { magic in
              withUnsafeBytes(of: sum) {
                CacheFiles.write([magic, $0, counts, words, samples, text], to: path)
              }
            }
          }
        }
      }
    }
  }

  /// Reads a clip into memory of its own and checks it there, so that nothing that happens to the file
  /// afterwards can be heard. Nil if a bit of it is wrong, or if it is another's.
  ///
  /// The memory can be given back and filled again from the file, with the same check.
  /// - Parameter mend: called when filling finds the file damaged or gone; any thread.
  static func read(
    _ path: String, for key: ClipKey, mend: @escaping @Sendable () -> Void = {}
  ) -> SpokenClip? {
    guard let file = try? OpenFile.reading(path, links: .refused),
      let size = try? Int(file.facts.st_size), (headSize...mostBytes).contains(size),
      let start = mmap(
        nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      start != MAP_FAILED
    else { return nil }
    let memory = UnsafeMutableRawBufferPointer(start: start, count: size)
    guard copy(file, into: memory), let parts = checked(UnsafeRawBufferPointer(memory), key)
    else {
      munmap(start, size)
      return nil
    }
    let samples = UnsafeBufferPointer(
      start: start.advanced(by: parts.samplesAt).assumingMemoryBound(to: Float.self),
      count: parts.frames)
    let kept = ClipMemory(start, size: size, isFilled: true)
    let store = Clip.Store(
      isFilled: { kept.isFilled },
      fill: {
        let isFilled = kept.fill { refill($0, from: path, for: key) }
        if !isFilled { mend() }
        return isFilled
      },
      empty: { kept.empty() })
    let clip = Clip(samples: samples, store: store) { _ in withExtendedLifetime(kept) {} }
    return SpokenClip(clip: clip, words: parts.words)
  }

  /// The text of a clip, without a look at its samples; nil where the file is none of this form.
  static func text(at path: String) -> String? {
    guard let file = try? OpenFile.reading(path, links: .refused),
      let size = try? Int(file.facts.st_size), size >= headSize
    else { return nil }
    let head = UnsafeMutableRawBufferPointer.allocate(byteCount: headSize, alignment: 16)
    defer { head.deallocate() }
    guard copy(file, into: head), head.prefix(8).elementsEqual(magic) else { return nil }
    let words = head.loadUnaligned(fromByteOffset: 16, as: Int64.self)
    let frames = head.loadUnaligned(fromByteOffset: 24, as: Int64.self)
    guard let start = textPlace(words: words, frames: frames), start <= size,
      size - start <= mostTextBytes
    else { return nil }
    let text = UnsafeMutableRawBufferPointer.allocate(byteCount: size - start, alignment: 1)
    defer { text.deallocate() }
    return copy(file, into: text, from: start) ? String(decoding: text, as: UTF8.self) : nil
  }

  /// Where the text begins; nil where the numbers can't be a clip's.
  private static func textPlace(words: Int64, frames: Int64) -> Int? {
    guard (0..<Int64(1 << 24)).contains(words), (0..<Int64(1 << 32)).contains(frames) else {
      return nil
    }
    return headSize + Int(words) * wordSize + Int(frames) * MemoryLayout<Float>.stride
  }

  /// No text is longer.
  private static let mostTextBytes = 1 << 20
  /// No clip is larger: ten minutes of samples, and words without end.
  private static let mostBytes = 512 << 20

  /// Reads the file once more, beside the memory, and copies it there only if it is right.
  private static func refill(
    _ memory: UnsafeMutableRawBufferPointer, from path: String, for key: ClipKey
  ) -> Bool {
    let size = memory.count
    guard let file = try? OpenFile.reading(path, links: .refused),
      let facts = try? file.facts, Int(facts.st_size) == size
    else { return false }
    let aside = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    defer { aside.deallocate() }
    guard copy(file, into: aside), checked(UnsafeRawBufferPointer(aside), key) != nil else {
      return false
    }
    memory.copyMemory(from: UnsafeRawBufferPointer(aside))
    return true
  }

  /// Fills memory with a file's bytes; false if it has fewer.
  private static func copy(
    _ file: borrowing OpenFile, into memory: UnsafeMutableRawBufferPointer, from start: Int = 0
  ) -> Bool {
    var done = 0
    while done < memory.count, let base = memory.baseAddress {
      let count = pread(file.descriptor, base + done, memory.count - done, off_t(start + done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
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
    guard let end = textPlace(words: words, frames: frames), file.count >= end,
      file.count - end <= mostTextBytes
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
