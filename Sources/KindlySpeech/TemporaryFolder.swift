import Glibc

/// A folder for one text, seen by nobody else, gone with its owner.
final class TemporaryFolder {
  /// The folder itself.
  let path: String

  /// Makes one; nil if there is no room.
  init?() {
    guard let path = Self.make() else { return nil }
    self.path = path
  }

  deinit { FileSystem.remove(path) }

  /// What the program reads.
  var input: String { path + "/input" }
  /// What it says on standard output.
  var output: String { path + "/output" }
  /// What it says on standard error.
  var complaints: String { path + "/complaints" }
  /// The file it may write its sound to.
  var sound: String { path + "/sound.wav" }

  /// Makes a folder that its maker removes.
  static func make() -> String? {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/kindly-XXXXXX").utf8CString)
    return template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap(mkdtemp).map { String(cString: $0) }
    }
  }

  /// The end of what the program complained about: one line, harmless for a terminal.
  var lastWords: String {
    let descriptor = open(complaints, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    _ = lseek(descriptor, max(0, size - 2048), SEEK_SET)
    let bytes = [UInt8](unsafeUninitializedCapacity: 2048) { memory, count in
      count = max(0, Glibc.read(descriptor, memory.baseAddress, 2048))
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map { SpeakableText(characters: ComposedText(String($0)).characters).string }
      .filter { !$0.isEmpty }
    return String(lines.suffix(2).joined(separator: " ").suffix(200))
  }
}
