import Glibc

/// The few things narration asks of the file system. Paths are absolute; failures are nil or false,
/// because all that lies here can be made again.
enum FileSystem {
  /// Names in a folder, sorted, without `.` and `..`; nil if it can't be read.
  static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// What `stat` says, following links.
  static func status(of path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  /// Whether a folder is there.
  static func isFolder(_ path: String) -> Bool {
    guard let status = status(of: path) else { return false }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a regular file is there.
  static func isFile(_ path: String) -> Bool {
    guard let status = status(of: path) else { return false }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// Makes a folder and those above it, for the user alone.
  @discardableResult
  static func makeFolder(_ path: String) -> Bool {
    if mkdir(path, 0o700) == 0 || isFolder(path) { return true }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      return false
    }
    return makeFolder(String(path[..<slash])) && (mkdir(path, 0o700) == 0 || errno == EEXIST)
  }

  /// Removes a file, a link, or a folder with all that is in it; links are not followed.
  static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    names(in: path)?.forEach { remove(path + "/" + $0) }
    rmdir(path)
  }

  /// A file's bytes; nil if it is not a regular file or longer than `most`.
  static func read(_ path: String, most: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= most
    else { return nil }
    let size = Int(status.st_size)
    var filled = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { memory, count in
      while filled < size {
        let read = Glibc.read(descriptor, memory.baseAddress?.advanced(by: filled), size - filled)
        if read < 0, errno == EINTR { continue }
        guard read > 0 else { break }
        filled += read
      }
      count = filled
    }
    return filled == size ? bytes : nil
  }

  /// Writes a file whole: under a name of its own first, then renamed. Readers see all or nothing.
  static func write(_ parts: [UnsafeRawBufferPointer], to path: String) -> Bool {
    let draft = path + ".draft-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    let isWritten = parts.allSatisfy { write($0, to: descriptor) }
    guard close(descriptor) == 0, isWritten, rename(draft, path) == 0 else {
      unlink(draft)
      return false
    }
    return true
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let count = Glibc.write(
        descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      offset += count
    }
    return true
  }
}
