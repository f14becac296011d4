import Glibc
import Synchronization
import Testing

@testable import KindlyRecording

/// Files whose names the program made up: no link leads them elsewhere, whenever it was put there.
@Suite struct MadeNameTests {
  /// Puts a link under a name before the operation of that kind is done for the first time, as somebody
  /// else could.
  private func files(linking name: String, to other: String, at moment: FileOperation) -> FileSystem
  {
    let isDone = Mutex(false)
    return FileSystem { operation in
      guard operation == moment else { return nil }
      isDone.withLock { isDone in
        if !isDone {
          unlink(name)
          symlink(other, name)
        }
        isDone = true
      }
      return nil
    }
  }

  private func isLink(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFLNK
  }

  @Test(
    arguments: [FileOperation.open, .write, .flush, .link], [false, true])
  func `a link that appears after the look is not followed`(
    moment: FileOperation, hadFile: Bool
  ) throws {
    let folder = Folder()
    let (name, other) = (folder.file("feed.xml"), folder.file("theirs"))
    write("theirs", to: other)
    if hadFile { write("old", to: name) }
    let files = files(linking: name, to: other, at: moment)
    try WholeFile.expect(made: name, replacing: true, files: files)
    try WholeFile.write("ours", to: name, replacing: true, origin: .made, files: files)
    #expect(bytes(of: other) == Array("theirs".utf8))
    #expect(bytes(of: name) == Array("ours".utf8))
    #expect(!isLink(name))
    #expect(folder.names == ["feed.xml", "theirs"])
  }

  @Test(arguments: [FileOperation.open, .write, .flush, .link])
  func `where nothing may be replaced, the link stays and nothing is written`(
    moment: FileOperation
  ) throws {
    let folder = Folder()
    let (name, other) = (folder.file("a.vtt"), folder.file("theirs"))
    write("theirs", to: other)
    let files = files(linking: name, to: other, at: moment)
    #expect(throws: RecordingError.exists(name)) {
      try WholeFile.write("ours", to: name, replacing: false, origin: .made, files: files)
    }
    #expect(bytes(of: other) == Array("theirs".utf8))
    #expect(isLink(name))
    #expect(folder.names == ["a.vtt", "theirs"])
  }

  @Test func `a link that is there already is refused, or replaced itself`() throws {
    let folder = Folder()
    let (name, other) = (folder.file("a"), folder.file("theirs"))
    write("theirs", to: other)
    symlink(other, name)
    #expect(throws: RecordingError.isLink(name)) {
      try WholeFile.write("ours", to: name, replacing: false, origin: .made)
    }
    try WholeFile.write("ours", to: name, replacing: true, origin: .made)
    #expect(bytes(of: other) == Array("theirs".utf8))
    #expect(bytes(of: name) == Array("ours".utf8))
  }

  @Test func `a device and a folder are no place for it`() throws {
    let folder = Folder()
    let pipe = folder.file("pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    #expect(throws: RecordingError.notAFile(pipe)) {
      try WholeFile.write("ours", to: pipe, replacing: true, origin: .made)
    }
    #expect(throws: RecordingError.isFolder(folder.path)) {
      try WholeFile.write("ours", to: folder.path, replacing: true, origin: .made)
    }
  }

  @Test func `a name that somebody gave leads where its link leads`() throws {
    let folder = Folder()
    let (name, other) = (folder.file("a"), folder.file("theirs"))
    write("theirs", to: other)
    symlink(other, name)
    try WholeFile.write("ours", to: name, replacing: true)
    #expect(bytes(of: other) == Array("ours".utf8))
    #expect(isLink(name))
  }
}
