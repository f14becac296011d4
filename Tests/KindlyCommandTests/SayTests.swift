import Foundation
import Testing

/// How words are said: `kindly say`, the listener's own list, and what `kindly check` tells of it.
@Suite(.besideOthers) struct SayTests {
  @Test func `say shows a word in phonemes and what was changed, and tries another way`() throws {
    let program = try Program()
    let plain = try program.run("say", "--silent", "ḍākinī")
    #expect(plain.code == 0)
    #expect(plain.output.hasPrefix("ḍākinī\n    d"))
    #expect(plain.errors.contains("\"Ḍākinī\" is said \"Dakini\", with the nearest letters"))
    let other = try program.run("say", "--silent", "ḍākinī", "--as", "dah kinny")
    #expect(other.output.hasPrefix("ḍākinī\n    dˈɑː"))
    #expect(try program.run("say", "--silent", "ḍākinī", "--as", " ").code == 64)
  }

  @Test
  func
    `the listener's own words hold for every practice, and those of the practice are before them`()
    throws
  {
    let program = try Program()
    try program.write(
      "karuṇā, karuna as kay\nLanguage: de\nkaruna as kuh\n",
      to: ".local/share/kindly/own.pronunciations")
    try program.write("Rest in Karuṇā.\n", to: "rest.practice")
    try program.write("Pronounce: karuṇā as kee\n\nRest in karuṇā.\n", to: "own.practice")
    let mine = try program.run("check", "--speak", "--phonemes", "rest.practice")
    #expect(mine.errors.contains("\"Karuṇā\" is said \"kay\""))
    #expect(mine.output.contains("kˈeɪ"))
    let practice = try program.run("check", "--speak", "--phonemes", "own.practice")
    #expect(practice.output.contains("kˈiː"))
    let german = try program.run("say", "--silent", "--language", "de", "karuna")
    #expect(german.output.contains("kˈuː"))
  }

  @Test func `a list of words is checked like any file`() throws {
    let program = try Program()
    try program.write("metta as meh-tah\nkaruna kah-roo-nah\n", to: "own.pronunciations")
    let result = try program.run("check", "own.pronunciations")
    #expect(result.code == 65)
    #expect(result.output.contains("own.pronunciations:2:1: error: unreadable word"))
  }

  @Test func `check tells what is lost or guessed, and --speak what is only expanded`() throws {
    let program = try Program()
    try program.write(
      "Rest in karuṇā for 10 min.\nBe well 🙏.\nYou &amp; me.\nEND\n", to: "said.practice")
    let result = try program.run("check", "--strict", "said.practice")
    #expect(result.code == 65)
    for place in [
      "2:9: warning: not said", "3:5: warning: sign of a web page", "4:1: warning: leftover END",
    ] {
      #expect(result.output.contains("said.practice:" + place), "\(result.output)")
    }
    #expect(!result.output.contains("10 min"))
    #expect(!result.output.contains("nearest letters"))
    let spoken = try program.run("check", "--speak", "said.practice")
    #expect(spoken.errors.contains("1  \"10 min\" is said \"ten minutes\""))
  }

  @Test func `the list of what to record tells how a line is said`() throws {
    let program = try Program()
    try program.write("Sit 10 min.\nRest here.\n", to: "said.practice")
    let result = try program.run("record-list", "said.practice")
    #expect(
      result.output
        == "sit-10-min.wav\tSit 10 min.\t(say: Sit ten minutes.)\nrest-here.wav\tRest here.\n")
  }
}
