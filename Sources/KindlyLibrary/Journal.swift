import Glibc
import KindlyTimeline

/// The listener's own record of sits: one JSON line each, only ever appended to.
///
/// Control side. Any number of programs may write at once: a lock on the file keeps lines whole, and
/// a line that a full disk cuts short is taken back.
public struct Journal: Sendable {
  /// The file.
  public let path: String
  /// There is a journal unless this file says otherwise.
  private let off: String

  /// The journal in these folders; nothing is opened yet.
  public init(in folders: Folders) {
    path = folders.state + "/journal.jsonl"
    off = folders.state + "/journal.off"
  }

  /// Whether sits are noted.
  public var isOn: Bool { access(off, F_OK) != 0 }

  /// Notes no more sits; what was noted stays.
  public func turnOff() throws(StateFileProblem) { try StateFile.replace(off, with: []) }

  /// Notes sits again.
  public func turnOn() throws(StateFileProblem) {
    guard unlink(off) == 0 || errno == ENOENT else { throw StateFileProblem(off, errno) }
  }

  /// Appends a sit, unless the journal is off.
  /// - Throws: `StateFileProblem`; the journal is then as it was, unless the disk itself failed.
  public func note(_ entry: JournalEntry) throws(StateFileProblem) {
    guard isOn else { return }
    if let slash = path.lastIndex(of: "/") { try StateFile.makeFolder(String(path[..<slash])) }
    let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard file >= 0 else { throw StateFileProblem(path, errno) }
    defer { close(file) }
    try lock(file)
    let size = lseek(file, 0, SEEK_END)
    guard size >= 0 else { throw StateFileProblem(path, errno) }
    // A program that was killed while writing may have left half a line; ours starts on its own.
    let line = (endsWithLine(file, size) ? "" : "\n") + entry.json.line + "\n"
    do throws(StateFileProblem) {
      try append(Array(line.utf8), to: file)
    } catch {
      ftruncate(file, size)
      throw error
    }
    // Reaching the disk can take a second on a busy one; the others need not wait for that.
    flock(file, LOCK_UN)
    guard fsync(file) == 0 else { throw StateFileProblem(path, errno) }
  }

  /// Every sit, oldest first, and how many lines could not be read.
  /// - Throws: `StateFileProblem` if there is a journal and it cannot be read.
  public func entries() throws(StateFileProblem) -> (entries: [JournalEntry], damaged: Int) {
    let bytes = try contents()
    var entries: [JournalEntry] = []
    var damaged = 0
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      if let entry = JournalEntry(line: line) { entries.append(entry) } else { damaged += 1 }
    }
    return (entries, damaged)
  }

  /// Waits for the other writers, who need milliseconds; for half a minute at most.
  private func lock(_ file: Int32) throws(StateFileProblem) {
    for _ in 0..<3000 {
      if flock(file, LOCK_EX | LOCK_NB) == 0 { return }
      // Some network disks have no locks. A line is written at once, and that must do there.
      if [ENOLCK, EOPNOTSUPP, ENOSYS, EINVAL].contains(errno) { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { throw StateFileProblem(path, errno) }
      usleep(10_000)
    }
    throw StateFileProblem(path, EWOULDBLOCK)
  }

  private func endsWithLine(_ file: Int32, _ size: off_t) -> Bool {
    guard size > 0 else { return true }
    var last: UInt8 = 0
    return pread(file, &last, 1, size - 1) == 1 && last == UInt8(ascii: "\n")
  }

  private func append(_ bytes: [UInt8], to file: Int32) throws(StateFileProblem) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if sent < 0 && errno == EINTR { continue }
      guard sent > 0 else { throw StateFileProblem(path, errno) }
      rest = rest.dropFirst(sent)
    }
  }

  private func contents() throws(StateFileProblem) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if file < 0 && errno == ENOENT { return [] }
    guard file >= 0 else { throw StateFileProblem(path, errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = Glibc.read(file, &room, room.count)
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw StateFileProblem(path, errno) }
      if got == 0 { return bytes }
      bytes += room.prefix(got)
    }
  }
}
