import Foundation
import Glibc
import Testing

/// The program over `Tests/Hostile`: files that try everything, each with its expected report.
@Suite(.besideOthers) struct HostileTests {
  @Test(arguments: HostileFile.some(in: "Practices"))
  func `a hostile practice is answered as recorded`(file: HostileFile) throws {
    let folder = try HostileFolder()
    for part in HostileFile.parts(of: "Practices") { try folder.bring(part) }
    try folder.bring(file)
    let checked = try folder.run("check", file.name, isTold: true)
    try folder.run("timeline", file.name)
    try folder.run("record-list", file.name)
    try folder.run("import", file.name)
    // What is over in a few seconds is heard to its end.
    if checked.output.contains(": 0:0") {
      try folder.run("play", file.name, "--device", "null", "--plain")
      try folder.run("render", file.name, "-o", "out.opus")
    }
    try folder.run("format", file.name)
    try file.expect(folder.transcript)
  }

  @Test(arguments: HostileFile.some(in: "Courses"))
  func `a hostile course is answered as recorded`(file: HostileFile) throws {
    let folder = try HostileFolder()
    try folder.bring(file)
    try folder.run("check", file.name, isTold: true)
    try folder.run("course", "show", file.name, isTold: true)
    try folder.run("course", "start", file.name)
    try folder.run("course", "skip")
    try folder.run("course")
    try file.expect(folder.transcript)
  }

  @Test(arguments: HostileFile.some(in: "Phrases"))
  func `a hostile phrase set is answered as recorded`(file: HostileFile) throws {
    let folder = try HostileFolder()
    try folder.bring(file)
    try folder.bring(file, as: ".local/share/kindly/Sessions/Phrases/hostile.phrases")
    try folder.program.write("Now the wishes.\n[phrases hostile]\n", to: "work/use.practice")
    try folder.run("check", file.name, isTold: true)
    try folder.run("phrases", isTold: true)
    try folder.run("phrases", "show", "hostile", isTold: true)
    try folder.run("phrases", "show", "hostile", "--toward", "Maya, she", isTold: true)
    try folder.run("check", "use.practice", isTold: true)
    try file.expect(folder.transcript)
  }

  @Test(arguments: HostileFile.some(in: "Voices"))
  func `a hostile voice is answered as recorded`(file: HostileFile) throws {
    let folder = try HostileFolder()
    try folder.bring(file)
    try folder.bring(file, as: ".local/share/kindly/Voices/Narrators/hostile.voice")
    try folder.program.write("Voice: hostile\n\nMay I be safe.\n", to: "work/use.practice")
    try folder.run("check", file.name, isTold: true)
    try folder.run("check", "use.practice", isTold: true)
    try folder.run("voices", "try", "hostile", "May I be safe.", "-o", "out.wav")
    try file.expect(folder.transcript)
  }

  @Test(arguments: HostileFile.some(in: "Bells"))
  func `a hostile bell is answered as recorded`(file: HostileFile) throws {
    let folder = try HostileFolder()
    try folder.bring(file)
    try folder.bring(file, as: ".local/share/kindly/Voices/Bells/hostile.bell")
    try folder.program.write("Bell: hostile\n\n[bell, 3 times]\n", to: "work/use.practice")
    try folder.run("check", file.name, isTold: true)
    try folder.run("bells", "show", "./" + file.name)
    try folder.run("bells", "ring", "./" + file.name, "-o", "out.wav")
    try folder.run("check", "use.practice", isTold: true)
    try file.expect(folder.transcript)
  }

  @Test(arguments: HostileFile.some(in: "Profiles"))
  func `a hostile profile is answered as recorded`(file: HostileFile) throws {
    let folder = try HostileFolder()
    try folder.bring(file, as: "work/me.profile")
    try folder.bring(file, as: ".config/kindly/me.profile")
    try folder.program.write(
      "Hello {listener}, in {a|this place}.\n[toward friend]\n[phrases]\n", to: "work/use.practice")
    try folder.run("check", "me.profile", isTold: true)
    try folder.run("check", "use.practice", isTold: true)
    try folder.run("phrases", "show", isTold: true)
    try file.expect(folder.transcript)
  }

