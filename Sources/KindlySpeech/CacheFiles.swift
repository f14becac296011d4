import Glibc
import KindlyFiles

/// The few things narration asks of the file system. Paths are absolute; failures are nil or false,
/// because all that lies here can be made again.
enum CacheFiles {
  /// Names in a folder that begin so, sorted, without `.` and `..`; nil if it can't be read.
  static func names(in folder: String, beginning start: String = "") -> [String]? {
    try? Folder.names(in: folder, beginning: start)
  }

  /// What `stat` says, following links.
  static func status(of path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  /// Whether a folder is there.
  static func isFolder(_ path: String) -> Bool { Folder.isThere(path) }

  /// Whether a regular file is there.
  static func isFile(_ path: String) -> Bool {
    guard let status = status(of: path) else { return false }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// Makes a folder and those above it, for the user alone.
  @discardableResult
  static func makeFolder(_ path: String) -> Bool {
    (try? Folder.make(path)) != nil
  }

  /// Removes a file, a link, or a folder with all that is in it; links are not followed.
  static func remove(_ path: String) { Folder.remove(path) }

  /// A file's bytes; nil if it is not a regular file or longer than `most`.
  static func read(_ path: String, most: Int) -> [UInt8]? {
    guard let file = try? OpenFile.reading(path) else { return nil }
    return try? file.bytes(most: most)
  }

  /// Writes a file whole or not at all, for the user alone; it appears by renaming. Not flushed: what
  /// a crash of the machine damages is made again.
  static func write(_ parts: [UnsafeRawBufferPointer], to path: String) -> Bool {
    (try? WholeWrite.write(parts, to: path, over: .fileOrLink, mode: 0o600, isFlushed: false))
      != nil
  }
}
