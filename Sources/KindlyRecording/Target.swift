import Glibc

/// What stands under the name a recording shall have, and so how it may be written.
struct Target {
  /// How bytes get there.
  enum Kind {
    /// A regular file or nothing: written aside, then put in place whole.
    case file(replaces: stat?)
    /// A device or FIFO: written straight, never renamed onto.
    case stream
  }

  /// The name as the user gave it, for sentences.
  var given: String
  /// The name with links followed: a link stays a link, and what it names is replaced.
  var path: String
  /// The folder that holds `path`.
  var folder: String
  /// What it is.
  var kind: Kind
  /// Who thought of the name.
  let origin: NameOrigin

  /// Looks at `given` and refuses what cannot be written.
  ///
  /// `replacing` counts for a link under a name the program made: it is refused unless what is there may
  /// be replaced.
  init(
    _ given: String, origin: NameOrigin = .given, replacing: Bool = false, files: FileSystem
  ) throws(RecordingError) {
    self.given = given
    self.origin = origin
    path = given
    folder = Self.folder(of: given)
    kind = .stream
    guard var facts = try Self.inspect(given, given: given, files: files) else {
      if given.isEmpty || given.utf8.last == UInt8(ascii: "/") { throw .isFolder(given) }
      kind = .file(replaces: nil)
      return
    }
    if origin == .made {
      kind = try Self.made(given, facts, replacing: replacing)
      return
    }
    if facts.st_mode & S_IFMT == S_IFLNK {
      guard let real = Self.followed(given),
        let behind = try Self.inspect(real, given: given, files: files)
      else { throw .brokenLink(given) }
      path = real
      folder = Self.folder(of: real)
      facts = behind
    }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: kind = .file(replaces: facts)
    case S_IFDIR: throw .isFolder(given)
    case S_IFCHR, S_IFIFO: kind = .stream
    default: throw .notAFile(given)
    }
  }

  /// What may be done with something under a name the program made.
  private static func made(
    _ given: String, _ facts: stat, replacing: Bool
  ) throws(RecordingError) -> Kind {
    switch facts.st_mode & S_IFMT {
    case S_IFREG: return .file(replaces: facts)
    case S_IFLNK where replacing: return .file(replaces: nil)
    case S_IFLNK: throw .isLink(given)
    case S_IFDIR: throw .isFolder(given)
    default: throw .notAFile(given)
    }
  }

  /// Something that is open already.
  init(streamCalled name: String) {
    given = name
    origin = .given
    path = name
    folder = "."
    kind = .stream
  }

  /// Makes calls about the file; a refusal is told under the name that was given.
  func during<Value>(
    _ body: () throws(FileSystem.Refusal) -> Value
  ) throws(RecordingError) -> Value {
    do {
      return try body()
    } catch {
      if case .stream = kind, error.code == ENOSPC { throw .deviceFull(path: given) }
      throw RecordingError(error, path: given, folder: folder)
    }
  }

  private static func inspect(
    _ path: String, given: String, files: FileSystem
  ) throws(RecordingError) -> stat? {
    do {
      return try files.inspect(path)
    } catch {
      throw RecordingError(error, path: given, folder: folder(of: path))
    }
  }

  private static func followed(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    let folder = String(path[..<slash])
    return folder.isEmpty ? "/" : folder
  }
}
