import Glibc

/// Folders by their paths.
public enum Folder {
  /// The folder that holds `path`: `.` for a name without a slash.
  public static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes a folder and those above it, for the user alone unless another mode is given.
  public static func make(_ path: String, mode: UInt32 = 0o700) throws(FileProblem) {
    if mkdir(path, mode) == 0 || errno == EEXIST && isThere(path) { return }
    let code = errno
    guard code == ENOENT, path.contains("/"), path != "/" else { throw .refused(code: code) }
    try make(parent(of: path), mode: mode)
    guard mkdir(path, mode) == 0 || errno == EEXIST else { throw .refused(code: errno) }
  }

  /// Whether a folder is there, links followed.
  public static func isThere(_ path: String) -> Bool {
    let code = errno
    defer { errno = code }
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder in their order, without `.` and `..`.
  /// - Parameter start: how they begin; others cost next to nothing, however many there are.
  public static func names(
    in path: String, beginning start: String = ""
  ) throws(FileProblem) -> [String] {
    guard let stream = opendir(path) else { throw FileProblem(code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      // In place: a record is as long as its name, and its type is longer.
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { name in
          let bytes = UnsafeRawBufferPointer(start: name, count: strlen(name))
          return bytes.starts(with: start.utf8) ? String(decoding: bytes, as: UTF8.self) : nil
        }
      }
      if let name, name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Removes a file, a link, or a folder with all that is in it; links are not followed. What can't
  /// be removed stays.
  public static func remove(_ path: String) {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return }
    guard facts.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in (try? names(in: path)) ?? [] { remove(path + "/" + name) }
    rmdir(path)
  }
}
