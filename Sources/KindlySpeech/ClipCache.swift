import Glibc
import KindlySound
import Synchronization

/// Spoken clips on disk: spoken once, found at once the next time.
///
/// Safe for many processes at once: entries appear whole by renaming, and what sounds is a checked copy
/// in memory, so nothing that happens to an entry afterwards is heard. Where the folder can't be written,
/// nothing is kept and everything works, slower. Any thread.
public final class ClipCache: Sendable {
  private let folder: String
  private let most: Int
  /// Bytes written since the folder was last swept; nil before the first time.
  private let unswept = Mutex<Int?>(nil)

  /// How much may be written between two looks at the size of the whole.
  private static let betweenSweeps = 32 << 20
  /// A draft older than this belongs to a process that is gone, in seconds.
  private static let oldDraft = 3600

  /// How many bytes are kept unless somebody says otherwise: 2 GB.
  public static let usualBytes = 2_000_000_000

  /// A cache below `folder`, such as `~/.cache/kindly`, of at most about `most` bytes: when there is more,
  /// what was used longest ago goes until a tenth is free.
  public init(folder: String, most: Int = ClipCache.usualBytes) {
    self.folder = folder + "/clips"
    self.most = most
  }

  /// How much there is.
  public func usage() -> (clips: Int, bytes: Int) {
    let entries = entries()
    return (entries.count, entries.reduce(0) { $0 + $1.size })
  }

  /// Forgets every clip; returns how much that was. What can't be removed stays and is not counted.
  @discardableResult
  public func clear() -> (clips: Int, bytes: Int) {
    let before = usage()
    CacheFiles.remove(folder)
    // The folders of links for espeak-ng lie beside the clips; they are made again as well.
    let above = String(folder.dropLast("/clips".count))
    for name in CacheFiles.names(in: above) ?? [] where name.hasPrefix("espeak-") {
      CacheFiles.remove(above + "/" + name)
    }
    let after = usage()
    return (before.clips - after.clips, before.bytes - after.bytes)
  }

  /// Forgets every clip whose text holds a name, capitals aside, and those whose text is not known: that
  /// of earlier versions, and what is damaged.
  /// - Returns: how much that was, and how much holds the name and could not be removed.
  @discardableResult
  public func forget(
    _ name: String
  ) -> (forgotten: (clips: Int, bytes: Int), left: (clips: Int, bytes: Int)) {
    let name = name.lowercased()
    var forgotten = (clips: 0, bytes: 0)
    var left = forgotten
    for entry in entries() {
      if let text = ClipFile.text(at: entry.path), !text.lowercased().contains(name) { continue }
      if unlink(entry.path) == 0 {
        forgotten = (forgotten.clips + 1, forgotten.bytes + entry.size)
      } else if errno != ENOENT {
        left = (left.clips + 1, left.bytes + entry.size)
      }
    }
    return (forgotten, left)
  }

  /// How long a clip is that was kept, shaped or not; nil if there is none, or its head is damaged.
  func contents(for key: ClipKey) -> ClipFile.Contents? {
    for path in [path(of: key), speechPath(of: key)] {
      if let contents = ClipFile.contents(of: path, for: key) {
        // Its time is when it was last used.
        utimensat(AT_FDCWD, path, nil, 0)
        return contents
      }
      // Missing, or damaged: spoken again.
      unlink(path)
    }
    return nil
  }

  /// Fills memory with the samples of a clip that was shaped; speech that is left of it goes. False if there
  /// is none, or it is damaged or of another length.
  func read(_ key: ClipKey, into memory: UnsafeMutableRawBufferPointer) -> Bool {
    guard ClipFile.read(path(of: key), for: key, into: memory) else {
      unlink(path(of: key))
      return false
    }
    unlink(speechPath(of: key))
    return true
  }

  /// What an engine said and nobody has shaped yet, without its words; nil if there is none, or it is
  /// damaged.
  func speech(for key: ClipKey) -> RawSpeech? {
    if let kept = ClipFile.read(speechPath(of: key), for: key) {
      return RawSpeech(samples: kept.samples, rate: kept.rate, words: [])
    }
    unlink(speechPath(of: key))
    return nil
  }

  /// Keeps the samples of a clip instead of the speech that it was made of; false where nothing can be
  /// kept.
  @discardableResult
  func keep(samples: [Float], words: [SpokenWord], for key: ClipKey) -> Bool {
    let contents = ClipFile.Contents(frames: samples.count, words: words)
    let clip = ClipFile.Kept(contents: contents, samples: samples, rate: 48_000)
    guard keep(clip, for: key, at: path(of: key)) else { return false }
    unlink(speechPath(of: key))
    return true
  }

  /// Keeps what an engine said until it is shaped; false where nothing can be kept.
  func keep(_ speech: RawSpeech, as contents: ClipFile.Contents, for key: ClipKey) -> Bool {
    keep(
      ClipFile.Kept(contents: contents, samples: speech.samples, rate: speech.rate), for: key,
      at: speechPath(of: key))
  }

  private func keep(_ kept: ClipFile.Kept, for key: ClipKey, at path: String) -> Bool {
    guard CacheFiles.makeFolder(folder), ClipFile.write(kept, for: key, to: path) else {
      return false
    }
    sweep(after: kept.samples.count * MemoryLayout<Float>.stride)
    return true
  }

  private func path(of key: ClipKey) -> String { folder + "/" + key.digest + ".clip" }

  private func speechPath(of key: ClipKey) -> String { folder + "/" + key.digest + ".speech" }

  private struct Entry {
    var path: String
    var size: Int
    var used: Int
  }

  private func entries() -> [Entry] {
    (CacheFiles.names(in: folder) ?? []).compactMap { name in
      let path = folder + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0 else { return nil }
      return Entry(path: path, size: Int(status.st_size), used: status.st_mtim.tv_sec)
    }
  }

  /// Now and then: old drafts go, and if the whole is too large, what was used longest ago.
  private func sweep(after bytes: Int) {
    let isDue = unswept.withLock { unswept in
      let sum = (unswept ?? Self.betweenSweeps) + bytes
      unswept = sum >= min(Self.betweenSweeps, most / 8) ? 0 : sum
      return unswept == 0
    }
    guard isDue else { return }
    let now = time(nil)
    var entries = entries()
    for entry in entries where entry.used < now - Self.oldDraft {
      let isWhole = entry.path.hasSuffix(".clip") || entry.path.hasSuffix(".speech")
      if !isWhole { unlink(entry.path) }
    }
    var sum = entries.reduce(0) { $0 + $1.size }
    guard sum > most else { return }
    entries.sort { ($0.used, $0.path) < ($1.used, $1.path) }
    for entry in entries where sum > most / 10 * 9 {
      unlink(entry.path)
      sum -= entry.size
    }
  }
}
