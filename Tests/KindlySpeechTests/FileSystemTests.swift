import Glibc
import Testing

@testable import KindlySpeech

@Suite struct FileSystemTests {
  private let folder = Folder()

  private func write(_ text: String, to path: String) -> Bool {
    Array(text.utf8).withUnsafeBytes { FileSystem.write([$0], to: path) }
  }

  @Test func `a file is written whole or not at all`() {
    let file = folder.path + "/a"
    #expect(write("old", to: file))
    #expect(write("new", to: file))
    #expect(FileSystem.read(file, most: 10) == Array("new".utf8))
    #expect(!write("lost", to: folder.path + "/none/a"))
    // A folder under the name can't be replaced; the draft is taken away.
    #expect(FileSystem.makeFolder(folder.path + "/b"))
    #expect(!write("lost", to: folder.path + "/b"))
    #expect(FileSystem.names(in: folder.path) == ["a", "b"])
  }

  @Test func `folders are made with those above them, but not below a file`() {
    #expect(FileSystem.makeFolder(folder.path + "/one/two/three/"))
    #expect(FileSystem.isFolder(folder.path + "/one/two/three"))
    #expect(write("a", to: folder.path + "/a"))
    #expect(!FileSystem.makeFolder(folder.path + "/a/b"))
    #expect(FileSystem.isFile(folder.path + "/a"))
  }

  @Test func `a folder is removed with all in it, and what links name stays`() {
    #expect(write("kept", to: folder.path + "/kept"))
    #expect(FileSystem.makeFolder(folder.path + "/gone/deep"))
    #expect(write("a", to: folder.path + "/gone/deep/a"))
    symlink(folder.path + "/kept", folder.path + "/gone/link")
    FileSystem.remove(folder.path + "/gone")
    FileSystem.remove(folder.path + "/was never there")
    #expect(FileSystem.names(in: folder.path) == ["kept"])
  }
}
