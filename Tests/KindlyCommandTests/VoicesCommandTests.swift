import Foundation
import Testing

/// `kindly voices`, `kindly cache` and `kindly record-list`: who speaks, and what is kept of it.
@Suite(.besideOthers) struct VoicesCommandTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.useNullDevice()
  }

  @Test func `narrators are listed, with what keeps one from speaking`() throws {
    try program.write(
      "Name: Mine\nNonsense: yes\n", to: ".local/share/kindly/Voices/Narrators/mine.voice")
    let list = try program.run("voices")
    #expect(list.code == 0)
    #expect(list.output.contains("calm-de"))
    #expect(list.output.contains("its file has problems: kindly check shows them"))
    #expect(list.output.contains("A calm, low voice"))
    let json = try program.run("voices", "--json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let voices = try #require(object?["voices"] as? [[String: Any]])
    let calm = try #require(voices.first { $0["name"] as? String == "calm" })
    #expect(calm["speaks"] as? Bool == true)
    #expect(calm["language"] as? String == "en-US")
    let piper = try #require(voices.first { $0["name"] as? String == "piper" })
    #expect(piper["speaks"] as? Bool == false)
    #expect((piper["obstacle"] as? String)?.contains("can't speak now") == true)
  }

  @Test(arguments: ["calm-de", "calm-es", "calm-fr", "calm-hi", "plain"])
  func `a narrator is heard with wishes of its own language`(voice: String) throws {
    let heard = try program.run("voices", "try", voice)
    #expect(heard.code == 0, "\(heard.errors)")
    let written = try program.run("voices", "try", voice, "-o", "try.wav")
    #expect(written.code == 0, "\(written.errors)")
    #expect(written.errors.hasPrefix("try.wav: 0:"))
    #expect(WaveFile(program.folder + "/try.wav")?.firstSound != nil)
    #expect(try program.run("voices", "try", voice, "-o", "try.wav").code == 73)
    #expect(try program.run("voices", "try", voice, "-o", "try.wav", "--force").code == 0)
  }

  @Test func `words with signs of the language are only words`() throws {
    let written = try program.run(
      "voices", "try", "calm", "Be [here] now {friend} #1", "-o", "words.wav")
    #expect(written.code == 0, "\(written.errors)")
  }

  @Test func `a narrator that is not there, or can't be read, is said`() throws {
    let absent = try program.run("voices", "try", "clam")
    #expect(absent.code == 66)
    #expect(absent.errors.contains("calm"))
    try program.write(
      "Name: Own\nLanguage: en\nPitch: a lot\n",
      to: ".local/share/kindly/Voices/Narrators/own.voice")
    let faulty = try program.run("voices", "try", "own")
    #expect(faulty.code == 65)
    #expect(faulty.errors.contains("own.voice:"))
    program.environment["ALSA_CONFIG_PATH"] = "/nonexistent/asound.conf"
    let mute = try program.run("voices", "try", "calm")
    #expect(mute.code == 69)
    #expect(mute.errors.contains("I can't play it here"))
  }

  @Test func `a narrator is copied and changed in the editor`() throws {
    let own = ".local/share/kindly/Voices/Narrators/"
    program.environment["EDITOR"] = "sed -i 's/^Pitch: .*/Pitch: 20/'"
    let edited = try program.run("voices", "edit", "calm")
    #expect(edited.code == 0, "\(edited.errors)")
    let text = try String(
      contentsOfFile: program.folder + "/" + own + "calm.voice", encoding: .utf8)
    #expect(text.contains("\nPitch: 20\n"))
    program.environment["EDITOR"] = "sed -i 's/^Pitch: .*/Pitch: high/'"
    let faulty = try program.run("voices", "edit", "calm")
    #expect(faulty.code == 65)
    #expect(faulty.errors.contains("Pitch: high"))
    program.environment["EDITOR"] = "sed -i 's/^Pitch: .*/Pitch: 20/'"
    #expect(try program.run("voices", "edit", "calm").code == 0)
    program.environment["EDITOR"] = "true"
    let derived = try program.run("voices", "edit", "calm-it")
    #expect(derived.code == 0, "\(derived.errors)")
    let italian = try String(
      contentsOfFile: program.folder + "/" + own + "calm-it.voice", encoding: .utf8)
    #expect(italian.contains("\nLanguage: it\n") && italian.contains("\nVoice: it\n"))
    #expect(try program.run("check", own + "calm-it.voice").code == 0)
    #expect(try program.run("voices", "edit", "nobody").code == 66)
  }

  @Test func `narrators are compared in one file`() throws {
    let all = try program.run("voices", "compare", "Be [here] now.", "-o", "all.wav")
    #expect(all.code == 0, "\(all.errors)")
    for name in ["bright", "calm", "clear", "plain", "warm"] { #expect(all.errors.contains(name)) }
    #expect(!all.errors.contains("calm-de"))
    let italian = try program.run("voices", "compare", "--language", "it", "-o", "it.wav")
    #expect(italian.code == 0, "\(italian.errors)")
    #expect(italian.errors.contains("calm-it"))
    let none = try program.run("voices", "compare", "la", "--language", "xx", "-o", "xx.wav")
    #expect(none.code == 69)
    #expect(try program.run("voices", "compare", "--language", "xx").code == 64)
  }

  @Test func `what was spoken is kept until it is forgotten`() throws {
    #expect(try program.run("cache").output.hasSuffix(": 0 clips, 0.0 MB, of at most 2 GB\n"))
    #expect(try program.run("voices", "try", "calm", "Be here.").code == 0)
    #expect(try program.run("cache", "show").output.contains("/.cache/kindly: 1 clip, "))
    #expect(try program.run("cache", "clear").output.hasPrefix("Forgotten: 1 clip, "))
    #expect(try program.run("cache").output.contains(": 0 clips"))
  }

  @Test func `what to record is listed once each, and what is missing alone`() throws {
    try program.write(
      "Recordings: mine\n\nBe here.\nBe there.\nBe here.\n", to: "own.practice")
    let all = try program.run("record-list", "own.practice")
    #expect(all.code == 0, "\(all.errors)")
    #expect(all.output == "be-here.wav\tBe here.\nbe-there.wav\tBe there.\n")
    let ring = try program.run("bells", "ring", "rin", "-o", "mine.wav")
    #expect(ring.code == 0)
    try FileManager.default.createDirectory(
      atPath: program.folder + "/mine", withIntermediateDirectories: false)
    try FileManager.default.moveItem(
      atPath: program.folder + "/mine.wav", toPath: program.folder + "/mine/be-here.wav")
    #expect(
      try program.run("record-list", "own.practice").output
        == "be-here.wav\tBe here.\t(recorded)\nbe-there.wav\tBe there.\n")
    #expect(
      try program.run("record-list", "own.practice", "--missing").output
        == "be-there.wav\tBe there.\n")
  }
}
