import Glibc

/// Small private files of the listener: written whole or not at all, readable by nobody else.
public enum StateFile {
  /// Replaces the file at `path` with `bytes`, making its folders where they are missing.
  ///
  /// The bytes go to a new file beside it, reach the disk, and take its name; whoever reads meanwhile
  /// sees the old file or the new one.
  /// - Throws: `StateFileProblem` with the system's reason; the old file is then as it was.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(StateFileProblem) {
    let folder = parent(of: path)
    try makeFolder(folder)
    let temporary = "\(path).new-\(getpid())-\(UInt32.random(in: .min ... .max))"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw StateFileProblem(path, errno) }
    do throws(StateFileProblem) {
      defer { close(file) }
      try write(bytes, to: file, path)
      guard fsync(file) == 0 else { throw StateFileProblem(path, errno) }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw StateFileProblem(path, code)
    }
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { return }
    fsync(directory)
    close(directory)
  }

  /// Removes a file; one that is not there is no mistake.
  static func remove(_ path: String) { unlink(path) }

  /// Makes a folder and those above it, for the user alone.
  public static func makeFolder(_ path: String) throws(StateFileProblem) {
    guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
    let code = errno
    guard code == ENOENT, path.contains("/"), path != "/" else {
      throw StateFileProblem(path, code)
    }
    try makeFolder(parent(of: path))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw StateFileProblem(path, errno) }
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func write(
    _ bytes: [UInt8], to file: Int32, _ path: String
  ) throws(StateFileProblem) {
    var rest = ArraySlice(bytes)
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if sent < 0, errno == EINTR { continue }
      guard sent > 0 else { throw StateFileProblem(path, errno) }
      rest = rest.dropFirst(sent)
    }
  }
}

/// Why a file of the listener's could not be written.
public struct StateFileProblem: Error, Hashable, Sendable {
  /// The file or folder.
  public var path: String
  /// The system's error number.
  public var code: Int32

  /// Joins a path and an error number.
  public init(_ path: String, _ code: Int32) {
    self.path = path
    self.code = code
  }

  /// What to tell the user.
  public var sentence: String {
    let reason = String(cString: strerror(code))
    switch code {
    case ENOSPC, EDQUOT: return "The disk is full, so I couldn't write \(path)."
    case EACCES, EPERM, EROFS:
      return "I may not write \(path) (\(reason)). Check who owns the folder."
    default: return "I couldn't write \(path): \(reason)."
    }
  }
}
