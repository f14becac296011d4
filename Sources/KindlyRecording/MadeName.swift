import Glibc

/// A name that the program makes up itself, in a folder of somebody's: the file of a batch, a feed, a
/// text beside a sound. What a person did not name must not lead a file elsewhere.
public enum MadeName {
  /// Makes sure that nothing but a regular file has the name, or nothing at all.
  ///
  /// `replacing`: whether what is there may be replaced; a link is then removed, and what it
  ///   leads to stays as it is.
  /// - Throws: `isLink`, `isFolder` or `notAFile`.
  public static func expect(
    _ path: String, replacing: Bool, files: FileSystem = FileSystem()
  ) throws(RecordingError) {
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
    do {
      guard let facts = try files.inspect(path) else { return }
      guard facts.st_mode & S_IFMT != S_IFREG else { return }
      if facts.st_mode & S_IFMT == S_IFLNK, replacing {
        _ = try files.call(.remove) { unlink(path) }
        return
      }
    } catch {
      throw RecordingError(error, path: path, folder: folder)
    }
    throw Self.problem(path)
  }

  /// What is in the way.
  private static func problem(_ path: String) -> RecordingError {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return .notAFile(path) }
    switch facts.st_mode & S_IFMT {
    case S_IFLNK: return .isLink(path)
    case S_IFDIR: return .isFolder(path)
    default: return .notAFile(path)
    }
  }
}
