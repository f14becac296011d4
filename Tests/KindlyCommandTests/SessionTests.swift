import Foundation
import Testing

/// Speech around silences of every kind, with no bell ringing over them.
let pauses = """
  Title: Pauses
  Bell: none

  # One
  Let this be quiet. [3s]
  Now a flexible one. [~2s]
  And the line gap.
  After it, a paragraph.

  > May I be safe.
  > May I be at ease. [1500 ms]

  # Two
  The end. [1s]
  """

@Suite(.besideOthers) struct SessionTests {
  struct Facts: Decodable {
    struct Event: Decodable {
      var kind: String
      var start: Int
      var frames: Int
    }
    var frames: Int
    var events: [Event]
  }

  func facts(_ program: Program, _ arguments: [String]) throws -> Facts {
    let outcome = try program.start(Program.path, ["timeline", "--json"] + arguments).outcome()
    return try JSONDecoder().decode(Facts.self, from: Data(outcome.output.utf8))
  }

  @Test func `silence in the file lasts what the timeline says, within 5 ms`() throws {
    let program = try Program()
    try program.write(pauses, to: "pauses.practice")
    let rendered = try program.run("render", "pauses.practice", "-o", "pauses.wav")
    #expect(rendered.code == 0, "\(rendered.errors)")
    let wave = try #require(WaveFile(program.folder + "/pauses.wav"))
    let timeline = try facts(program, ["pauses.practice"])
    #expect(wave.frames == timeline.frames)
    let speech = timeline.events.filter { $0.kind == "speech" }
    #expect(speech.count == 7)
    for (before, after) in zip(speech, speech.dropFirst()) {
      let middle = (before.start + before.frames + after.start) / 2
      let last = try #require((0..<middle).last(where: wave.isAudible))
      let first = try #require((middle..<wave.frames).first(where: wave.isAudible))
      let written = after.start - before.start - before.frames
      #expect(abs(first - last - 1 - written) <= 240, "after frame \(before.start)")
    }
  }

  @Test(arguments: ["5m", "10m", "20m", "45m"])
  func `metta lasts exactly as long as it is asked to`(length: String) throws {
    let minutes = try #require(Int(length.dropLast()))
    let timeline = try facts(try Program(), ["metta", "--length", length])
    #expect(timeline.frames == minutes * 60 * 48_000)
    let bells = timeline.events.filter { $0.kind == "bell" }
    #expect(bells.allSatisfy { $0.start + $0.frames <= timeline.frames })
    let flow = timeline.events.filter { $0.kind != "bell" }
    for (before, after) in zip(flow, flow.dropFirst()) {
      #expect(before.start + before.frames == after.start)
    }
  }

  @Test func `the one file, copied elsewhere, is the whole program`() throws {
    let program = try Program()
    let copy = program.folder + "/somewhere/kindly"
    try program.write("", to: "somewhere/beside")
    // By another program: a process that is started while a file is open for writing inherits that,
    // and what somebody has open for writing can't be run.
    let copied = try program.start("/bin/cp", [Program.path, copy]).outcome()
    #expect(copied.code == 0)
    try program.write("[bell]\nBe at ease. [1s]", to: "short.practice")
    let listed = try program.start(copy, ["list"]).outcome()
    #expect(listed.output.contains("metta"))
    let rendered = try program.start(copy, ["render", "short.practice", "-o", "out.wav"]).outcome()
    #expect(rendered.code == 0, "\(rendered.errors)")
    #expect(WaveFile(program.folder + "/out.wav")?.firstSound != nil)
  }

  @Test func `the same practice gives the same file twice, also without a cache`() throws {
    let files = try (0..<2).map { _ in
      let program = try Program()
      try program.write(pauses, to: "pauses.practice")
      let rendered = try program.run("render", "pauses.practice", "-o", "pauses.wav")
      #expect(rendered.code == 0, "\(rendered.errors)")
      return FileManager.default.contents(atPath: program.folder + "/pauses.wav")
    }
    #expect(files[0] != nil)
    #expect(files[0] == files[1])
  }

  @Test func `an existing file is not replaced unless it is asked for`() throws {
    let program = try Program()
    try program.write("[bell]", to: "bell.practice")
    try program.write("precious", to: "out.wav")
    let refused = try program.run("render", "bell.practice", "-o", "out.wav")
    #expect(refused.code == 73)
    #expect(
      FileManager.default.contents(atPath: program.folder + "/out.wav") == Data("precious".utf8))
    #expect(try program.run("render", "bell.practice", "-o", "out.wav", "--force").code == 0)
  }

  @Test func `a practice with problems is not spoken, and says where they are`() throws {
    let program = try Program()
    try program.write("Be at ease. [10]\n[repeet 3 times]\n", to: "wrong.practice")
    let outcome = try program.run("render", "wrong.practice", "-o", "out.wav")
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("wrong.practice:1:14: error:"))
    #expect(outcome.errors.contains("Did you mean [repeat 3 times]?"))
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/out.wav"))
  }

  @Test func `a practice that does not exist ends with 66 and a near name`() throws {
    let outcome = try Program().run("play", "meta")
    #expect(outcome.code == 66)
    #expect(outcome.errors.contains("Did you mean metta?"))
  }
}
