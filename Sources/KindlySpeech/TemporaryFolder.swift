import CKindlyESpeakNG
import Glibc
import KindlyFiles

/// A place for one text and what a program makes of it, seen by nobody else, gone with its owner.
///
/// What is said and what a program answers is kept in memory, as files without a name. Only the sound
/// file that a program wants to write by its path lies in a folder; that is locked as long as its
/// owner lives, and one that is not, after a crash, is removed by the next program that starts.
final class TemporaryFolder {
  /// The folder itself.
  let path: String
  private let lock: Int32
  /// The files without a name, in the order of the properties below; -1 where there is no memory.
  private let files: [Int32] = (0..<3).map { _ in kindly_nameless_file("words") }

  /// Makes one; nil if there is no room.
  init?() {
    for _ in 0..<3 {
      guard let path = Self.make() else { break }
      let lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      // A program that starts at this moment may have taken it for one that was left.
      if lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0, CacheFiles.isFolder(path) {
        (self.path, self.lock) = (path, lock)
        return
      }
      if lock >= 0 { close(lock) }
    }
    for file in files where file >= 0 { close(file) }
    return nil
  }

  deinit {
    CacheFiles.remove(path)
    for file in files + [lock] where file >= 0 { close(file) }
  }

  /// What the program reads.
  var input: String { name(of: 0, or: "input") }
  /// What it says on standard output.
  var output: String { name(of: 1, or: "output") }
  /// What it says on standard error.
  var complaints: String { name(of: 2, or: "complaints") }
  /// The file it may write its sound to.
  var sound: String { path + "/sound.wav" }

  /// Gives the program something to read; false if there is no room.
  func give(_ text: String) -> Bool {
    let file = open(input, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    return Array(text.utf8).withUnsafeBytes { OpenFile.writeAll($0, to: file) == 0 }
  }

  private func name(of file: Int, or name: String) -> String {
    files[file] >= 0 ? "/proc/self/fd/\(files[file])" : path + "/" + name
  }

  /// How the folders are called, before six letters that are not known beforehand.
  private static let start = ".kindly-words-"

  private static var parent: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  private static func make() -> String? {
    var template = Array((parent + "/" + start + "XXXXXX").utf8CString)
    return template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap(mkdtemp).map { String(cString: $0) }
    }
  }

  /// Removes folders that were left by programs that crashed; once in a process.
  static func sweep() { _ = swept }

  private static let swept: Void = {
    let above = TemporaryFolder.parent
    for name in CacheFiles.names(in: above, beginning: start) ?? []
    where name.utf8.count == start.utf8.count + 6 {
      let path = above + "/" + name
      let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard folder >= 0 else { continue }
      defer { close(folder) }
      var facts = stat()
      guard fstat(folder, &facts) == 0, facts.st_uid == geteuid(), facts.st_mode & 0o077 == 0,
        flock(folder, LOCK_EX | LOCK_NB) == 0
      else { continue }
      CacheFiles.remove(path)
    }
  }()

  /// The end of what the program complained about: one line, harmless for a terminal.
  var lastWords: String {
    let descriptor = open(complaints, O_RDONLY | O_CLOEXEC)
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
