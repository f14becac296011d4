import Testing

/// The program speaks the listener's language, and what programs read stays as it is.
@Suite(.besideOthers) struct InterfaceTests {
  let program: Program

  init() throws {
    program = try Program()
    for name in ["LC_ALL", "LC_MESSAGES", "LANGUAGE"] { program.environment[name] = "" }
  }

  @Test(
    arguments: [
      ("", "There is no sit in the journal yet."),
      ("C", "There is no sit in the journal yet."),
      ("fr_FR.UTF-8", "There is no sit in the journal yet."),
      ("de_AT.UTF-8", "Im Tagebuch steht noch keine Sitzung."),
      ("es_MX.UTF-8", "En el diario no hay todavía ninguna sesión."),
    ])
  func `the system's language is spoken, and English where it is not known`(
    locale: String, sentence: String
  ) throws {
    program.environment["LANG"] = locale
    let run = try program.run("journal")
    #expect(run.errors == sentence + "\n")
    #expect(run.code == 0)
  }

  @Test func `the option comes before the profile, and the profile before the system`() throws {
    program.environment["LANG"] = "de_DE.UTF-8"
    program.environment["XDG_CONFIG_HOME"] = program.folder + "/config"
    try program.write("Interface: es\n", to: "config/kindly/me.profile")
    #expect(try program.run("journal").errors.hasPrefix("En el diario"))
    for words in [["--interface", "en", "journal"], ["journal", "--interface=en"]] {
      let outcome = try program.start(Program.path, words).outcome()
      #expect(outcome.errors.hasPrefix("There is no sit"))
    }
    #expect(try program.run("journal", "--interface", "xx").errors.hasPrefix("There is no sit"))
    let strange = try program.run("journal", "--interface", "?!")
    #expect(strange.code == 64)
    #expect(strange.errors.contains("--interface"))
  }

  @Test
  func `a sit without words has a name in the listener's language, but not in JSON`() throws {
    // It looks every five seconds, and more than eleven seconds of a session between looks are a leap.
    let device = try program.pacedDevice("speed 2\npatient")
    let words = ["sit", "30s", "--device", device, "--interface", "de"]
    let json = try program.start(Program.path, words + ["--json"]).outcome()
    #expect(json.code == 0 && !json.output.contains("Sitzung"), "\(json)")
    let english = try program.run("journal").output
    #expect(english.hasSuffix("  Sit\n"), "\(english) after \(json)")
    #expect(try program.start(Program.path, words + ["--quiet"]).outcome().code == 0)
    let german = try program.run("journal").output
    #expect(german.hasSuffix("  Sitzung\n"), "\(german)")
  }

  @Test func `codes and what programs read never change with the language`() throws {
    #expect(try program.run("journal", "--add", "Sitting", "--length", "20m").code == 0)
    var told: Set<String> = []
    var listed: Set<String> = []
    for language in ["en", "de", "es"] {
      let export = try program.run("journal", "--export", "json", "--interface", language)
      let timeline = try program.run("timeline", "sit", "--json", "--interface", language)
      told.insert(export.output + timeline.output)
      #expect(export.errors + timeline.errors == "")
      #expect(try program.run("play", "no-such", "--interface", language).code == 66)
      #expect(try program.run("phrases", "show", "--interface", language).code == 66)
      for words in [["list", "--json"], ["presets", "--json"], ["list", "phrases", "--json"]] {
        let run = try program.start(
          Program.path, words + ["--interface", language]
        ).outcome()
        #expect(run.code == 0 && run.errors.isEmpty, "\(run)")
        listed.insert(words[0] + words[1] + run.output)
      }
    }
    #expect(told.count == 1 && listed.count == 3)
    let german = try program.run("play", "metta-x", "--interface", "de").errors
    #expect(
      german == "kindly: Ich kann eine Übung namens „metta-x“ nicht finden. Meinst du metta-de?\n")
  }
}
