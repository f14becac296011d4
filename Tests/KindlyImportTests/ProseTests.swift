import Testing

@testable import KindlyImport

@Test(arguments: [
  ("Lie down. (Pause)", "Lie down. [pause]"),
  ("Lie down. (pause 10 seconds)", "Lie down. [10s]"),
  ("Lie down. (Longer pause)", "Lie down. [long pause]"),
  ("Lie down. [PAUSE:5]", "Lie down. [5s]"),
  ("Lie down. …pause… Stay.", "Lie down. [pause] Stay."),
  ("Lie down. ...pause 20 seconds... Stay.", "Lie down. [20s] Stay."),
  ("Lie down. Pause. Stay.", "Lie down. [pause] Stay."),
  ("Lie down. <break time=\"3s\"/> Stay.", "Lie down. [3s] Stay."),
  ("Lie down. <#4#> Stay.", "Lie down. [4s] Stay."),
  ("Lie down. [[slnc 2500]] Stay.", "Lie down. [2.5s] Stay."),
  ("Lie down. /3s Stay.", "Lie down. [3s] Stay."),
  ("Lie down. {wait 8 seconds}", "Lie down. [8s]"),
  ("Lie down. (3-5 minutes)", "Lie down. [3 min to 5 min]"),
  ("Lie down. (2')", "Lie down. [2 min]"),
  ("Lie down. (90'')", "Lie down. [1m30s]"),
  ("Lie down. (half a minute)", "Lie down. [30s]"),
  ("Lie down. (a minute and a half of silence)", "Lie down. [1m30s]"),
  ("Lie down. (1½ min)", "Lie down. [1m30s]"),
  ("Lie down. (1 min 20 sec)", "Lie down. [1m20s]"),
  ("Lie down. (about a minute)", "Lie down. [~1 min]"),
  ("Lie down. (a few slow breaths)", "Lie down. [3 breaths]"),
  ("Lie down. (pause for thirty-five seconds)", "Lie down. [35s]"),
  ("Lie down. (pause 1:30)", "Lie down. [1m30s]"),
  ("-- 45 second pause --", "[45s]"), ("_- Pause (~ 30 sec) -_ \\", "[~30s]"),
  ("/intro\nLie down.", "// /intro\nLie down."), ("~ long pause ~", "[long pause]"),
  ("(beat)", "[short pause]"),
  ("Pause for 10 seconds.", "[10s]"), ("*Pause for a minute*", "[1 min]"),
  ("Wait for about two minutes.", "[~2 min]"), ("- Lie down.", "Lie down."),
  ("3. Lie down.", "Lie down."),
  ("(Ring the bell three times)", "[bell, 3 times]"), ("(chime)", "[bell]"),
  ("Bell x2", "[bell, 2 times]"),
  ("[bell, bell]", "[bell, 2 times]"), ("SFX: gong", "[bell]"), ("[Gong sounds]", "[bell]"),
  ("Strike the bowl twice to end.", "[bell, 2 times]"),
  ("Lie down.\n*softly*", "Lie down.\n// softly"),
  ("Lie down.\n(in a warm tone)", "Lie down.\n// (in a warm tone)"),
  ("Lie down (slowly) here.", "Lie down here. // (slowly)"),
  ("We all tire (and so do you).", "We all tire \\(and so do you\\)."),
  ("(You may also sit. Both are fine.)", "\\(You may also sit. Both are fine.\\)"),
  ("Care: lie down.", "Care\\: lie down."), ("Lie {here}.", "Lie. // {here}"),
  ("[the rug](https://a.test/b) here", "the rug here // https://a.test/b"),
  ("<!-- for me -->\nLie down.", "// for me\nLie down."),
  ("Rest here for as long as you like.", "Rest here for as long as you like."),
  ("Sit in silence for five minutes.", "Sit in silence for five minutes."),
  ("Rest in the sound of the bell.", "Rest in the sound of the bell."),
  ("Breathe in … 1 … 2 … 3", "Breathe in … 1 … 2 … 3"),
  (
    "## Rest (0:00 - 0:20)\nLie down.\n\n## Wake (0:20 - 1:00)\nStand up.",
    "# Rest\nLie down.\n\n[silence until 0:20]\n\n# Wake\nStand up."
  ),
])
func `a direction becomes a cue, a note, or is spoken`(script: String, expected: String) throws {
  let made = try body(of: "Title: Rain\n\n" + script)
  #expect(made == expected)
}

