import Glibc

/// Writing small files whole or not at all.
///
/// The bytes go to a new file beside the name, reach the disk, and take the name; whoever reads
/// meanwhile sees the old file or the new one, and after an error the old one is as it was.
public enum WholeWrite {
  /// What may have the name already.
  public enum Old: Sendable {
    /// Nothing.
    case none
    /// A regular file, which is replaced. A link, a folder, a device is left alone.
    case file
    /// A regular file or a link; the link is replaced, not what it leads to.
    case fileOrLink
  }

  /// Writes `bytes` under `path`, whose folder has to be there.
  ///
  /// - Parameters:
  ///   - bytes: the parts of the content, one after the other.
  ///   - old: what may be replaced.
  ///   - mode: who may read it; nil for as many as may read the old file, or as the user's mask says.
  ///   - isFlushed: whether it is on the disk before this returns; a cache need not be.
  /// - Throws: `FileProblem.exists` or `.notRegular` where something is in the way.
  public static func write(
    _ bytes: [UnsafeRawBufferPointer], to path: String, over old: Old = .file, mode: UInt32? = nil,
    isFlushed: Bool = true
  ) throws(FileProblem) {
    let present = try expect(old, at: path)
    let draft = "\(path).new-\(getpid())-\(UInt32.random(in: .min ... .max))"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode ?? 0o666)
    guard file >= 0 else { throw FileProblem(code: errno) }
    let code = fill(file, with: bytes, mode: mode ?? present, isFlushed)
    close(file)
    guard code == 0 else {
      unlink(draft)
      throw FileProblem(code: code)
    }
    try place(draft, at: path, over: old)
    if isFlushed { flushFolder(of: path) }
  }

  /// Writes one array of bytes; see `write(_:to:over:mode:isFlushed:)`.
  public static func write(
    _ bytes: [UInt8], to path: String, over old: Old = .file, mode: UInt32? = nil,
    isFlushed: Bool = true
  ) throws(FileProblem) {
    try bytes.withUnsafeBytes { raw in
      Result { () throws(FileProblem) in
        try write([raw], to: path, over: old, mode: mode, isFlushed: isFlushed)
      }
    }.get()
  }

  /// Looks at what has the name; answers its permissions where it is a regular file.
  private static func expect(_ old: Old, at path: String) throws(FileProblem) -> UInt32? {
    var facts = stat()
    guard lstat(path, &facts) == 0 else {
      if errno == ENOENT { return nil }
      throw FileProblem(code: errno)
    }
    switch (facts.st_mode & S_IFMT, old) {
    case (_, .none): throw .exists
    case (S_IFREG, _): return facts.st_mode & 0o777
    case (S_IFLNK, .fileOrLink): return nil
    case (S_IFLNK, _): throw .outside
    case (S_IFDIR, _): throw .folder
    default: throw .notRegular
    }
  }

  private static func fill(
    _ file: Int32, with bytes: [UnsafeRawBufferPointer], mode: UInt32?, _ isFlushed: Bool
  ) -> Int32 {
    // The user's mask must not take anything from what was asked for.
    if let mode, fchmod(file, mode) != 0 { return errno }
    for part in bytes {
      let code = OpenFile.writeAll(part, to: file)
      if code != 0 { return code }
    }
    return isFlushed && fsync(file) != 0 ? errno : 0
  }

  private static func place(
    _ draft: String, at path: String, over old: Old
  ) throws(FileProblem) {
    // A link is made only if the name is free, whatever happens in between.
    let isPlaced = old == .none ? link(draft, path) == 0 : rename(draft, path) == 0
    let code = isPlaced ? 0 : errno
    if !isPlaced || old == .none { unlink(draft) }
    if code != 0 { throw FileProblem(code: code) }
  }

  private static func flushFolder(of path: String) {
    let folder = open(Folder.parent(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }
}
