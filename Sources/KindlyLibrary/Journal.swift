import Glibc
import KindlyFiles
import KindlyTimeline

/// The listener's own record of sits: one JSON line each, only ever appended to.
///
/// Control side. Any number of programs may write at once: a lock on the file keeps lines whole, and
/// a line that a full disk cuts short is taken back.
public struct Journal: Sendable {
  /// The file.
  public let path: String
  /// The most bytes that are read: three hundred thousand sits.
  private static let most = 64 << 20
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
    do throws(FileProblem) {
      try Folder.make(Folder.parent(of: path))
      try append(entry, to: try OpenFile.appending(path))
    } catch {
      throw StateFileProblem(path, error.code)
    }
  }

  private func append(_ entry: JournalEntry, to file: borrowing OpenFile) throws(FileProblem) {
    try FileLock.take(file)
    let size = try file.facts.st_size
    // A program that was killed while writing may have left half a line; ours starts on its own.
    let line = (endsWithLine(file, size) ? "" : "\n") + entry.json.line + "\n"
    do throws(FileProblem) {
      try file.write(Array(line.utf8))
    } catch {
      ftruncate(file.descriptor, size)
      throw error
    }
    // Reaching the disk can take a second on a busy one; the others need not wait for that.
    FileLock.release(file)
    guard fsync(file.descriptor) == 0 else { throw .refused(code: errno) }
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

  private func endsWithLine(_ file: borrowing OpenFile, _ size: off_t) -> Bool {
    guard size > 0 else { return true }
    var last: UInt8 = 0
    return pread(file.descriptor, &last, 1, size - 1) == 1 && last == UInt8(ascii: "\n")
  }

  private func contents() throws(StateFileProblem) -> [UInt8] {
    do throws(FileProblem) {
      return try OpenFile.reading(path).bytes(most: Self.most)
    } catch {
      if error == .missing { return [] }
      throw StateFileProblem(path, error.code)
    }
  }
}