  @Test(arguments: HostileFile.some(in: "Journals"))
  func `a hostile journal is answered as recorded, and grows by whole lines`(
    file: HostileFile
  ) throws {
    let folder = try HostileFolder()
    let place = ".local/state/kindly/journal.jsonl"
    try folder.bring(file, as: place)
    try folder.run("journal", isTold: true)
    try folder.run("journal", "--export", "json", isTold: true)
    let table = try folder.run("journal", "--export", "csv")
    #expect(table.output.hasPrefix("began,title"))
    try folder.run("journal", "--add", "Sitting", "--length", "20m")
    let before = try Data(contentsOf: file.url)
    let after = try Data(contentsOf: URL(filePath: folder.path(place)))
    // Nothing of it is lost; ours stands on a line of its own.
    #expect(after.starts(with: before))
    let added = String(decoding: after.dropFirst(before.count), as: UTF8.self)
    let line = added.hasPrefix("\n") ? added.dropFirst() : added[...]
    #expect(line.hasPrefix("{\"v\": 1,") && line.hasSuffix("\"whole\": true}\n"))
    #expect(added.hasPrefix("\n") == (before.last.map { $0 != UInt8(ascii: "\n") } ?? false))
    try file.expect(folder.transcript)
  }

  @Test(arguments: HostileFile.some(in: "Progress"))
  func `a hostile place in a course is answered as recorded`(file: HostileFile) throws {
    let folder = try HostileFolder()
    try folder.bring(file, as: ".local/state/kindly/course")
    try folder.run("course", isTold: true)
    try folder.run("course", "skip")
    try folder.run("course", "stay")
    try folder.run("course", "repeat")
    try folder.run("today", "--device", "nowhere", "--quiet")
    try file.expect(folder.transcript)
  }

  @Test(arguments: HostileFile.some(in: "Recordings"))
  func `a hostile recording is answered as recorded`(file: HostileFile) throws {
    let folder = try HostileFolder()
    try folder.bring(file)
    try folder.bring(file, as: "work/feed/" + file.name)
    try folder.program.write(
      "Bell: none\n\nListen.\n[recorded \"\(file.name)\"]\n", to: "work/use.practice")
    try folder.run("check", "use.practice", isTold: true)
    try folder.run("render", "use.practice", "-o", "out.wav")
    try folder.run("bells", "fit", file.name, "-o", "out.bell", isTold: true)
    try folder.run("feed", "feed", "--base-url", "https://example.org")
    try file.expect(folder.transcript)
  }

  @Test(arguments: HostileFile.some(in: "Clips"))
  func `a hostile clip in the cache is spoken anew`(file: HostileFile) throws {
    let folder = try HostileFolder()
    try folder.program.write(
      "Bell: none\n\nMay I be safe.\nMay I be well.\n", to: "work/a.practice")
    try folder.run("render", "a.practice", "-o", "first.wav", "--quiet")
    let clips = folder.path(".cache/kindly/clips")
    let names = try FileManager.default.contentsOfDirectory(atPath: clips)
    #expect(names.count == 2)
    let good = names.map { FileManager.default.contents(atPath: clips + "/" + $0) }
    for name in names { try folder.bring(file, as: ".cache/kindly/clips/" + name) }
    try folder.run("render", "a.practice", "-o", "second.wav", "--quiet", isTold: true)
    let sounds = ["first.wav", "second.wav"].map {
      FileManager.default.contents(atPath: folder.path("work/" + $0))
    }
    #expect(sounds[0] != nil && sounds[0] == sounds[1])
    #expect(names.map { FileManager.default.contents(atPath: clips + "/" + $0) } == good)
    try file.expect(folder.transcript)
  }

  @Test(arguments: ["check", "format", "import", "timeline", "record-list", "play", "bells fit"])
  func `a link, a FIFO, a device, a folder or a socket is no file to read`(command: String) throws {
    let folder = try HostileFolder()
    for name in ["fifo", "device", "folder", "socket", "loop", "dangling"] {
      let words = command.split(separator: " ").map(String.init)
      let outcome =
        words.count > 1
        ? try folder.run(words[0], words[1], "special-\(name).wav", "-o", "out.bell")
        : try folder.run(command, "special-\(name).practice")
      #expect(outcome.code == 66)
      #expect(outcome.errors.hasPrefix("kindly: ") && outcome.errors.hasSuffix(".\n"))
    }
  }

  @Test func `lists hold every hostile text at once`() throws {
    let folder = try HostileFolder()
    let homes = [
      ("Practices", "Sessions"), ("Courses", "Sessions"), ("Phrases", "Sessions/Phrases"),
      ("Voices", "Voices/Narrators"), ("Bells", "Voices/Bells"),
    ]
    for (kind, home) in homes {
      for file in HostileFile.all(in: kind) {
        try folder.bring(file, as: ".local/share/kindly/\(home)/\(file.name)")
      }
    }
    for words in [["list"], ["list", "--json"], ["bells"], ["phrases"], ["course"], ["doctor"]] {
      let outcome = try words.count > 1 ? folder.run(words[0], words[1]) : folder.run(words[0])
      // The doctor names what is wrong with them.
      #expect(outcome.code == (words == ["doctor"] ? 69 : 0))
    }
  }
}
