import Foundation
import KindlyLibrary
import KindlyLanguage
import Testing

@Suite struct ProfileFileTests {
  @Test func `a profile that is not there is empty, and one that is written is private`() throws {
    let scratch = try ScratchFolder()
    let file = ProfileFile(in: try Folders(environment: ["HOME": scratch.path]))
    #expect(try file.source() == nil)
    #expect(try file.reading().tree == Profile())
    try file.replace(with: "Name: Mira\n")
    #expect(file.path == scratch.path + "/.config/kindly/me.profile")
    #expect(try file.reading().tree.name?.value == "Mira")
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: scratch.path + "/.config/kindly")
    #expect(names == ["me.profile"])
  }

  @Test func `a profile kept elsewhere behind a link stays there`() throws {
    let scratch = try ScratchFolder()
    let file = ProfileFile(in: try Folders(environment: ["HOME": scratch.path]))
    try scratch.write("Name: Mira\n", to: "dotfiles/me.profile")
    try scratch.write("", to: ".config/kindly/other")
    try FileManager.default.createSymbolicLink(
      atPath: file.path, withDestinationPath: scratch.path + "/dotfiles/me.profile")
    try file.replace(with: "Name: Ana\n")
    #expect(try file.reading().tree.name?.value == "Ana")
    let kept = try Data(contentsOf: URL(filePath: scratch.path + "/dotfiles/me.profile"))
    #expect(String(decoding: kept, as: UTF8.self) == "Name: Ana\n")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: file.path)
        == scratch.path + "/dotfiles/me.profile")
  }
}
