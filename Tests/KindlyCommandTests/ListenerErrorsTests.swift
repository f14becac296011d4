import Testing

/// What goes wrong around a sitting is told in the listener's language, with the same exit code in each.
@Suite(.besideOthers) struct ListenerErrorsTests {
  let program: Program

  init() throws { program = try Program() }

  /// A command line, its code, and how the sentence about it begins in German and in Spanish.
  private static let misunderstood: [(words: [String], german: String, spanish: String)] = [
    (
      ["play", "--foo"], "Die Option '--foo' gibt es hier nicht. Meinst du '--from'?",
      "Aquí no existe la opción '--foo'. ¿Querías decir '--from'?"
    ),
    (["play", "-z"], "Die Option '-z' gibt es hier nicht", "Aquí no existe la opción '-z'"),
    (
      ["sit", "5m", "--every"], "Bei '--every <time>' fehlt der Wert",
      "Falta el valor de '--every <time>'"
    ),
    (
      ["list", "--json=3"], "Die Option '--json' nimmt keinen Wert, aber es steht '3' da.",
      "La opción '--json' no lleva ningún valor, pero se ha escrito '3'."
    ),
    (["plya"], "Mit 'plya' kann ich hier nichts anfangen", "Aquí no se esperaba 'plya'"),
    (
      ["today", "a", "b"], "Damit kann ich hier nichts anfangen: 'a', 'b'",
      "Aquí no se esperaba nada de esto: 'a', 'b'"
    ),
    (["course", "start"], "Es fehlt '<course>'", "Falta '<course>'"),
    (
      ["play", "--in", "soon", "metta"],
      "'soon' passt nicht zu '--in <time>': Möglich ist eine Zeit wie 20m oder \"1 h 10 min\".",
      "'soon' no vale para '--in <time>': usa un tiempo como 20m o \"1 h 10 min\"."
    ),
    (
      ["sit", "--volume", "200"],
      "'200' passt nicht zu '--volume <volume>': Möglich ist eine Zahl von 0 bis 100.",
      "'200' no vale para '--volume <volume>': usa un número del 0 al 100."
    ),
    (
      ["journal", "--add", "x"], "--add und --length gehören zusammen",
      "--add y --length van juntas"
    ),
  ]

