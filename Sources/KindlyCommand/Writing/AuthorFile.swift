import Glibc

/// An author's own file, written whole or not at all.
enum AuthorFile {
  /// Why a file could not be written, with the system's error number.
  struct Refused: Error {
    var path: String
    var code: Int32

    /// What to tell the author.
    var sentence: String {
      code == EEXIST
        ? "\(path) is there already, and is left as it is."
        : "I can't write \(path): \(String(cString: strerror(code)))."
    }
  }

  /// Makes a new file; one that is there stays as it is.
  static func create(_ path: String, with text: String) throws(Refused) {
    let temporary = "\(path).new-\(getpid())"
    try write(text, to: temporary, mode: 0o666, for: path)
    defer { unlink(temporary) }
    // A link is made only if the name is free, whatever happens in between.
    guard link(temporary, path) == 0 else { throw Refused(path: path, code: errno) }
  }

  /// Makes a file, or asks on a terminal whether to replace one that is there.
  static func offer(_ path: String, with text: String) throws(Failure) {
    do throws(Refused) {
      do throws(Refused) {
        try create(path, with: text)
      } catch {
        guard error.code == EEXIST, isatty(0) == 1, isatty(2) == 1 else { throw error }
        Printer.ask("\(path) is there already. Replace it? [y/N] ")
        guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else {
          throw error
        }
        try replace(path, with: text)
      }
    } catch {
      throw Failure(error)
    }
  }

  /// Replaces the text of a file and keeps its permissions. A symbolic link stays one.
  static func replace(_ path: String, with text: String) throws(Refused) {
    guard let real = realpath(path, nil) else { throw Refused(path: path, code: errno) }
    defer { free(real) }
    let target = String(cString: real)
    var facts = stat()
    guard stat(target, &facts) == 0 else { throw Refused(path: path, code: errno) }
    let temporary = "\(target).new-\(getpid())"
    try write(text, to: temporary, mode: facts.st_mode & 0o777, for: path)
    guard chmod(temporary, facts.st_mode & 0o777) == 0, rename(temporary, target) == 0 else {
      let code = errno
      unlink(temporary)
      throw Refused(path: path, code: code)
    }
  }

  private static func write(
    _ text: String, to temporary: String, mode: mode_t, for path: String
  ) throws(Refused) {
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard file >= 0 else { throw Refused(path: path, code: errno) }
    defer { close(file) }
    var rest = ArraySlice(text.utf8)
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if sent < 0, errno == EINTR { continue }
      guard sent > 0 else {
        let code = errno
        unlink(temporary)
        throw Refused(path: path, code: code)
      }
      rest = rest.dropFirst(sent)
    }
    guard fsync(file) == 0 else {
      let code = errno
      unlink(temporary)
      throw Refused(path: path, code: code)
    }
  }
}
