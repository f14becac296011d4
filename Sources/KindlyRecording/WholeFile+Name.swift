import Glibc

extension WholeFile {
  /// `O_TMPFILE` without the folder flag; Glibc shows it only to GNU sources.
  private static let unnamedFlag: Int32 = 0o20_000_000

  /// Opens a file beside the target: one without a name, or else one with a name of its own.
  static func openAside(
    _ target: Target, files: FileSystem
  ) throws(FileSystem.Refusal) -> (Int32, Way) {
    // Naming an unnamed file goes through /proc, which a bare container may lack.
    if access("/proc/self/fd", X_OK) == 0 {
      do {
        let descriptor = try files.call(.open) {
          open(target.folder, O_RDWR | O_DIRECTORY | O_CLOEXEC | unnamedFlag, 0o666)
        }
        return (descriptor, .unnamed)
      } catch {
        // The disk does not know unnamed files: the kernel or the file system is too old for them.
        if ![EOPNOTSUPP, EISDIR, EINVAL].contains(error.code) { throw error }
      }
    }
    return try withTemporaryName(for: target) { (temporary) throws(FileSystem.Refusal) in
      let descriptor = try files.call(.open) {
        open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      }
      return (descriptor, .named(temporary))
    }
  }

  /// Tries names beside the target until one is free; after a hundred the last refusal stands.
  private static func withTemporaryName<Value>(
    for target: Target, _ take: (String) throws(FileSystem.Refusal) -> Value
  ) throws(FileSystem.Refusal) -> Value {
    let name = "\(target.folder)/.kindly-\(getpid())"
    for attempt in 0..<100 {
      do {
        return try take("\(name)-\(attempt).part")
      } catch {
        if error.code != EEXIST { throw error }
      }
    }
    return try take("\(name)-100.part")
  }

  /// Gives the file without a name the target's.
  func placeUnnamed() throws(RecordingError) {
    if case .file(nil) = target.kind {
      do {
        return try link(to: target.path)
      } catch {
        if error.code != EEXIST {
          throw RecordingError(error, path: target.given, folder: target.folder)
        }
        // Somebody else made the file while we worked.
        if !replacing { throw .exists(target.given) }
      }
    }
    let temporary = try target.during { () throws(FileSystem.Refusal) in
      try Self.withTemporaryName(for: target) { (name) throws(FileSystem.Refusal) in
        try link(to: name)
        return name
      }
    }
    way = .named(temporary)
    try place(temporary)
  }

  /// Gives the file without a name one.
  private func link(to name: String) throws(FileSystem.Refusal) {
    let unnamed = "/proc/self/fd/\(descriptor)"
    _ = try files.call(.link) {
      linkat(AT_FDCWD, unnamed, AT_FDCWD, name, AT_SYMLINK_FOLLOW)
    }
  }

  /// Puts the file called `temporary` in its place.
  func place(_ temporary: String) throws(RecordingError) {
    let now = try target.during { () throws(FileSystem.Refusal) in try files.inspect(target.path) }
    if now != nil && !replacing { throw .exists(target.given) }
    switch (now.map { $0.st_mode & S_IFMT }, target.origin) {
    // The name is taken from a link; nothing goes where it leads.
    case (nil, _), (S_IFREG, _), (S_IFLNK, .made): break
    default: throw .notAFile(target.given)
    }
    if !replacing {
      // A link never replaces anything, even if the name was taken a moment ago.
      do {
        _ = try files.call(.link) { Glibc.link(temporary, target.path) }
        return  // `discard` takes the other name away
      } catch {
        if error.code == EEXIST { throw .exists(target.given) }
        if error.code != EPERM && error.code != EOPNOTSUPP {
          throw RecordingError(error, path: target.given, folder: target.folder)
        }
      }
    }
    try target.during { () throws(FileSystem.Refusal) in
      _ = try files.call(.rename) { rename(temporary, target.path) }
    }
    way = .unnamed
  }

  /// Takes an unfinished file away.
  func remove(_ temporary: String) {
    // Nothing more can be done if this fails twice; the name tells the user what it is.
    for _ in 0..<2 where (try? files.call(.remove) { unlink(temporary) }) != nil { return }
  }
}
