import Foundation
import Testing

/// Texts that are put together from several: other practices, recordings, phrase sets.
@Suite(.besideOthers) struct LinkedTextsTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.write("Title: Arriving\n\n# Arriving\nBe at ease.\n", to: "arriving.practice")
  }

  private func check(_ text: String) throws -> Program.Outcome {
    try program.write(text, to: "own.practice")
    return try program.run("check", "own.practice")
  }

  @Test func `a practice that is included is heard where it stands`() throws {
    try program.write(
      "Title: Own\n\n[include arriving]\n\n# Wishes\nMay I be safe.\n", to: "own.practice")
    let timeline = try program.run("timeline", "own.practice")
    #expect(timeline.code == 0, "\(timeline.errors)")
    let first = try #require(timeline.output.range(of: "Be at ease."))
    let second = try #require(timeline.output.range(of: "May I be safe."))
    #expect(first.lowerBound < second.lowerBound)
  }

  @Test func `a practice that isn't there, or has problems, is reported at its cue`() throws {
    let absent = try check("Be here.\n[include nowhere-near]\n")
    #expect(absent.code == 65)
    #expect(absent.output.contains("own.practice:2:"), "\(absent.output)")
    #expect(absent.output.contains("Put nowhere-near.practice next to this file"))
    let slip = try check("Be here.\n[include ariving]\n")
    #expect(slip.output.contains("Did you mean arriving?"), "\(slip.output)")
    try program.write("Be here. [bel]\n", to: "broken.practice")
    let broken = try check("Be here.\n[include broken]\n")
    #expect(broken.code == 65)
    #expect(broken.output.contains("broken.practice:1:11"), "\(broken.output)")
  }

  @Test func `a recording beside a practice is heard, and one that isn't there has a near name`()
    throws
  {
    #expect(try program.run("bells", "ring", "woodblock", "-o", "hello.wav").code == 0)
    #expect(try check("Be here.\n[recorded \"hello.wav\"]\n").code == 0)
    let absent = try check("Be here.\n[recorded \"helo.wav\"]\n")
    #expect(absent.code == 65)
    #expect(absent.output.contains("own.practice:2:"))
    #expect(absent.output.contains("hello.wav"), "\(absent.output)")
  }

  @Test func `a voice of another language than the text is doubted, with those that speak it`()
    throws
  {
    let doubt = try check("Language: de\nVoice: calm\n\nMöge ich sicher sein.\n")
    #expect(doubt.output.contains("calm-de"), "\(doubt.output)")
  }

  @Test func `wishes of a set are shown, and why they can't be`() throws {
    try program.write("self: May I be dry.\nyou: May you be dry.\n", to: "dry.phrases")
    let shown = try program.run("phrases", "show", "./dry.phrases")
    #expect(shown.code == 0, "\(shown.errors)")
    #expect(shown.output.contains("self: May I be dry.\n"), "\(shown.output)")
    let own = try program.run("phrases", "show")
    #expect(own.code == 66)
    #expect(own.errors.contains("`kindly phrases choose` finds some"))
    #expect(try program.run("phrases", "show", "no-such-set").code == 66)
    try program.write("May I [be dry.\n", to: "wrong.phrases")
    let wrong = try program.run("phrases", "show", "./wrong.phrases")
    #expect(wrong.code == 65)
    #expect(wrong.errors.contains("wrong.phrases:1:"))
    #expect(try program.run("phrases").code == 0)
  }
}
