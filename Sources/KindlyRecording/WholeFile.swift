import Glibc

/// A file that appears whole under its name or not at all.
///
/// The bytes go to a file without a name in the same folder, so that a program that is killed leaves
/// nothing; where the disk does not know such files, to one with a name of its own that is taken
/// away again. `commit` flushes the bytes, gives them their name and flushes the folder. Devices and
/// FIFOs are written straight. One thread at a time.
public final class WholeFile {
  /// How the bytes find their place.
  enum Way {
    case unnamed
    case named(String)
    case stream
  }

  let target: Target
  let files: FileSystem
  let replacing: Bool
  var way: Way
  var descriptor: Int32
  private var isOpen = true
  private var endsInHole = false
  /// Bytes written at the end so far; where the next go.
  public private(set) var length: Int64 = 0

  /// Opens a place for the file at `path`.
  ///
  /// - Parameters:
  ///   - path: Its name.
  ///   - replacing: Whether a file that is there may be replaced.
  ///   - origin: Who thought of the name; a link under one that was made is never followed, whenever it
  ///     was put there.
  ///   - expected: Bytes it will have, nil if nobody knows; more than the disk has is refused.
  ///   - files: The operating system.
  public init(
    at path: String, replacing: Bool = false, origin: NameOrigin = .given, expected: Int64? = nil,
    files: FileSystem = FileSystem()
  ) throws(RecordingError) {
    let target = try Target(path, origin: origin, replacing: replacing, files: files)
    self.target = target
    self.files = files
    self.replacing = replacing
    switch target.kind {
    case .stream:
      way = .stream
      descriptor = try target.during { () throws(FileSystem.Refusal) in
        try files.call(.open) { open(target.path, O_WRONLY | O_CLOEXEC | O_NOCTTY) }
      }
    case .file(let replaces):
      if replaces != nil && !replacing { throw .exists(path) }
      if let expected { try Self.require(expected, for: target, files: files) }
      (descriptor, way) = try target.during { () throws(FileSystem.Refusal) in
        try Self.openAside(target, files: files)
      }
      // Who could read the old file can read the new one, and nobody else.
      if let replaces { fchmod(descriptor, replaces.st_mode & 0o7777) }
    }
  }

  /// Refuses a file that the disk has no room for.
  private static func require(
    _ expected: Int64, for target: Target, files: FileSystem
  ) throws(RecordingError) {
    let free = try target.during { () throws(FileSystem.Refusal) in
      try files.space(in: target.folder)
    }
    if free < expected {
      throw .noRoom(folder: target.folder, needed: expected, free: free)
    }
  }

  /// Takes a file that is open already, such as standard output, written from front to back.
  ///
  /// - Parameters:
  ///   - descriptor: Its descriptor, which stays open.
  ///   - name: What it is called in sentences.
  ///   - files: The operating system.
  public init(
    descriptor: Int32, name: String, files: FileSystem = FileSystem()
  ) throws(RecordingError) {
    target = Target(streamCalled: name)
    self.files = files
    replacing = false
    way = .stream
    self.descriptor = try target.during { () throws(FileSystem.Refusal) in
      try files.call(.open) { fcntl(descriptor, F_DUPFD_CLOEXEC, 3) }
    }
  }

  deinit { discard() }

  /// Writes a whole text, as this type writes any file.
  public static func write(
    _ text: String, to path: String, replacing: Bool, origin: NameOrigin = .given,
    files: FileSystem = FileSystem()
  ) throws(RecordingError) {
    let file = try WholeFile(at: path, replacing: replacing, origin: origin, files: files)
    try file.write(Array(text.utf8))
    try file.commit()
  }

  /// Whether a regular file stands under the name, links followed. Throws what writing it would.
  public static func exists(
    at path: String, files: FileSystem = FileSystem()
  ) throws(RecordingError) -> Bool {
    if case .file(.some) = try Target(path, files: files).kind { return true }
    return false
  }

  /// Looks whether a file could be written under a name the program made, before anything is written.
  /// Opening it looks again. Throws what writing it would, `exists` too.
  public static func expect(
    made path: String, replacing: Bool, files: FileSystem = FileSystem()
  ) throws(RecordingError) {
    let target = try Target(path, origin: .made, replacing: replacing, files: files)
    if case .file(.some) = target.kind, !replacing { throw .exists(path) }
  }

  /// Whether a file of that name would be written aside and then put in place, not straight as a device
  /// or FIFO is. Throws what writing it would.
  public static func isWrittenAside(
    _ path: String, files: FileSystem = FileSystem()
  ) throws(RecordingError) -> Bool {
    if case .file = try Target(path, files: files).kind { return true }
    return false
  }

  /// Whether earlier bytes can be changed and read back.
  public var canSeek: Bool {
    if case .stream = way { false } else { true }
  }

  /// Adds bytes at the end.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(RecordingError) {
    let place = canSeek ? length : nil
    try target.during { () throws(FileSystem.Refusal) in
      try files.write(bytes, to: descriptor, at: place)
    }
    length += Int64(bytes.count)
    endsInHole = false
  }

  /// Adds bytes at the end.
  public func write(_ bytes: [UInt8]) throws(RecordingError) {
    try bytes.withUnsafeBytes { raw in
      Result { () throws(RecordingError) in try write(raw) }
    }.get()
  }

  /// Adds so many zeros at the end: a hole where the file can have one, which `commit` makes part of
  /// the file.
  public func writeZeros(_ count: Int64) throws(RecordingError) {
    if count == 0 { return }
    if canSeek {
      length += count
      endsInHole = true
      return
    }
    let zeros = [UInt8](repeating: 0, count: Int(min(count, 1 << 16)))
    var rest = count
    while rest > 0 {
      let part = Int(min(rest, Int64(zeros.count)))
      try zeros.withUnsafeBytes { raw in
        Result { () throws(RecordingError) in
          try write(UnsafeRawBufferPointer(rebasing: raw[..<part]))
        }
      }.get()
      rest -= Int64(part)
    }
  }

  /// Changes bytes that were written before; may lengthen the file.
  public func write(_ bytes: UnsafeRawBufferPointer, at offset: Int64) throws(RecordingError) {
    try target.during { () throws(FileSystem.Refusal) in
      try files.write(bytes, to: descriptor, at: offset)
    }
    length = max(length, offset + Int64(bytes.count))
  }

  /// Reads bytes that were written before; the answer is how many there were.
  public func read(
    into bytes: UnsafeMutableRawBufferPointer, at offset: Int64
  ) throws(RecordingError) -> Int {
    try target.during { () throws(FileSystem.Refusal) in
      try files.read(into: bytes, from: descriptor, at: offset)
    }
  }

  /// Flushes the file and gives it its name. After an error nothing is left behind.
  public func commit() throws(RecordingError) {
    defer { discard() }
    try target.during { () throws(FileSystem.Refusal) in
      if case .stream = way { return }
      // A hole at the end is no part of the file before this.
      if endsInHole { _ = try files.call(.write) { ftruncate(descriptor, off_t(length)) } }
      _ = try files.call(.flush) { fsync(descriptor) }
    }
    switch way {
    case .stream: return
    case .unnamed: try placeUnnamed()
    case .named(let temporary): try place(temporary)
    }
    do {
      try files.flush(folder: target.folder)
    } catch {
      throw .nameNotFlushed(path: target.given, code: error.code)
    }
  }

  /// Forgets the file; after `commit` it does nothing.
  public func discard() {
    guard isOpen else { return }
    isOpen = false
    close(descriptor)
    if case .named(let temporary) = way { remove(temporary) }
  }
}
