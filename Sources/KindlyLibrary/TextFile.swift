import Glibc

/// Reads a text that may come from anywhere: regular files only, never more than a limit.
///
/// A FIFO would block and a device would never end, so the kind of file is looked at before the
/// first byte is read, on the same descriptor.
public enum TextFile {
  /// The largest text, in bytes: the language's limit and one byte, so that its reader reports it.
  public static let limit = 1 << 20

  /// Reads the file at `path`, at most one byte more than `most`; `-` is standard input.
  /// - Throws: `TextFileProblem` with the system's reason.
  public static func read(
    _ path: String, most: Int = limit
  ) throws(TextFileProblem) -> [UInt8] {
    if path == "-" { return try contents(of: 0, path: "standard input", most: most) }
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard file >= 0 else { throw problem(path) }
    defer { close(file) }
    try expectRegular(file, path)
    return try contents(of: file, path: path, most: most)
  }

  /// Reads `name` inside `folder`, following no link out of it and no `..`.
  ///
  /// Every part of the name is opened in the folder before it without following links, so that a
  /// downloaded session cannot name a file outside its own folder.
  public static func read(
    _ name: String, inside folder: String
  ) throws(TextFileProblem) -> [UInt8] {
    let path = folder + "/" + name
    let descriptor = try descriptor(of: name, inside: folder)
    defer { close(descriptor) }
    try expectRegular(descriptor, path)
    return try contents(of: descriptor, path: path)
  }

  /// Opens `name` inside `folder` for reading, as `read(_:inside:)` does; the caller closes it.
  static func descriptor(
    of name: String, inside folder: String
  ) throws(TextFileProblem) -> Int32 {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let confined = parts.allSatisfy { !$0.isEmpty && $0 != ".." && !$0.contains("\0") }
    guard confined else { throw .outside(name) }
    let path = folder + "/" + name
    var descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(path) }
    for (index, part) in parts.enumerated() {
      let last = index == parts.count - 1
      let next = openat(
        descriptor, String(part),
        last
          ? O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
          : O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let reason = next >= 0 ? nil : isLink(part, in: descriptor) ? .outside(name) : problem(path)
      close(descriptor)
      if let reason { throw reason }
      descriptor = next
    }
    return descriptor
  }

  /// Whether a name is a symbolic link. Leaves `errno` as it was.
  private static func isLink(_ name: Substring, in folder: Int32) -> Bool {
    let code = errno
    defer { errno = code }
    var facts = stat()
    return fstatat(folder, String(name), &facts, AT_SYMLINK_NOFOLLOW) == 0
      && facts.st_mode & S_IFMT == S_IFLNK
  }

  private static func problem(_ path: String) -> TextFileProblem {
    switch errno {
    case ENOENT, ENOTDIR: .missing(path)
    case let code: .unreadable(path, reason: String(cString: strerror(code)))
    }
  }

  static func expectRegular(
    _ file: Int32, _ path: String
  ) throws(TextFileProblem) {
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw problem(path) }
    if facts.st_mode & S_IFMT == S_IFDIR { throw .folder(path) }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw .notRegular(path) }
  }

  private static func contents(
    of file: Int32, path: String, most: Int = limit
  ) throws(TextFileProblem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    var filled = 0
    while filled <= most {
      if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: filled)) }
      let got = bytes.withUnsafeMutableBytes { room in
        Glibc.read(file, room.baseAddress.map { $0 + filled }, room.count - filled)
      }
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw problem(path) }
      if got == 0 { break }
      filled += got
    }
    return Array(bytes.prefix(min(filled, most + 1)))
  }
}

/// Why a text could not be read.
public enum TextFileProblem: Error, Hashable, Sendable {
  /// Nothing there.
  case missing(String)
  /// A folder.
  case folder(String)
  /// A device, FIFO or socket.
  case notRegular(String)
  /// An absolute name, `..`, or a link that leads out of the folder.
  case outside(String)
  /// The system refused, with its reason.
  case unreadable(String, reason: String)

  /// What to tell the user.
  public var sentence: String {
    switch self {
    case .missing(let path): "There is no file \(path)."
    case .folder(let path): "\(path) is a folder, not a file."
    case .notRegular(let path): "\(path) is not an ordinary file, so I don't read it."
    case .outside(let name):
      "\(name) leads out of the folder of the file that names it. Copy it beside that file."
    case .unreadable(let path, let reason): "I can't read \(path): \(reason)."
    }
  }
}
