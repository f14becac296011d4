import Glibc

@testable import KindlyRecording

/// What is read of finished sound files, of covers, and of encoders' frames.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  readFacts(bytes)
  _ = CoverPicture(bytes)
  _ = MP3Frame(bytes[...])
  return 0
}

private func readFacts(_ bytes: [UInt8]) {
  let path = "/dev/shm/kindly-facts-\(getpid())"
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  precondition(write(file, bytes, bytes.count) == bytes.count)
  close(file)
  guard let facts = FileFacts(path: path) else { return }
  _ = facts.chaptersJSON
}