  @Test func `a command line that is not understood is told in every language`() throws {
    for (words, german, spanish) in Self.misunderstood {
      let english = try program.start(Program.path, words).outcome()
      #expect(english.code == 64 && english.errors.contains("\nUsage: kindly"), "\(english)")
      for (language, sentence, usage) in [("de", german, "Aufruf"), ("es", spanish, "Uso")] {
        let run = try program.start(Program.path, ["--interface", language] + words).outcome()
        #expect(run.code == 64 && run.output.isEmpty, "\(run)")
        #expect(run.errors.hasPrefix("kindly: " + sentence), "\(run.errors)")
        #expect(run.errors.contains("\n\(usage): kindly"), "\(run.errors)")
        let left = run.errors.matches(of: /Usage:|See '|Help:|is invalid|Unexpected|Missing/)
        #expect(left.isEmpty, "\(run.errors)")
      }
    }
  }

  @Test func `a slip in a preset's name finds the preset, and parts are never offered`() throws {
    try program.write(
      "Preset: evening is metta, 10 min\n", to: ".config/kindly/me.profile")
    let near = try program.run("play", "evning")
    #expect(near.code == 66)
    #expect(
      near.errors == "kindly: I don't know a practice named \"evning\". Did you mean evening?\n")
    #expect(
      try program.run("play", "evning", "--interface", "de").errors.contains("Meinst du evening?"))
    for words in ["xyzzy", "setling", "closin"] {
      let run = try program.run("play", words)
      #expect(run.code == 66)
      #expect(run.errors.firstMatch(of: /\b(settling|closing)\b/) == nil, "\(run.errors)")
    }
    #expect(try program.run("play", "xyzzy").errors.contains("There are: evening, "))
  }

  @Test func `what was asked for and can't be had is told in a sentence`() throws {
    let asked: [(words: [String], code: Int32, german: String, spanish: String)] = [
      (
        ["--voice", "nobody"], 65, "Ich kann eine Stimme namens „nobody“ nicht finden.",
        "No encuentro una voz que se llame «nobody»."
      ),
      (
        ["--bell", "dong"], 65, "Ich kann eine Glocke namens „dong“ nicht finden.",
        "No encuentro una campana que se llame «dong»."
      ),
      (
        ["--background", "storm"], 65, "Ich kann einen Hintergrund namens „storm“ nicht finden.",
        "No encuentro un fondo que se llame «storm»."
      ),
      (
        ["--toward", "Rosa"], 65, "Ich weiß nicht, wer „Rosa“ ist. Schreib sie oder er dazu: ",
        "No sé quién es «Rosa». Añade ella o él: "
      ),
      (
        ["--set", "place=home"], 64, "--set place: {place} kommt hier nicht vor.",
        "--set place: aquí no aparece {place}."
      ),
      (
        ["--length", "2s"], 65, "Quiet kann nicht 0:02 dauern; es braucht mindestens ",
        "Quiet no puede durar 0:02; necesita al menos "
      ),
    ]
    try program.write("Title: Quiet\n\nBe here. [5s]\n[phrases]\n", to: "quiet.practice")
    for (words, code, german, spanish) in asked {
      let all = ["timeline", "quiet.practice"] + words
      #expect(try program.start(Program.path, all).outcome().code == code)
      for (language, sentence) in [("de", german), ("es", spanish)] {
        let run = try program.start(Program.path, ["--interface", language] + all).outcome()
        #expect(run.code == code && run.errors.hasPrefix("kindly: " + sentence), "\(run)")
      }
    }
    let sound = ["play", "quiet.practice", "--background", "./no.flac", "--interface", "es"]
    let run = try program.start(Program.path, sound + ["--device", "null"]).outcome()
    #expect(run.code == 65, "\(run)")
    #expect(
      run.errors.hasPrefix("kindly: No existe el archivo ")
        && run.errors.hasSuffix("/no.flac.\n"), "\(run)")
  }

  @Test func `a narrator who can't speak is told in every language`() throws {
    let voices = ".local/share/kindly/Voices/Narrators"
    try program.write(
      "Name: mute\nLanguage: en\nEngine: command\nCommand: no-such-program {text}\n",
      to: voices + "/mute.voice")
    try program.write("Title: Quiet\nVoice: mute\n\nBe here. [5s]\n", to: "quiet.practice")
    var codes: Set<Int32> = []
    for (language, sentence) in [
      ("en", "kindly: The "),
      ("de", "kindly: Das Programm „no-such-program“, das diese Stimme braucht"),
      ("es", "kindly: El programa «no-such-program», que esta voz necesita"),
    ] {
      let run = try program.run("timeline", "quiet.practice", "--interface", language)
      codes.insert(run.code)
      #expect(run.errors.hasPrefix(sentence), "\(run)")
      let other = try program.run(
        "timeline", "quiet.practice", "--fallback", "--interface", language)
      #expect(other.code == 0, "\(other)")
      let instead = [
        "en": "speaks instead of mute", "de": "Statt mute spricht", "es": "En lugar de mute habla",
      ]
      #expect(instead[language].map(other.errors.contains) == true, "\(other.errors)")
    }
    #expect(codes == [69])
  }

  @Test func `what is wrong with the profile is told in every language`() throws {
    try program.write(
      "Vioce: warm\nPreset: evening metta\nNane: Mira\n", to: ".config/kindly/me.profile")
    try program.write("Title: Quiet\n\nBe here. [5s]\n", to: "quiet.practice")
    for (language, sentences) in [
      ("en", ["I don't know the key \"Vioce\". Did you mean \"Voice\"?"]),
      (
        "de",
        [
          "me.profile:1: Den Schlüssel „Vioce“ kenne ich nicht. Meinst du „Voice“?",
          "me.profile:2: „evening metta“ kann ich so nicht verwenden.",
        ]
      ),
      (
        "es",
        [
          "me.profile:1: No conozco la clave «Vioce». ¿Querías decir «Voice»?",
          "me.profile:2: No puedo usar «evening metta» tal como está.",
        ]
      ),
    ] {
      let run = try program.run("timeline", "quiet.practice", "--interface", language)
      #expect(run.code == 0, "\(run)")
      for sentence in sentences { #expect(run.errors.contains(sentence), "\(run.errors)") }
    }
    try program.write("Voice warm\n", to: ".config/kindly/me.profile")
    let run = try program.run("timeline", "quiet.practice", "--interface", "de")
    #expect(run.code == 65 && run.errors.hasPrefix("Dein Profil hat Fehler."), "\(run)")
  }
}
