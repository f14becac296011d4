import Foundation
import KindlyLibrary
import KindlyTimeline
import KindlyLanguage
import Testing

/// A folder of its own for one test, removed with it.
final class ScratchFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "kindly-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let url = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}

@Suite struct LibraryTests {
  func folders(_ scratch: ScratchFolder) throws -> Folders {
    try Folders(environment: ["HOME": scratch.path, "XDG_DATA_DIRS": scratch.path + "/share"])
  }

  @Test func `metta is built in and needs no folder`() throws {
    let text = try Library(folders: nil).text(.practice, named: "metta")
    #expect(text.origin == .builtIn)
    #expect(String(decoding: text.source.bytes, as: UTF8.self).hasPrefix("Title: Loving-kindness"))
  }

  @Test func `the user's own text hides an installed one, which hides the built-in one`() throws {
    let scratch = try ScratchFolder()
    let library = Library(folders: try folders(scratch))
    try scratch.write("Title: Installed", to: "share/kindly/Sessions/metta.practice")
    #expect(try library.text(.practice, named: "metta").origin == .installed)
    try scratch.write("Title: Mine", to: ".local/share/kindly/Sessions/metta.practice")
    let mine = try library.text(.practice, named: "metta")
    #expect(mine.origin == .user)
    #expect(mine.source.bytes == Array("Title: Mine".utf8))
    #expect(library.names(of: .practice).filter { $0 == "metta" }.count == 1)
  }

  @Test func `an unknown name lists what there is`() throws {
    #expect {
      try Library(folders: nil).text(.bell, named: "gnog")
    } throws: { error in
      (error as? LibraryProblem)?.sentence.contains("gnog") == true
    }
  }

  @Test func `a path with a slash or the ending is a file`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("Hello.", to: "monday.practice")
    let text = try Library(folders: nil).text(.practice, at: scratch.path + "/monday.practice")
    #expect(text.name == "monday")
    #expect(text.folder == scratch.path)
    #expect(text.origin == .file)
  }

  @Test(arguments: ["../secret", "/etc/hostname", "a/../../secret", "link", "down/link", ""])
  func `an include never leaves its folder`(name: String) throws {
    let scratch = try ScratchFolder()
    try scratch.write("secret", to: "secret.practice")
    try scratch.write("x", to: "inside/down/x.practice")
    for link in ["inside/link.practice", "inside/down/link.practice"] {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path + "/" + link, withDestinationPath: scratch.path + "/secret.practice")
    }
    #expect(throws: LibraryProblem.self) {
      try Library(folders: nil).named(name, .practice, by: scratch.path + "/inside")
    }
  }

  @Test func `a linked folder is told as leading out, and a dot stays where it is`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("secret", to: "away/secret.practice")
    try scratch.write("x", to: "inside/down/x.practice")
    let inside = scratch.path + "/inside"
    try FileManager.default.createSymbolicLink(
      atPath: inside + "/out", withDestinationPath: scratch.path + "/away")
    #expect(throws: TextFileProblem.outside("out/secret.practice")) {
      try TextFile.read("out/secret.practice", inside: inside)
    }
    #expect(try TextFile.read("./down/./x.practice", inside: inside) == Array("x".utf8))
  }

  @Test func `a slip in the name of a file beside is answered with its name`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("x", to: "opening.practice")
    #expect {
      try Library(folders: nil).named("openning", .practice, by: scratch.path)
    } throws: { error in
      (error as? LibraryProblem)?.sentence.hasSuffix("Did you mean opening?") == true
    }
  }

  @Test func `a FIFO, a device and a folder are refused without waiting`() throws {
    let scratch = try ScratchFolder()
    #expect(mkfifo(scratch.path + "/pipe.practice", 0o600) == 0)
    try scratch.write("x", to: "folder.practice/x")
    #expect(throws: TextFileProblem.notRegular(scratch.path + "/pipe.practice")) {
      try TextFile.read(scratch.path + "/pipe.practice")
    }
    #expect(throws: TextFileProblem.notRegular("/dev/zero")) { try TextFile.read("/dev/zero") }
    #expect(throws: TextFileProblem.folder(scratch.path + "/folder.practice")) {
      try TextFile.read(scratch.path + "/folder.practice")
    }
  }

  @Test func `reading stops one byte after the limit`() throws {
    let scratch = try ScratchFolder()
    try scratch.write(String(repeating: "a", count: 2 << 20), to: "long.practice")
    #expect(try TextFile.read(scratch.path + "/long.practice").count == TextFile.limit + 1)
  }
}

