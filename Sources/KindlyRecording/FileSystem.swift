import Glibc

/// The operating system's calls behind one seam: each asks `fault` first, so that a test can make
/// any of them fail.
public struct FileSystem: Sendable {
  /// Answers nil, or the `errno` with which an operation shall fail instead of being done.
  public var fault: @Sendable (FileOperation) -> Int32?

  /// Makes a file system that fails when `fault` says so; by default only when it really does.
  public init(fault: @escaping @Sendable (FileOperation) -> Int32? = { _ in nil }) {
    self.fault = fault
  }

  /// A call of the operating system that was refused.
  struct Refusal: Error {
    var operation: FileOperation
    var code: Int32
  }

  /// Runs one call, again if a signal interrupted it.
  func call<Value: SignedInteger>(
    _ operation: FileOperation, _ body: () -> Value
  ) throws(Refusal) -> Value {
    if let code = fault(operation) { throw Refusal(operation: operation, code: code) }
    repeat {
      let value = body()
      if value != -1 { return value }
    } while errno == EINTR
    throw Refusal(operation: operation, code: errno)
  }

  /// What stands under a name, links not followed; nil if nothing does.
  func inspect(_ path: String) throws(Refusal) -> stat? {
    var facts = stat()
    do {
      _ = try call(.inspect) { lstat(path, &facts) }
      return facts
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
  }

  /// Writes all of the bytes, at the file's place or at `offset`.
  func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at offset: Int64? = nil
  ) throws(Refusal) {
    var rest = bytes
    var place = offset
    while let base = rest.baseAddress, !rest.isEmpty {
      let count = try call(.write) {
        if let place { return pwrite(descriptor, base, rest.count, off_t(place)) }
        return Glibc.write(descriptor, base, rest.count)
      }
      // A device that takes nothing would keep us here for ever.
      if count == 0 { throw Refusal(operation: .write, code: EIO) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      place = place.map { $0 + Int64(count) }
    }
  }

  /// Reads up to `bytes.count` bytes at `offset`; fewer only at the end of the file.
  func read(
    into bytes: UnsafeMutableRawBufferPointer, from descriptor: Int32, at offset: Int64
  ) throws(Refusal) -> Int {
    var done = 0
    while done < bytes.count, let base = bytes.baseAddress {
      let count = try call(.read) {
        pread(descriptor, base + done, bytes.count - done, off_t(offset) + off_t(done))
      }
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// Bytes a user may still write to the disk that holds `folder`; the largest number where nobody knows.
  /// Some mounts tell of no free block and still take files, so that none is only found by writing.
  func space(in folder: String) throws(Refusal) -> Int64 {
    var facts = statvfs()
    _ = try call(.space) { statvfs(folder, &facts) }
    guard facts.f_bavail > 0 else { return .max }
    return Int64(
      clamping: UInt64(facts.f_bavail).multipliedReportingOverflow(by: UInt64(facts.f_frsize))
        .partialValue)
  }

  /// Waits until a folder's names are on the disk. Some file systems cannot and say so; that is
  /// no failure.
  func flush(folder: String) throws(Refusal) {
    let descriptor = try call(.open) { open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    defer { close(descriptor) }
    do {
      _ = try call(.flushFolder) { fsync(descriptor) }
    } catch {
      if error.code != EINVAL && error.code != ENOTSUP { throw error }
    }
  }
}
