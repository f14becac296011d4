import Foundation
import Testing

@testable import KindlyLibrary

@Suite struct StateFileTests {
  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func `a file is replaced whole, and its folders are made`() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/state/kindly/place"
    try StateFile.replace(path, with: Array("old".utf8))
    try StateFile.replace(path, with: Array("new".utf8))
    #expect(try Data(contentsOf: URL(filePath: path)) == Data("new".utf8))
    #expect(try names(in: scratch.path + "/state/kindly") == ["place"])
    StateFile.remove(path)
    StateFile.remove(path)
    #expect(try names(in: scratch.path + "/state/kindly") == [])
  }

  @Test func `what stands in the way stays, and nothing is left beside it`() throws {
    let scratch = try ScratchFolder()
    try StateFile.makeFolder(scratch.path + "/place/")
    #expect(throws: StateFileProblem(scratch.path + "/place", EISDIR)) {
      try StateFile.replace(scratch.path + "/place", with: [1])
    }
    #expect(try names(in: scratch.path) == ["place"])
    try scratch.write("a file", to: "file")
    #expect(throws: StateFileProblem(scratch.path + "/file/deep", ENOTDIR)) {
      try StateFile.replace(scratch.path + "/file/deep/place", with: [1])
    }
    #expect(try names(in: scratch.path) == ["file", "place"])
  }

  @Test func `a folder named with a slash at its end is made once`() throws {
    let scratch = try ScratchFolder()
    try StateFile.makeFolder(scratch.path + "/one/two/")
    try StateFile.makeFolder(scratch.path + "/one/two")
    #expect(try names(in: scratch.path + "/one") == ["two"])
  }

  @Test func `a problem says what to do where something can be done`() {
    #expect(
      StateFileProblem("/a/b", ENOSPC).sentence == "The disk is full, so I couldn't write /a/b.")
    #expect(
      StateFileProblem("/a/b", EACCES).sentence
        == "I may not write /a/b (Permission denied). Check who owns the folder.")
    #expect(
      StateFileProblem("/a/b", EISDIR).sentence == "I couldn't write /a/b: Is a directory.")
  }
}
