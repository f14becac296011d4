import Foundation
import KindlyLanguage
import KindlyLibrary
import Testing

// Names as people and machines write them: composed by a keyboard, decomposed by a Mac, in capitals by a
// camera (medito#220, Subtitle Edit#8230).

/// `ü` as a keyboard gives it, and as a Mac stores it.
private let composed = "g\u{FC}te"
private let decomposed = "gu\u{308}te"

@Test(arguments: Kind.allCases)
func `a name from a Mac is found, whichever way it is typed`(kind: Kind) throws {
  let scratch = try ScratchFolder()
  try scratch.write("x", to: "\(kind.folder)/\(decomposed)\(kind.ending)")
  try scratch.write("y", to: "\(kind.folder)/n\u{E3}o\(kind.ending)")
  let folders = try Folders(environment: [
    "HOME": scratch.path, "XDG_DATA_HOME": "/nowhere", "XDG_DATA_DIRS": "/nowhere",
  ])
  var library = Library(folders: folders)
  library.folders?.data = scratch.path
  #expect(try library.text(kind, named: composed).source.bytes == Array("x".utf8))
  #expect(try library.text(kind, named: decomposed).source.bytes == Array("x".utf8))
  #expect(try library.text(kind, named: "na\u{303}o").source.bytes == Array("y".utf8))
}

@Test func `what a file names is found beside it, whichever way it is written`() throws {
  let scratch = try ScratchFolder()
  try scratch.write("x", to: "\(decomposed)/\(decomposed).practice")
  try scratch.write("y", to: "\(decomposed).phrases")
  try scratch.write("z", to: "\(decomposed).flac")
  let library = Library(folders: nil)
  let text = try library.named("\(composed)/\(composed)", .practice, by: scratch.path)
  #expect(text.source.bytes == Array("x".utf8))
  #expect(
    try library.named("\(composed).phrases", .phrases, by: scratch.path).source.bytes
      == Array("y".utf8))
  let recording = try library.recording("\(composed).flac", in: nil, by: scratch.path)
  #expect(FileManager.default.fileExists(atPath: recording))
  let path = scratch.path + "/\(composed)/\(composed).practice"
  #expect(try library.text(.practice, at: path).source.bytes == Array("x".utf8))
}

@Test func `an ending in capitals is an ending`() throws {
  let scratch = try ScratchFolder()
  try scratch.write("x", to: "EVENING.PRACTICE")
  let text = try Library(folders: nil).text(.practice, at: scratch.path + "/EVENING.PRACTICE")
  #expect(text.name == "EVENING")
}

@Test func `a file of another kind is told by its kind`() throws {
  let scratch = try ScratchFolder()
  try scratch.write("x", to: "week.course")
  let path = scratch.path + "/week.course"
  #expect {
    try Library(folders: nil).text(.practice, at: path)
  } throws: { error in
    (error as? LibraryProblem)?.sentence
      == "\(path) is a course, but a practice is needed here."
  }
}

@Test func `an included file that was moved is told where it lies`() throws {
  let scratch = try ScratchFolder()
  try scratch.write("x", to: "Parts/openings.practice")
  #expect {
    try Library(folders: nil).named("openings", .practice, by: scratch.path)
  } throws: { error in
    (error as? LibraryProblem)?.sentence.hasSuffix("Did you mean Parts/openings?") == true
  }
}

@Test(arguments: [243, 246, 247, 255, 300, 5000])
func `a name too long for any file is only unknown`(letters: Int) throws {
  let scratch = try ScratchFolder()
  let name = String(repeating: "a", count: letters)
  let library = Library(folders: nil)
  for look in [
    { try library.text(.practice, named: name) },
    { try library.named(name, .practice, by: scratch.path) },
  ] {
    #expect {
      try look()
    } throws: { error in
      guard case .unknown? = error as? LibraryProblem else { return false }
      return true
    }
  }
}
