import Glibc
import Testing

@testable import KindlySpeech

@Suite struct FileSystemTests {
  private let folder = Folder()

  private func write(_ text: String, to path: String) -> Bool {
    Array(text.utf8).withUnsafeBytes { CacheFiles.write([$0], to: path) }
  }

  @Test func `a file is written whole or not at all`() {
    let file = folder.path + "/a"
    #expect(write("old", to: file))
    #expect(write("new", to: file))
    #expect(CacheFiles.read(file, most: 10) == Array("new".utf8))
    #expect(!write("lost", to: folder.path + "/none/a"))
    // A folder under the name can't be replaced; the draft is taken away.
    #expect(CacheFiles.makeFolder(folder.path + "/b"))
    #expect(!write("lost", to: folder.path + "/b"))
    #expect(CacheFiles.names(in: folder.path) == ["a", "b"])
  }

  @Test func `folders are made with those above them, but not below a file`() {
    #expect(CacheFiles.makeFolder(folder.path + "/one/two/three/"))
    #expect(CacheFiles.isFolder(folder.path + "/one/two/three"))
    #expect(write("a", to: folder.path + "/a"))
    #expect(!CacheFiles.makeFolder(folder.path + "/a/b"))
    #expect(CacheFiles.isFile(folder.path + "/a"))
  }

  @Test func `a folder is removed with all in it, and what links name stays`() {
    #expect(write("kept", to: folder.path + "/kept"))
    #expect(CacheFiles.makeFolder(folder.path + "/gone/deep"))
    #expect(write("a", to: folder.path + "/gone/deep/a"))
    symlink(folder.path + "/kept", folder.path + "/gone/link")
    CacheFiles.remove(folder.path + "/gone")
    CacheFiles.remove(folder.path + "/was never there")
    #expect(CacheFiles.names(in: folder.path) == ["kept"])
  }
}
