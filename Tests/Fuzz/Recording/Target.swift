import Glibc

@testable import KindlyRecording

/// What is read of finished sound files, and of encoders' output on its way.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  if count % 4 == 0 { passPages(bytes) } else { readFacts(bytes) }
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

private func passPages(_ bytes: [UInt8]) {
  let comments = VorbisComments(tags: Tags(title: "Rain"), chapters: [])
  for codec in [OggPages.Codec.opus, .vorbis] {
    var pages = OggPages(codec: codec, serial: 1, comments: comments)
    let middle = bytes.count / 2
    for part in [bytes[..<middle], bytes[middle...]] {
      let passed = Array(part).withUnsafeBytes { pages.passing($0) }
      if passed == nil { return }
    }
  }
}
