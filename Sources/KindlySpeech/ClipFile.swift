import Glibc
import KindlyBase
import KindlyFiles

/// What was spoken as a file: a head of 128 bytes, the words, the samples, the text in UTF-8; all in the
/// machine's own order.
///
/// The head holds `KNDLCLP3`; XXH64 of the rest of the head and of the words; XXH64 of the samples and
/// the text; the rate of the samples, the length of the clip, the numbers of samples, of words and of
/// bytes of text; and the key's digest. So a length is known, and right, without a look at the samples.
enum ClipFile {
  private static let magic: [UInt8] = Array("KNDLCLP3".utf8)
  private static let headSize = 128
  private static let wordSize = 32
  /// Where the digest begins.
  private static let digestPlace = 64

  /// What a timeline needs of a clip.
  struct Contents {
    /// Length in frames at 48 kHz.
    var frames: Int
    /// When its words are heard.
    var words: [SpokenWord]
  }

  /// A clip, or what an engine said before it was shaped.
  struct Kept {
    var contents: Contents
    var samples: [Float]
    /// Samples a second: 48,000 for a clip, the engine's own before.
    var rate: Int
  }

  /// Writes it whole or not at all.
  static func write(_ kept: Kept, for key: ClipKey, to path: String) -> Bool {
    var head = WireWriter()
    let sizes = [kept.samples.count, kept.contents.words.count, key.text.utf8.count]
    for number in [kept.rate, kept.contents.frames] + sizes { head.put(Int64(number)) }
    head.put(plain: Array(key.digest.utf8))
    for word in kept.contents.words {
      for number in [word.start, word.frames, word.range.lowerBound, word.range.upperBound] {
        head.put(Int64(number))
      }
    }
    var text = key.text
    return kept.samples.withUnsafeBytes { samples in
      text.withUTF8 { text in
        let text = UnsafeRawBufferPointer(text)
        var body = XXH64()
        body.update(samples)
        body.update(text)
        var rest = WireWriter()
        rest.put(Int64(bitPattern: body.finish()))
        rest.put(plain: head.bytes)
        return rest.bytes.withUnsafeBytes { rest in
          var sums = WireWriter()
          sums.put(plain: magic)
          sums.put(Int64(bitPattern: sum(of: rest)))
          return sums.bytes.withUnsafeBytes {
            CacheFiles.write([$0, rest, samples, text], to: path)
          }
        }
      }
    }
  }

  /// How long a clip is, from its head alone; nil if there is none, its head is damaged, a part of it is
  /// missing, or it is another's.
  static func contents(of path: String, for key: ClipKey) -> Contents? {
    guard let file = try? OpenFile.reading(path, links: .refused) else { return nil }
    return head(of: file, for: key)?.contents
  }

  /// Reads all of it; nil if a bit of it is wrong, or it is another's.
  static func read(_ path: String, for key: ClipKey) -> Kept? {
    guard let file = try? OpenFile.reading(path, links: .refused),
      let head = head(of: file, for: key)
    else { return nil }
    var isRight = false
    let samples = [Float](unsafeUninitializedCapacity: head.samples) { memory, count in
      isRight = read(file, head, into: UnsafeMutableRawBufferPointer(memory))
      count = isRight ? head.samples : 0
    }
    return isRight ? Kept(contents: head.contents, samples: samples, rate: head.rate) : nil
  }

  /// Fills memory with the samples of a clip; false if a bit of the file is wrong, it is another's, or its
  /// samples don't fill the memory.
  static func read(
    _ path: String, for key: ClipKey, into memory: UnsafeMutableRawBufferPointer
  ) -> Bool {
    guard let file = try? OpenFile.reading(path, links: .refused),
      let head = head(of: file, for: key),
      head.samples * MemoryLayout<Float>.stride == memory.count
    else { return false }
    return read(file, head, into: memory)
  }

