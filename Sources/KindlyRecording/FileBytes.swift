import Glibc

/// A file to look into at any place.
final class FileBytes {
  let descriptor: Int32
  /// Its size in bytes when it was opened.
  let size: Int64
  private var looks: Int

  /// Opens a regular file; nil where it is none, or can't be read.
  ///
  /// `looks`: how often it may be looked into; then there are no more bytes. A file of a stranger's may
  /// have any number of empty parts.
  init?(_ path: String, looks: Int = .max) {
    self.looks = looks
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    var facts = stat()
    let isOpen = descriptor >= 0 && fstat(descriptor, &facts) == 0
    size = Int64(facts.st_size)
    // A FIFO in the folder would answer never, a device for ever.
    guard isOpen, facts.st_mode & S_IFMT == S_IFREG else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Up to `count` bytes from a place on; fewer at the end.
  func bytes(at place: Int64, count: Int) -> [UInt8] {
    guard looks > 0, place >= 0 else { return [] }
    looks -= 1
    guard count > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
      used = max(0, pread(descriptor, buffer.baseAddress, buffer.count, off_t(place)))
    }
  }
}

/// The first four bytes as a number, the lowest first.
func little(_ bytes: ArraySlice<UInt8>) -> UInt32 {
  bytes.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
}

/// The first eight bytes as a number, the lowest first.
func little64(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
}