@Test(arguments: [
  ("de", "Legt euch hin. (kurze Pause)", "Legt euch hin. [short pause]"),
  ("de", "Legt euch hin. (ca. 20 Sek. Stille)", "Legt euch hin. [~20s]"),
  ("de", "Legt euch hin. (eine halbe Minute)", "Legt euch hin. [30s]"),
  ("de", "(Klangschale dreimal anschlagen)", "[bell, 3 times]"),
  ("es", "Túmbate. (pausa de 15 segundos)", "Túmbate. [15s]"),
  ("es", "Túmbate. [silencio de 2 a 3 minutos]", "Túmbate. [2 min to 3 min]"),
  ("es", "(toca la campana)", "[bell]"),
  ("fr", "Allongez-vous. (une demi-minute)", "Allongez-vous. [30s]"),
  ("fr", "Allongez-vous. (silence, quelques respirations)", "Allongez-vous. [3 breaths]"),
  ("fr", "(sonnez la cloche deux fois)", "[bell, 2 times]"),
  ("hi", "लेट जाएँ। (१० सेकंड मौन)", "लेट जाएँ। [10s]"),
  ("hi", "(लंबा विराम)", "[long pause]"), ("hi", "[घंटी बजाएँ]", "[bell]"),
])
func `directions are understood in five languages`(
  language: String, script: String, expected: String
) throws {
  let made = try practice(of: "Title: x\n\n" + script, options: ImportOptions(language: language))
  let text = made.text
  let blank = try #require(text.firstRange(of: "\n\n"))
  #expect(String(text[blank.upperBound...].dropLast()) == expected)
}

@Test func `usual directions are understood in languages without a table of their own`() throws {
  let made = try practice(
    of: "Title: x\n\nLascia andare il giorno. (pausa di 10 secondi) Respira. (pausa lunga)",
    options: ImportOptions(language: "it"))
  #expect(made.text.contains("Lascia andare il giorno. [10s] Respira. [long pause]"))
}

@Test(arguments: [
  ("en", "Let the day go, and feel how the chair holds you. What is here now?"),
  ("de", "Lass den Tag los und spüre, wie der Stuhl dich trägt. Was ist jetzt da?"),
  ("es", "Suelta el día y siente cómo la silla te sostiene. ¿Qué hay ahora?"),
  ("fr", "Laissez aller la journée et sentez comme la chaise vous porte."),
  ("hi", "दिन को जाने दें और महसूस करें कि कुर्सी आपको कैसे थामे है।"),
  ("it", "Lascia andare il giorno e senti come la sedia ti sostiene. Che cosa è qui ora?"),
  ("ru", "Отпусти этот день и почувствуй, как стул держит тебя."),
])
func `the language is recognised`(language: String, script: String) throws {
  #expect(try practice(of: script).language == language)
}

@Test func `a header of facts is one, and what has no place there is a note`() throws {
  let script = """
    Title: Rain at night
    Length: about 12 minutes
    Author: A friend
    Mat: the blue one
    Voice: low

    Listen to the rain.
    """
  let made = try practice(of: script)
  #expect(
    made.text == """
      Title: Rain at night
      Author: A friend
      Language: en
      Length: 12 min

      // Mat: the blue one
      // Voice: low

      Listen to the rain. [rest]

      """)
}

@Test func `speakers are not spoken, whoever speaks`() throws {
  let script = """
    GUIDE: Lie down. (beat)
    GUIDE (softly): Close your eyes.
    ANNA: And then?
    MUSIC: slow strings
    GUIDE: Listen.
    """
  #expect(
    try body(of: script) == """
      Lie down. [short pause]
      // softly
      Close your eyes.
      And then?
      // MUSIC: slow strings
      Listen.
      """)
}

