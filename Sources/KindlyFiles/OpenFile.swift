public import Glibc

/// A regular file that was opened once: whoever holds it works with what was looked at, whatever
/// happens to its name meanwhile. Closed when it goes away. One thread at a time.
///
/// Opening never waits, follows no link where none is meant, and refuses devices, FIFOs and sockets,
/// which could make a reader wait or never end.
public struct OpenFile: ~Copyable, Sendable {
  /// Its descriptor, valid as long as the value lives.
  public let descriptor: Int32

  /// Takes over a descriptor.
  public init(owning descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Whether a link under the name is followed.
  public enum Links: Sendable {
    /// The name was given by the listener: what it leads to is meant.
    case followed
    /// The name was made here: a link was put there by somebody else.
    case refused
  }

  /// `O_PATH`; Glibc shows it only to GNU sources.
  private static let pathOnly: Int32 = 0o10_000_000
  private static let always = O_CLOEXEC | O_NONBLOCK | O_NOCTTY

  /// Opens a file for reading.
  /// - Throws: `FileProblem`, also where something else than a regular file has the name.
  public static func reading(
    _ path: String, links: Links = .followed
  ) throws(FileProblem) -> OpenFile {
    try opened(path, O_RDONLY, links)
  }

  /// Opens a file to read it and to add to it, and makes it where it is missing, for the user alone.
  ///
  /// What is added goes to the end, whoever else adds something. A link is followed, but only to a
  /// file of the same user. A file that others could read is made private again.
  public static func appending(_ path: String) throws(FileProblem) -> OpenFile {
    try own(path, O_APPEND | O_CREAT)
  }

  /// Opens a file of the user's to read it and to change bytes in it, as `appending` does; one that is
  /// missing is not made.
  public static func changing(_ path: String) throws(FileProblem) -> OpenFile {
    try own(path, 0)
  }

  private static func own(_ path: String, _ flags: Int32) throws(FileProblem) -> OpenFile {
    let file = try opened(path, O_RDWR | flags, .followed)
    let facts = try file.facts
    guard facts.st_uid == geteuid() else { throw .refused(code: EPERM) }
    if facts.st_mode & 0o077 != 0 { fchmod(file.descriptor, facts.st_mode & 0o700) }
    return file
  }

  /// Opens `name` inside `folder` for reading. Every part of the name is opened in the folder before
  /// it without following links, so that a downloaded text can't name a file outside of its folder.
  /// - Throws: `FileProblem.outside` for an absolute name, `..` or a link.
  public static func reading(
    _ name: String, inside folder: String
  ) throws(FileProblem) -> OpenFile {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0 != ".." && !$0.contains("\0") }) else {
      throw .outside
    }
    return try walk(parts, from: folder)
  }

  /// Opens a file for reading whose path holds no link, neither in a folder nor at its end.
  /// - Throws: `FileProblem.outside` where there is one.
  public static func reading(unlinked path: String) throws(FileProblem) -> OpenFile {
    let parts = path.split(separator: "/")
    return try walk(parts, from: path.hasPrefix("/") ? "/" : ".")
  }

  /// Opens one part after the other without following links.
  private static func walk(
    _ parts: [Substring], from folder: String
  ) throws(FileProblem) -> OpenFile {
    // A folder that may be passed through need not be readable.
    let passing = O_DIRECTORY | O_CLOEXEC | pathOnly
    var inner = open(folder, passing)
    guard inner >= 0 else { throw FileProblem(code: errno) }
    for (index, part) in parts.enumerated() {
      let flags = index == parts.count - 1 ? O_RDONLY | always : passing
      let next = openat(inner, String(part), flags | O_NOFOLLOW)
      let problem =
        next >= 0 ? nil : isLink(part, in: inner) ? .outside : FileProblem(code: errno)
      close(inner)
      if let problem { throw problem }
      inner = next
    }
    let file = OpenFile(owning: inner)
    try file.expectRegular()
    return file
  }

  /// What the system knows of it.
  public var facts: stat {
    get throws(FileProblem) {
      var facts = stat()
      guard fstat(descriptor, &facts) == 0 else { throw FileProblem(code: errno) }
      return facts
    }
  }

  /// All of its bytes, from its beginning.
  /// - Throws: `FileProblem.tooLarge` where there are more than `most`; no more than that is read,
  ///   and nothing where the system says beforehand that there is more.
  public func bytes(most: Int) throws(FileProblem) -> [UInt8] {
    guard try facts.st_size <= most else { throw .tooLarge(most: most) }
    let bytes = try Self.bytes(of: descriptor, most: most + 1, room: Int(facts.st_size) + 1)
    guard bytes.count <= most else { throw .tooLarge(most: most) }
    return bytes
  }

  /// Reads an open descriptor, such as standard input, to its end or to `most` bytes. Where none are
  /// ready it waits for them.
  public static func bytes(of descriptor: Int32, most: Int) throws(FileProblem) -> [UInt8] {
    try bytes(of: descriptor, most: most, room: 1 << 16)
  }

  private static func bytes(
    of descriptor: Int32, most: Int, room: Int
  ) throws(FileProblem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(1, min(most, room)))
    var filled = 0
    while filled < most {
      if filled == bytes.count {
        bytes.append(contentsOf: repeatElement(0, count: min(most - filled, filled)))
      }
      let got = bytes.withUnsafeMutableBytes { room in
        read(descriptor, room.baseAddress.map { $0 + filled }, room.count - filled)
      }
      if got < 0, errno == EINTR { continue }
      if got < 0, errno == EAGAIN {
        var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&ready, 1, -1)
        continue
      }
      guard got >= 0 else { throw FileProblem(code: errno) }
      if got == 0 { break }
      filled += got
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// Writes all of the bytes at the file's place.
  public func write(_ bytes: [UInt8]) throws(FileProblem) {
    try Self.write(bytes, to: descriptor)
  }

  /// Writes all of the bytes to an open descriptor.
  public static func write(_ bytes: [UInt8], to descriptor: Int32) throws(FileProblem) {
    let code = bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
    if code != 0 { throw FileProblem(code: code) }
  }

  /// Writes all of the bytes; answers 0 or the error number of the system.
  public static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      let count = Glibc.write(descriptor, base, rest.count)
      if count < 0, errno == EINTR { continue }
      // A device that takes nothing would keep us here for ever.
      guard count > 0 else { return count < 0 ? errno : EIO }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return 0
  }

  private static func opened(
    _ path: String, _ flags: Int32, _ links: Links
  ) throws(FileProblem) -> OpenFile {
    let link = links == .refused ? O_NOFOLLOW : 0
    let descriptor = open(path, flags | link | always, 0o600)
    guard descriptor >= 0 else {
      if links == .refused, errno == ELOOP { throw .outside }
      throw FileProblem(code: errno)
    }
    let file = OpenFile(owning: descriptor)
    try file.expectRegular()
    return file
  }

  private func expectRegular() throws(FileProblem) {
    switch try facts.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw .folder
    default: throw .notRegular
    }
  }

  /// Whether a name is a symbolic link. Leaves `errno` as it was.
  private static func isLink(_ name: Substring, in folder: Int32) -> Bool {
    let code = errno
    defer { errno = code }
    var facts = stat()
    return fstatat(folder, String(name), &facts, AT_SYMLINK_NOFOLLOW) == 0
      && facts.st_mode & S_IFMT == S_IFLNK
  }
}