  /// Reads all behind a head; false if a bit of it is wrong.
  private static func read(
    _ file: borrowing OpenFile, _ head: Head, into memory: UnsafeMutableRawBufferPointer
  ) -> Bool {
    let text = UnsafeMutableRawBufferPointer.allocate(byteCount: head.textBytes, alignment: 1)
    defer { text.deallocate() }
    guard copy(file, into: memory, from: head.samplesAt),
      copy(file, into: text, from: head.samplesAt + memory.count)
    else { return false }
    var body = XXH64()
    body.update(UnsafeRawBufferPointer(memory))
    body.update(UnsafeRawBufferPointer(text))
    return body.finish() == head.bodySum
  }

  /// The text of a clip, without a look at its samples; nil where the file is none of this form.
  static func text(at path: String) -> String? {
    guard let file = try? OpenFile.reading(path, links: .refused),
      let size = try? Int(file.facts.st_size), let sizes = sizes(of: file, size: size)
    else { return nil }
    let text = UnsafeMutableRawBufferPointer.allocate(byteCount: sizes.textBytes, alignment: 1)
    defer { text.deallocate() }
    guard copy(file, into: text, from: size - sizes.textBytes) else { return nil }
    return String(decoding: text, as: UTF8.self)
  }

  /// No text is longer.
  private static let mostTextBytes = 1 << 20
  /// No clip is larger: ten minutes of samples, and words without end.
  private static let mostBytes = 512 << 20

  private struct Head {
    var contents: Contents
    var rate, samples, samplesAt, textBytes: Int
    var bodySum: UInt64
  }

  private struct Sizes {
    var head: [UInt8]
    var rate, frames, samples, words, textBytes: Int
  }

  /// The first bytes of a file and what they say, as far as it can be.
  private static func sizes(of file: borrowing OpenFile, size: Int) -> Sizes? {
    guard (headSize...mostBytes).contains(size),
      let head = bytes(of: file, count: headSize), head.prefix(8).elementsEqual(magic)
    else { return nil }
    let (rate, frames) = (number(head, 24), number(head, 32))
    let (samples, words, textBytes) = (number(head, 40), number(head, 48), number(head, 56))
    guard (1..<1 << 24).contains(rate), (0..<1 << 32).contains(frames),
      (0..<1 << 32).contains(samples), (0..<1 << 24).contains(words)
    else { return nil }
    let rest = size - headSize - words * wordSize - samples * MemoryLayout<Float>.stride
    guard (0...mostTextBytes).contains(textBytes), rest == textBytes else { return nil }
    return Sizes(
      head: head, rate: rate, frames: frames, samples: samples, words: words, textBytes: textBytes)
  }

  private static func head(of file: borrowing OpenFile, for key: ClipKey) -> Head? {
    guard let size = try? Int(file.facts.st_size), let sizes = sizes(of: file, size: size),
      sizes.head[digestPlace...].elementsEqual(key.digest.utf8),
      let head = bytes(of: file, count: headSize + sizes.words * wordSize),
      head.withUnsafeBytes({ sum(of: UnsafeRawBufferPointer(rebasing: $0[16...])) })
        == UInt64(bitPattern: Int64(number(head, 8)))
    else { return nil }
    let words = (0..<sizes.words).map { word in
      let at = headSize + word * wordSize
      let (first, last) = (number(head, at + 16), number(head, at + 24))
      return SpokenWord(
        start: number(head, at), frames: number(head, at + 8), range: first..<max(first, last))
    }
    return Head(
      contents: Contents(frames: sizes.frames, words: words), rate: sizes.rate,
      samples: sizes.samples, samplesAt: head.count, textBytes: sizes.textBytes,
      bodySum: UInt64(bitPattern: Int64(number(head, 16))))
  }

  private static func number(_ bytes: [UInt8], _ place: Int) -> Int {
    bytes.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: place, as: Int64.self)) }
  }

  private static func sum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = XXH64()
    hash.update(bytes)
    return hash.finish()
  }

  private static func bytes(of file: borrowing OpenFile, count: Int) -> [UInt8]? {
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { memory, filled in
      isWhole = copy(file, into: UnsafeMutableRawBufferPointer(memory), from: 0)
      filled = isWhole ? count : 0
    }
    return isWhole ? bytes : nil
  }

  /// Fills memory with a file's bytes; false if it has fewer.
  private static func copy(
    _ file: borrowing OpenFile, into memory: UnsafeMutableRawBufferPointer, from start: Int
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
}