@Test func `names of sound files before lines are not spoken`() throws {
  let script = "intro-1: Lie down.\nintro-2: Listen.\nrain-1: Hear the roof.\nend-1: Wake.\n"
  #expect(try body(of: script) == "Lie down.\nListen.\nHear the roof.\nWake.")
}

@Test func `lines with times begin when they say`() throws {
  let script = """
    0:00 Welcome to the lake.
    0:20 Look at the water. It is still.
    3:00 – Bell
    3:10 Open your eyes.
    """
  #expect(
    try body(of: script) == """
      Welcome to the lake.
      [silence until 0:20] Look at the water. It is still.
      [silence until 3:00] [bell]
      [silence until 3:10] Open your eyes.
      """)
}

@Test func `times that come too soon for the narrator are told and kept in notes`() throws {
  let words = String(repeating: "and listen to the rain on the roof ", count: 8)
  let made = try practice(of: "0:00 Lie down \(words).\n0:04 Close your eyes.\n5:00 Wake.\n")
  #expect(made.text.contains("// 0:04"))
  #expect(made.text.contains("[silence until 5:00] Wake."))
  #expect(made.places.contains { $0.line == 2 && $0.words == "0:04" })
}

@Test func `italics are speech where most sentences are italic`() throws {
  let spoken = "*Let the rain fall.*\n\n*Hear each drop.*\n\n*(pause 5 seconds)*\n"
  #expect(try body(of: spoken) == "Let the rain fall.\n\nHear each drop.\n\n[5s]")
}

@Test func `a line of dashes divides, and makes a heading only of a few words`() throws {
  #expect(try body(of: "Title: x\n\nLet it rain.\n---\nListen.\n") == "Let it rain.\n\nListen.")
  #expect(try body(of: "Title: x\n\nThe roof\n--------\nListen.\n") == "# The roof\nListen.")
}

@Test func `lines broken to a width are one sentence`() throws {
  let script = """
    Title: x

    Now let the attention go to the place where the rain is loudest,
    and stay there for a while. (pause for
    a minute)
    """
  #expect(
    try body(of: script)
      == "Now let the attention go to the place where the rain is loudest, and stay there for a while. [1 min]"
  )
}

@Test func `the length of a section is silence at its end`() throws {
  let made = try body(
    of: "# Rain\n\n## The roof (1 min)\nListen.\n\n## Silence (3-5 minutes)\nWake.\n")
  #expect(made.contains("# The roof\n// (1 min)\nListen.\n[~"))
  #expect(made.contains("[3 min to 5 min]"))
}

@Test(arguments: [
  ("Say three times: “May I be dry.”", "[repeat 3 times]\n> “May I be dry.”\n[end]"),
  ("Listen. (x3)", "[repeat 3 times]\nListen.\n[end]"),
  (
    "Breathe in. (4 seconds)\nBreathe out. (6 seconds)\nRepeat this 5 times.",
    "[repeat 5 times]\nBreathe in. [4s]\nBreathe out. [6s]\n[end]"
  ),
])
func `what is repeated stands in a block`(script: String, expected: String) throws {
  #expect(try body(of: "Title: x\n\n" + script) == expected)
}

@Test func `what a chat program says around the script is no part of it`() throws {
  let script = """
    Sure! Here's a short rain meditation script:

    # Rain

    **Duration:** 5 minutes

    ## Script

    Listen to the rain on the roof.

    ## Notes for the reader
    - Read slowly.

    Let me know if you'd like a longer one!
    """
  let made = try practice(of: script)
  #expect(made.text.hasPrefix("Title: Rain\nLanguage: en\nLength: 5 min\n"))
  #expect(made.account.spoken == 7)
}

@Test(arguments: [
  "**Instrucciones TTS**:\n- Velocidad: 0.8x\n- Pausas: muy largas",
  "## Summary:\nThis recording is about lying down.",
])
func `what is said about a script behind it is not spoken`(tail: String) throws {
  let made = try body(of: "Title: Rain\n\nAcuéstate y respira.\n\n---\n" + tail)
  let lines = made.split(separator: "\n")
  #expect(lines.first == "Acuéstate y respira.")
  #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("// ") }, "\(made)")
}
