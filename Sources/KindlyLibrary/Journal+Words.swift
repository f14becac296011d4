import Glibc
import KindlyFiles

extension Journal {
  /// Writes words to the sit that began last, over those it may have; empty words take them away.
  /// - Returns: the sit with its words; nil if there is no sit.
  /// - Throws: `StateFileProblem`; the journal is then as it was, unless the disk itself failed.
  public func write(words: String) throws(StateFileProblem) -> JournalEntry? {
    do throws(FileProblem) {
      let file = try OpenFile.changing(path)
      try FileLock.take(file)
      defer { FileLock.release(file) }
      let bytes = try file.bytes(most: Self.most)
      let lines = Self.lines(of: bytes)
      guard let last = JournalEntry.byDate(lines.map(\.entry)).last,
        let line = lines.last(where: { $0.entry == last })
      else { return nil }
      var entry = line.entry
      entry.words = words.isEmpty ? nil : words
      try Self.replace(line.range, of: bytes, in: file, with: Self.padded(entry))
      if fsync(file.descriptor) != 0 { throw .refused(code: errno) }
      return entry
    } catch {
      if error == .missing { return nil }
      throw StateFileProblem(path, error.code)
    }
  }

  /// Changes a line to which somebody wrote words while the sit went on; the words stay. False if there
  /// is none.
  func changeCommented(
    _ line: inout OpenLine, to entry: JournalEntry, in file: borrowing OpenFile
  ) throws(FileProblem) -> Bool {
    guard let known = JournalEntry(line: line.bytes[...]) else { return false }
    // The line was looked for before, so the file stands at its end.
    guard lseek(file.descriptor, 0, SEEK_SET) == 0 else { throw .refused(code: errno) }
    let bytes = try file.bytes(most: Self.most)
    let found = Self.lines(of: bytes).last { line in
      var plain = line.entry
      plain.words = nil
      return line.entry.words != nil && plain == known
    }
    guard let found else { return false }
    var entry = entry
    entry.words = found.entry.words
    let new = Self.padded(entry)
    try Self.replace(found.range, of: bytes, in: file, with: new)
    // What is looked for the next time is the line without the words, which others may change again.
    entry.words = nil
    line = OpenLine(bytes: Self.padded(entry), place: off_t(found.range.lowerBound))
    return true
  }

  /// The sits of a journal's bytes, and where their lines are.
  private static func lines(of bytes: [UInt8]) -> [(range: Range<Int>, entry: JournalEntry)] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      JournalEntry(line: line).map { (line.startIndex..<line.endIndex, $0) }
    }
  }

  /// Puts a line in the place of another, under the lock; what comes behind it moves. If that fails, all
  /// is put back, for which the disk has room.
  private static func replace(
    _ range: Range<Int>, of bytes: [UInt8], in file: borrowing OpenFile, with line: [UInt8]
  ) throws(FileProblem) {
    let code = write(line + bytes[range.upperBound...], to: file.descriptor, at: range.lowerBound)
    guard code == 0 else {
      _ = write(Array(bytes[range.lowerBound...]), to: file.descriptor, at: range.lowerBound)
      ftruncate(file.descriptor, off_t(bytes.count))
      throw .refused(code: code)
    }
    ftruncate(file.descriptor, off_t(bytes.count - range.count + line.count))
  }

  /// Writes all of the bytes at a place; answers 0 or the error number of the system.
  private static func write(_ bytes: [UInt8], to descriptor: Int32, at place: Int) -> Int32 {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { room in
        pwrite(
          descriptor, room.baseAddress.map { $0 + done }, room.count - done,
          off_t(place + done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : EIO }
      done += count
    }
    return 0
  }
}
