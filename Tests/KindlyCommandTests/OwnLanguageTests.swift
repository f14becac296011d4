import Foundation
import Testing

/// A listener who has wishes in one language or several, and practices of another.
@Suite(.besideOthers) struct OwnLanguageTests {
  private let program: Program

  init() throws { program = try Program() }

  private func profile(_ text: String) throws {
    try program.write(text, to: ".config/kindly/me.profile")
  }

  @Test func `each practice has the wishes of its language`() throws {
    try profile("Language: en\n> May I be glad.\n\nLanguage: de\n> Möge ich froh sein.\n")
    for (practice, wish) in [("metta", "May I be glad."), ("metta-de", "Möge ich froh sein.")] {
      let run = try program.run("timeline", practice)
      #expect(run.code == 0)
      #expect(run.output.contains(wish))
      #expect(run.errors == "")
    }
    let shown = try program.run("phrases", "show")
    #expect(
      shown.output
        == "Language: en\nMay I be glad.\n\nLanguage: de\nMöge ich froh sein.\n")
  }

  @Test(arguments: [
    ("de", "in German"), ("es", "in Spanish"), ("fr", "in French"), ("hi", "in Hindi"),
  ])
  func `English wishes among words of another language are told`(
    language: String, name: String
  ) throws {
    // What they are is seen where nobody says it.
    try profile("> May I be glad.\n")
    let run = try program.run("timeline", "metta-\(language)")
    #expect(run.code == 0)
    #expect(run.output.contains("May I be glad."))
    #expect(
      run.errors
        == "kindly: Your own wishes are in English, and this practice is \(name). "
        + "`kindly phrases choose --language \(language)` finds some that fit; "
        + "`--phrases classic` says others this time.\n")
    let others = try program.run("timeline", "metta-\(language)", "--phrases", "classic")
    #expect(others.errors == "")
    #expect(!others.output.contains("May I be glad."))
  }

  @Test func `wishes that no language is told of are of their practice's`() throws {
    try profile("> Möge ich froh sein.\n")
    let run = try program.run("timeline", "metta-de")
    #expect(run.output.contains("Möge ich froh sein."))
    #expect(run.errors == "")
  }

  @Test func `wishes are chosen for one language, and others stay`() throws {
    try profile("Name: Mira\nLanguage: en\n> May I be glad.\n")
    let run = try program.start(
      Program.path, ["phrases", "choose", "--language", "de"], input: "1\n1\ndone\nkeep\n"
    ).outcome()
    #expect(run.code == 0, "\(run.errors)")
    let text = try String(
      contentsOf: URL(filePath: program.folder + "/.config/kindly/me.profile"), encoding: .utf8)
    #expect(text.hasPrefix("Name: Mira\nLanguage: en\n> May I be glad.\n\nLanguage: de\n\n"))
    #expect(try program.run("timeline", "metta-de").errors == "")
  }

  @Test func `a pronoun is said in the listener's language`() throws {
    for (language, friend, asked) in [
      ("de", "mein Bruder, er", "Anna, sie"), ("es", "mi hermano, él", "Anna, ella"),
    ] {
      try profile("Friend: \(friend)\n")
      let run = try program.run("timeline", "metta-\(language)", "--toward", asked)
      #expect(run.code == 0, "\(run.errors)")
      #expect(run.errors == "")
    }
  }
}
