import Foundation
import KindlyLibrary
import Testing

@testable import Kindly

/// The words that all practices say alike.
@Suite struct WordListsTests {
  @Test func `lists are read once, and again where one has changed`() throws {
    let home = FileManager.default.temporaryDirectory.path + "/kindly-words-\(UUID())"
    let data = home + "/kindly"
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: home) }
    func write(_ text: String) throws {
      try text.write(toFile: data + "/own.pronunciations", atomically: true, encoding: .utf8)
    }
    let folders = try Folders(environment: ["HOME": "/nonexistent", "XDG_DATA_HOME": home])
    let (library, lists) = (Library(folders: folders), WordLists())
    let first = lists.common(for: "en", in: library)
    #expect(lists.common(for: "en", in: library) == first)
    #expect(lists.common(for: "de", in: library) != first)
    try write("karuna as kay\n")
    let changed = lists.common(for: "en", in: library)
    #expect(changed != first)
    #expect(lists.common(for: "en", in: library) == changed)
    // Of the same size, as somebody corrects a letter.
    try write("karuna as key\n")
    #expect(lists.common(for: "en", in: library) != changed)
  }
}
