import Foundation
import Glibc
import KindlyFiles
import Testing

/// The door to the file system, with whatever can stand behind a name.
@Suite final class FilesTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/kindly-\(UUID().uuidString)"
    try Folder.make(folder + "/inner")
    try WholeWrite.write(Array("words".utf8), to: folder + "/file", mode: 0o644)
    mkfifo(folder + "/fifo", 0o600)
    symlink("file", folder + "/link")
    symlink("/dev/zero", folder + "/zero")
    symlink("nowhere", folder + "/dangling")
  }

  deinit { Folder.remove(folder) }

  private func read(_ name: String, _ links: OpenFile.Links = .followed) throws -> String {
    let file = try OpenFile.reading(folder + "/" + name, links: links)
    return String(decoding: try file.bytes(most: 100), as: UTF8.self)
  }

  @Test func `a file is read whole, and a link only where it is meant`() throws {
    #expect(try read("file") == "words")
    #expect(try read("link") == "words")
    #expect(throws: FileProblem.outside) { try read("link", .refused) }
    #expect(throws: FileProblem.outside) {
      _ = try OpenFile.reading("link", inside: folder)
    }
  }

  @Test(
    arguments: [
      ("fifo", FileProblem.notRegular), ("zero", .notRegular), ("inner", .folder),
      ("none", .missing), ("file/none", .missing), ("dangling", .missing),
    ])
  func `nothing else is waited for or read`(name: String, problem: FileProblem) {
    #expect(throws: problem) { try read(name) }
  }

  @Test func `no more is read than may be, however large a file says it is`() throws {
    try #require(truncate(folder + "/file", off_t(30) << 30) == 0)
    #expect(throws: FileProblem.tooLarge(most: 100)) { try read("file") }
  }

  @Test func `a path that holds a link anywhere is refused`() throws {
    symlink("inner", folder + "/way")
    try WholeWrite.write(Array("in".utf8), to: folder + "/inner/file")
    #expect(throws: FileProblem.outside) {
      _ = try OpenFile.reading(unlinked: folder + "/way/file")
    }
    let file = try OpenFile.reading(unlinked: folder + "/inner/../inner/file")
    let bytes = try file.bytes(most: 10)
    #expect(bytes == Array("in".utf8))
  }

  @Test(arguments: ["link", "fifo", "zero", "inner"])
  func `nothing is written through what is no file`(name: String) throws {
    #expect(throws: FileProblem.self) {
      try WholeWrite.write(Array("new".utf8), to: folder + "/" + name)
    }
    #expect(try read("file") == "words")
    #expect(try Folder.names(in: folder).count == 6)
  }

  @Test func `a link is replaced only where that is asked for, and never what it leads to`() throws
  {
    try WholeWrite.write(Array("new".utf8), to: folder + "/link", over: .fileOrLink)
    #expect(try read("link", .refused) == "new")
    #expect(try read("file") == "words")
  }

  @Test func `a new file takes no name that is taken, and permissions stay`() throws {
    #expect(throws: FileProblem.exists) {
      try WholeWrite.write(Array("new".utf8), to: folder + "/file", over: .none)
    }
    chmod(folder + "/file", 0o640)
    try WholeWrite.write(Array("new".utf8), to: folder + "/file")
    let file = try OpenFile.reading(folder + "/file")
    let mode = try file.facts.st_mode & 0o777
    #expect(mode == 0o640)
    #expect(try Folder.names(in: folder).count == 6)
  }

  /// The system gives some hundred at once, each no longer than its name; the address sanitizer sees
  /// whether more is read.
  @Test func `a folder of many names is read to its last`() throws {
    let names = (0..<1_500).map { "a\($0)" + String(repeating: "x", count: $0 % 17) }
    for name in names { close(open(folder + "/inner/" + name, O_WRONLY | O_CREAT, 0o600)) }
    let wanted = names.sorted()
    #expect(try Folder.names(in: folder + "/inner") == wanted)
    #expect(
      try Folder.names(in: folder + "/inner", beginning: "a1")
        == wanted.filter { $0.hasPrefix("a1") })
  }

  @Test func `what is added to becomes private again`() throws {
    let file = try OpenFile.appending(folder + "/file")
    try file.write(Array(" more".utf8))
    #expect(try read("file") == "words more")
    let mode = try file.facts.st_mode & 0o777
    #expect(mode == 0o600)
    #expect(throws: FileProblem.notRegular) { _ = try OpenFile.appending(folder + "/zero") }
    #expect(throws: FileProblem.notRegular) { _ = try OpenFile.appending(folder + "/fifo") }
  }
}
