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
  static let most = 64 << 20
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
  public func note(_ entry: JournalEntry) throws(StateFileProblem) { try note([entry]) }

  /// Appends several sits at once, unless the journal is off.
  /// - Throws: `StateFileProblem`; the journal is then as it was, unless the disk itself failed.
  public func note(_ entries: [JournalEntry]) throws(StateFileProblem) {
    guard isOn, !entries.isEmpty else { return }
    do throws(FileProblem) {
      try Folder.make(Folder.parent(of: path))
      let lines = entries.map(\.json.line).joined(separator: "\n")
      try append(Array(lines.utf8), to: try OpenFile.appending(path), isLast: true)
    } catch {
      throw StateFileProblem(path, error.code)
    }
  }

  /// A line that is still to change, and where it was written.
  public struct OpenLine: Sendable {
    var bytes: [UInt8]
    var place: off_t
  }

  /// Appends a sit that goes on, with room to change its length.
  /// - Throws: `StateFileProblem`; the journal is then as it was.
  public func begin(_ entry: JournalEntry) throws(StateFileProblem) -> OpenLine {
    do throws(FileProblem) {
      try Folder.make(Folder.parent(of: path))
      let line = Self.padded(entry)
      return OpenLine(
        bytes: line, place: try append(line, to: try OpenFile.appending(path), isLast: false))
    } catch {
      throw StateFileProblem(path, error.code)
    }
  }

  /// Writes a sit that goes on, or has ended, over its own line. If the line is no longer there, because
  /// somebody edited the journal, the sit is appended at its end, and else nothing.
  /// `isLast`: whether the sit has ended; its line then reaches the disk.
  public func change(
    _ line: inout OpenLine, to entry: JournalEntry, isLast: Bool = false
  ) throws(StateFileProblem) {
    let new = Self.padded(entry)
    do throws(FileProblem) {
      guard isOn else { return }
      let file = try OpenFile.changing(path)
      try FileLock.take(file)
      guard let place = try self.place(of: line, in: file), new.count == line.bytes.count else {
        if try changeCommented(&line, to: entry, in: file) {
          FileLock.release(file)
          if isLast, fsync(file.descriptor) != 0 { throw .refused(code: errno) }
          return
        }
        FileLock.release(file)
        if isLast { try append(new, to: try OpenFile.appending(path), isLast: true) }
        return
      }
      guard pwrite(file.descriptor, new, new.count, place) == new.count else {
        throw .refused(code: errno)
      }
      line = OpenLine(bytes: new, place: place)
      FileLock.release(file)
      if isLast, fsync(file.descriptor) != 0 { throw .refused(code: errno) }
    } catch {
      throw StateFileProblem(path, error.code)
    }
  }

  /// A line as long as it can become: spaces behind it mean nothing.
  static func padded(_ entry: JournalEntry) -> [UInt8] {
    var longest = entry
    longest.seconds = max(entry.seconds, 9_999_999)
    longest.isWhole = false
    let line = Array(entry.json.line.utf8)
    let room = longest.json.line.utf8.count - line.count
    return line + [UInt8](repeating: UInt8(ascii: " "), count: room)
  }

  /// Where a line is now; nil if it is not there any more.
  private func place(
    of line: OpenLine, in file: borrowing OpenFile
  ) throws(FileProblem) -> off_t? {
    var found = [UInt8](repeating: 0, count: line.bytes.count)
    if pread(file.descriptor, &found, found.count, line.place) == found.count, found == line.bytes {
      return line.place
    }
    let lines = try file.bytes(most: Self.most).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.first { $0.elementsEqual(line.bytes) }.map { off_t($0.startIndex) }
  }

  /// Appends a line; answers where it begins.
  @discardableResult private func append(
    _ line: [UInt8], to file: borrowing OpenFile, isLast: Bool
  ) throws(FileProblem) -> off_t {
    try FileLock.take(file)
    let size = try file.facts.st_size
    // A program that was killed while writing may have left half a line; ours starts on its own.
    let start = endsWithLine(file, size) ? [] : [UInt8(ascii: "\n")]
    do throws(FileProblem) {
      try file.write(start + line + [UInt8(ascii: "\n")])
    } catch {
      ftruncate(file.descriptor, size)
      throw error
    }
    // Reaching the disk can take a second on a busy one; the others need not wait for that.
    FileLock.release(file)
    if isLast, fsync(file.descriptor) != 0 { throw .refused(code: errno) }
    return size + off_t(start.count)
  }

  /// Every sit, oldest first, and how many lines could not be read.
  /// - Throws: `StateFileProblem` if there is a journal and it cannot be read.
  public func entries() throws(StateFileProblem) -> (entries: [JournalEntry], damaged: Int) {
    let bytes = try contents()
    var entries: [JournalEntry] = []
    var damaged = 0
    bytes.withUnsafeBytes { all in
      var before = JournalLine.Before()
      for range in Self.lines(of: all) {
        var line = JournalLine(UnsafeRawBufferPointer(rebasing: all[range]))
        if let entry = line.entry(after: &before) ?? JournalEntry(line: bytes[range]) {
          entries.append(entry)
        } else {
          damaged += 1
        }
      }
    }
    return (entries, damaged)
  }

  /// Where lines are that are not empty, one after another.
  private static func lines(of bytes: UnsafeRawBufferPointer) -> some Sequence<Range<Int>> {
    sequence(state: 0) { place -> Range<Int>? in
      while place < bytes.count, let start = bytes.baseAddress {
        let end =
          memchr(start + place, Int32(UInt8(ascii: "\n")), bytes.count - place)
          .map { UnsafeRawPointer($0) - start } ?? bytes.count
        defer { place = end + 1 }
        if end > place { return place..<end }
      }
      return nil
    }
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
