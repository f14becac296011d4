import Glibc
import KindlyBase
import KindlyLibrary
import KindlyRender

/// Chunks of a background that were made before, kept in a file of the cache folder: a background is made
/// once, and whoever plays it again reads it.
///
/// Samples are kept in 16 bits under each chunk's own peak, 98 dB below it, and are the same whether they
/// were read or made. What can't be kept or read, or is damaged, is made again. Safe for many processes at
/// once, since they write the same bytes. Any thread.
public final class BackgroundCache: Sendable {
  /// Bytes of all backgrounds together; those used longest ago go first.
  private static let most: Int64 = 400_000_000
  /// Bytes of the longest loop, 20 minutes.
  private static let longest = 300 * Int64(QuantizedChunk.bytes)
  /// Grows when backgrounds are made in another way.
  private static let version = 2

  /// −1 where nothing can be kept.
  private let file: Int32

  /// Opens the file of a background.
  ///
  /// - Parameters:
  ///   - text: the background's file, which all of its samples follow from.
  ///   - cache: the cache folder; nil keeps nothing.
  init(of text: [UInt8], in cache: String?) {
    guard let cache else {
      file = -1
      return
    }
    let folder = Self.folder(in: cache)
    let digest = SHA256.hex(Array("bed \(Self.version)\n".utf8) + text).prefix(40)
    try? StateFile.makeFolder(folder)
    let path = "\(folder)/\(digest).bed"
    Self.makeRoom(in: folder, beside: path)
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let opened = open(path, flags, 0o600)
    var facts = stat()
    guard opened >= 0, fstat(opened, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      if opened >= 0 { close(opened) }
      file = -1
      return
    }
    file = opened
    // So that the one used longest ago can be told.
    futimens(file, nil)
  }

  deinit { if file >= 0 { close(file) } }

  /// A chunk as it was kept, or made and kept now.
  func chunk(_ number: Int, make: () -> [Float]) -> [Float] {
    if let kept = kept(number) { return kept.samples }
    let fresh = QuantizedChunk(make())
    keep(fresh, number)
    return fresh.samples
  }

  private func kept(_ number: Int) -> QuantizedChunk? {
    guard file >= 0 else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: QuantizedChunk.bytes) { room, count in
      count = max(0, pread(file, room.baseAddress, room.count, Self.place(of: number)))
    }
    return QuantizedChunk(bytes: bytes)
  }

  private func keep(_ chunk: QuantizedChunk, _ number: Int) {
    guard file >= 0, let bytes = chunk.record else { return }
    // What a full disk cuts off has the wrong checksum.
    _ = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, Self.place(of: number)) }
  }

  private static func place(of number: Int) -> off_t { off_t(number * QuantizedChunk.bytes) }

  private static func folder(in cache: String) -> String { cache + "/backgrounds" }

  /// The files of a cache with what they take on the disk.
  private static func files(in folder: String) -> [(path: String, bytes: Int64, used: Int)] {
    Library.files(in: folder).filter { $0.hasSuffix(".bed") }.compactMap { name in
      var facts = stat()
      let path = "\(folder)/\(name)"
      guard lstat(path, &facts) == 0 else { return nil }
      return (path, Int64(facts.st_blocks) * 512, facts.st_mtim.tv_sec)
    }
  }

  /// Removes what was used longest ago until there is room for another.
  private static func makeRoom(in folder: String, beside path: String) {
    var others = files(in: folder).filter { $0.path != path }.sorted { $0.used < $1.used }
    while others.reduce(0, { $0 + $1.bytes }) > most - longest, !others.isEmpty {
      unlink(others.removeFirst().path)
    }
  }

  /// Bytes that backgrounds take below a cache folder.
  public static func usage(in cache: String) -> Int {
    files(in: folder(in: cache)).reduce(0) { $0 + Int($1.bytes) }
  }

  /// Removes all of them; returns how many bytes that gave back.
  @discardableResult
  public static func clear(in cache: String) -> Int {
    let folder = folder(in: cache)
    let gone = files(in: folder).filter { unlink($0.path) == 0 }
    rmdir(folder)
    return gone.reduce(0) { $0 + Int($1.bytes) }
  }
}
