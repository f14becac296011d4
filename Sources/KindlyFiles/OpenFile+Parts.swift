import Glibc

extension OpenFile {
  /// Gives the rest of the file to `part`, at most 1 MiB at a time, in order, for digests of files that
  /// are larger than what memory should hold. The bytes are valid during the call alone.
  ///
  /// - Throws: `FileProblem` where the file can't be read on.
  public func forEachPart(_ part: (UnsafeRawBufferPointer) -> Void) throws(FileProblem) {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { room.deallocate() }
    while true {
      let count = read(descriptor, room.baseAddress, room.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileProblem(code: errno) }
      if count == 0 { return }
      part(UnsafeRawBufferPointer(rebasing: room[..<count]))
    }
  }
}