@Suite struct FoldersTests {
  @Test func `relative and empty variables are ignored`() throws {
    let folders = try Folders(environment: [
      "HOME": "/h", "XDG_CONFIG_HOME": "conf", "XDG_CACHE_HOME": "", "XDG_STATE_HOME": "/s",
    ])
    #expect(folders.config == "/h/.config/kindly")
    #expect(folders.cache == "/h/.cache/kindly")
    #expect(folders.state == "/s/kindly")
    #expect(folders.installed == ["/usr/local/share/kindly", "/usr/share/kindly"])
  }

  @Test func `without a home the sentence names the variable to set`() {
    #expect(throws: FoldersProblem.noHome(needed: "XDG_CONFIG_HOME")) {
      try Folders(environment: ["HOME": "elsewhere"])
    }
  }

  @Test func `texts beside an installed program come before the system's`() throws {
    let folders = try Folders(environment: ["HOME": "/h"], executable: "/opt/k/bin/kindly")
    #expect(folders.installed.first == "/opt/k/share/kindly")
  }
}

@Suite struct KeptPlaceTests {
  @Test func `a kept place is found again, for the same sitting only`() throws {
    let scratch = try ScratchFolder()
    let folders = try Folders(environment: ["HOME": scratch.path])
    try KeptPlace(sitting: "metta 20m", frame: 480_000, frames: 960_000).keep(in: folders)
    #expect(KeptPlace.kept(for: "metta 20m", in: folders)?.frame == 480_000)
    #expect(KeptPlace.kept(for: "metta 10m", in: folders) == nil)
    KeptPlace.forget("metta 20m", in: folders)
    #expect(KeptPlace.kept(for: "metta 20m", in: folders) == nil)
  }

  @Test func `everything that is kept of a place is read again`() throws {
    let scratch = try ScratchFolder()
    let folders = try Folders(environment: ["HOME": scratch.path])
    var place = KeptPlace(sitting: "/home/ann/my own.practice 0", frame: 480_000, frames: 960_000)
    place.when = "2026-11-27T06:30:00+01:00"
    place.title = "Loving-kindness for yourself"
    place.heard = 470_000
    place.practices = ["/home/ann/my own.practice", "closing"]
    place.asked = "20 min, voice warm"
    place.mark = Mark(
      section: "Wishes 慈悲", kind: "pause", line: 14, file: "an other.practice", pass: 2,
      into: Frames(4_800), length: Frames(96_000))
    try place.keep(in: folders)
    #expect(KeptPlace.kept(for: place.sitting, in: folders) == place)
    var older = KeptPlace(sitting: "sit 0", frame: 5, frames: 10)
    older.isSit = true
    older.when = "2026-11-26T06:30:00+01:00"
    try older.keep(in: folders)
    #expect(KeptPlace.all(in: folders) == [place, older])
    KeptPlace.forget(place.sitting, in: folders)
    #expect(KeptPlace.all(in: folders) == [older])
  }

  @Test func `a place that an earlier version kept under the path it was given is found`() throws {
    let scratch = try ScratchFolder()
    let folders = try Folders(environment: ["HOME": scratch.path])
    try KeptPlace(sitting: "./own.practice 0", frame: 5, frames: 10).keep(in: folders)
    let found = KeptPlace.kept(
      for: "/home/ann/own.practice 0", before: "./own.practice 0", in: folders)
    #expect(found?.frame == 5)
  }

  @Test(arguments: ["", "x", "1 2", "-5 10 s\n", "10 10 s\n", "99999999999999999999 10 s\n"])
  func `a damaged file is no place`(text: String) throws {
    let scratch = try ScratchFolder()
    let folders = try Folders(environment: ["HOME": scratch.path])
    try KeptPlace(sitting: "s", frame: 5, frames: 10).keep(in: folders)
    let place = folders.state + "/places"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: place).first)
    try Data(text.utf8).write(to: URL(filePath: place + "/" + name))
    #expect(KeptPlace.kept(for: "s", in: folders) == nil)
  }

  @Test(arguments: hostilePlaces)
  func `a hostile file is no place`(file: URL) throws {
    let scratch = try ScratchFolder()
    let folders = try Folders(environment: ["HOME": scratch.path])
    try KeptPlace(sitting: "s", frame: 5, frames: 96_000).keep(in: folders)
    let place = folders.state + "/places"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: place).first)
    try Data(contentsOf: file).write(to: URL(filePath: place + "/" + name))
    #expect(KeptPlace.kept(for: "s", in: folders) == nil)
  }

  private static let hostilePlaces: [URL] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Hostile/Places")
    return
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
  }()

  @Test func `a folder that can't be written is a sentence, and nothing is left`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("in the way", to: ".local")
    let folders = try Folders(environment: ["HOME": scratch.path])
    #expect {
      try KeptPlace(sitting: "s", frame: 5, frames: 10).keep(in: folders)
    } throws: { error in
      (error as? StateFileProblem)?.sentence.contains("couldn't write") == true
    }
  }
}
