import KindlyLanguage
import Testing

@testable import KindlyImport

/// Scripts as people keep them, and what follows the header of their practices.
@Test(arguments: [
  (
    "\"Silence… silence… sleep now.\"\n\"Let it rain.\"\n",
    "\"Silence… silence… sleep now.\"\n\"Let it rain.\""
  ),
  (
    "Count to 4. (Pause). Let it rain. (Repeat 4 more cycles). Listen on.\n",
    "Count to 4. [pause] Let it rain. Listen on. // (Repeat 4 more cycles)"
  ),
  (
    "Let it rain.\n\n--- Round 2 of 4 ---\nListen on.\n",
    "Let it rain.\n\n# Round 2 of 4\nListen on."
  ),
  (
    "...\n\nLet it rain.\n\n...\n\nListen on.\n\n…\n\n[pause 30 seconds]\n\n...\n\nRest.\n...\n",
    "Let it rain.\n\n[short pause]\n\nListen on.\n\n[30s]\n\nRest."
  ),
  (
    "Sit down.\n(They listen. 20 seconds.)\nStay there. SFX: bell\n",
    "Sit down.\n[20s] // (They listen. 20 seconds.)\nStay there. [bell]"
  ),
  (
    "Sit down.\n(Wait until everybody is seated.)\nListen on.\n",
    "Sit down.\n[pause] // (Wait until everybody is seated.)\nListen on."
  ),
  (
    "Repeat three times:\n\nLet it rain. (4 seconds)\nListen.\n\nGo on.\n",
    "[repeat 3 times]\nLet it rain. [4s]\nListen.\n[end]\n\nGo on."
  ),
  (
    "Sit down.\n~~~ 10 seconds ~~~\nStay.\n...(20)...\nListen.\n[30]\nGo.\n🔔\nRest.\n",
    "Sit down.\n[10s]\nStay.\n[20s]\nListen.\n[30s]\nGo.\n[bell]\nRest."
  ),
  (
    "Sit down.\n\n- 2 -\n\nStay.\n\nPage 3 of 5\n\nGo.\n",
    "Sit down.\n\n// - 2 -\n\nStay.\n\n// Page 3 of 5\n\nGo."
  ),
  ("Sit down. <<pause:2s>> Stay. <pause:3s> Go on.\n", "Sit down. [2s] Stay. [3s] Go on."),
  (
    "Rest. (2')\nSit. (1'30\")\nStay. (two to three minutes)\nGo on. (a few breaths)\n",
    "Rest. [2 min]\nSit. [1m30s]\nStay. [2 min to 3 min]\nGo on. [3 breaths]"
  ),
  (
    "In for 4 (1, 2, 3, 4), and out … 1 … 2 … 3.\n",
    "In for 4 \\(1, 2, 3, 4\\), and out … 1 … 2 … 3."
  ),
])
func `a script is read as its writer meant it`(script: String, expected: String) throws {
  #expect(try body(of: script) == expected)
}

@Test(arguments: [
  (
    "Setz dich hin. (Pause, 30 Sekunden)\n(Gong, dreimal)\nSpüre die Füße. (eine halbe Minute Stille)\n",
    "de", "Setz dich hin. [30s]\n[bell, 3 times]\nSpüre die Füße. [30s]"
  ),
  (
    "Siéntate en silencio. (pausa de 20 segundos)\n(campana x3)\n(tú también)\nEscucha la lluvia. (tres respiraciones)\n",
    "es",
    "Siéntate en silencio. [20s]\n[bell, 3 times]\n\\(tú también\\)\nEscucha la lluvia. [3 breaths]"
  ),
  (
    "Asseyez-vous ici. (pause de 20 secondes)\n(gong, trois fois)\n(musique douce)\nÉcoutez la pluie. (une demi-minute)\n",
    "fr", "Asseyez-vous ici. [20s]\n[bell, 3 times]\n// (musique douce)\nÉcoutez la pluie. [30s]"
  ),
  (
    "बैठ जाइए। (विराम 20 सेकंड)\n(घंटी तीन बार)\nबारिश को सुनिए। (तीन साँसें)\n",
    "hi", "बैठ जाइए। [20s]\n[bell, 3 times]\nबारिश को सुनिए। [3 breaths]"
  ),
])
func `directions in parentheses are read in every language`(
  script: String, language: String, expected: String
) throws {
  #expect(try body(of: script) == expected)
  #expect(try header(of: script).contains("Language: \(language)"))
}

@Test func `the words under a timed script's title are not spoken, nor is its END`() throws {
  let script = """
    RAIN - 5 MINUTES
    Well-tried techniques: roof + gutter

    [0:00] Sit down, and listen.

    [1:00] Stay with the rain.

    [2:00] END
    """
  #expect(try header(of: script) == "Title: RAIN - 5 MINUTES\nLanguage: en")
  #expect(
    try body(of: script)
      == """
      // Well-tried techniques: roof + gutter

      Sit down, and listen.

      [silence until 1:00] Stay with the rain.

      [silence until 2:00] // END
      """)
}

@Test func `a title gives the length, and the section above a script its name`() throws {
  let script = """
    # Rain (12 minutes)

    ## 1. The roof

    **Focus:** hearing

    ### Script

    Listen to the rain.

    ## 2. The road

    ### Script

    Go out.
    """
  #expect(try header(of: script) == "Title: Rain\nLanguage: en\nLength: 12 min")
  #expect(
    try body(of: script)
      == """
      # 1. The roof
      // Focus: hearing

      // Script

      Listen to the rain.

      # 2. The road

      # Script
      Go out.
      """)
}

@Test(arguments: [
  "### **Rain on the roof**\n\nSit down.\n\n#### Rest\n\nListen.\n",
  "**Rain on the roof**\n\n*[Soft music begins]*\n\nSit down.\n\n**[Bell]**\n\nListen.\n",
])
func `the heading above all others is the title`(script: String) throws {
  #expect(try header(of: script).hasPrefix("Title: Rain on the roof\n"))
  #expect(try !body(of: script).contains("Rain on the roof"))
}

@Test func `headings with a time from and a time to set their sections apart`() throws {
  let script = """
    # Rain

    ## Roof (0s-30s)

    Listen to the roof.

    ## Road (30s-60s)

    Listen to the road.
    """
  #expect(
    try body(of: script)
      == "# Roof\nListen to the roof.\n\n[silence until 0:30]\n\n# Road\nListen to the road.")
  #expect(try body(of: script.replacing("30s-60s", with: "30-60 s")).contains("[~40s]"))
}

@Test func `a step of data lasts as long as it says, with all its words`() throws {
  let script = """
    [{"title": "Roof", "duration": 60, "guidance": [
      "Welcome to the rain.",
      "Listen to it on the roof."]}]
    """
  let made = try body(of: script)
  // Two sentences take about ten seconds.
  #expect(made.hasSuffix("Listen to it on the roof.\n[~50s]"), "\(made)")
}

@Test func `columns of other names are read, and numbers of rows are no silences`() throws {
  let script = """
    | Step | Cue | Wait (sec) | Bell? |
    |---|---|---|---|
    | 1 | Sit down. | 15 | yes |
    | 2 | Listen to the rain. | 30 | no |
    """
  let made = try body(of: script)
  #expect(made.contains("Sit down. // 1\n[15s] [bell]"), "\(made)")
  #expect(made.contains("Listen to the rain. // 2\n[30s]"), "\(made)")
}

@Test func `captions name who speaks, and music is none of their words`() throws {
  let script = """
    1
    00:00:01,000 --> 00:00:03,000
    <i>Sit down</i> by the
    <font color="#fff">window.</font>

    2
    00:00:20,000 --> 00:00:22,000
    ♪ soft music ♪

    3
    00:00:30,000 --> 00:00:32,000
    ANNA: Listen to the rain.
    """
  let made = try body(of: script)
  #expect(made.contains("Sit down by the window."))
  #expect(made.contains("// ♪ soft music ♪"))
  #expect(made.hasSuffix("[silence until 0:30] Listen to the rain."), "\(made)")
}

@Test func `lyrics with the times of words give the words`() throws {
  let script = """
    [ti:Rain]
    [00:01.00]<00:01.00>Sit <00:01.50>down <00:02.00>here.
    [00:30.00]<00:30.00>Listen <00:30.60>to <00:30.90>the <00:31.10>rain.
    """
  #expect(
    try body(of: script)
      == "[silence until 0:01] Sit down here.\n[silence until 0:30] Listen to the rain.")
}

@Test func `an object on each line is JSON as well`() throws {
  let script = """
    {"text": "Sit down.", "pause": 5}
    {"text": "Listen."}
    """
  let made = try practice(of: script)
  #expect(made.notation == .json)
  #expect(made.text.hasSuffix("Sit down. [5s]\nListen.\n"), "\(made.text)")
  #expect(made.origins.last == 2)
}

@Test func `footnotes of rich text are notes`() throws {
  let made = try body(of: #"{\rtf1\ansi Sit down.{\footnote Or lie.\par} Rest.\par Listen.\par}"#)
  #expect(made == "Sit down. Rest. // Or lie.\nListen.", "\(made)")
}

@Test func `a page speaks neither scripts nor what it does not show`() throws {
  let script = """
    <!DOCTYPE html><html lang="en"><head><title>Rain</title><style>p{color:red}</style></head><body>
    <script>var words = "no";</script><h1>Rain</h1><p>Sit down.<br>Listen.</p>
    <ul><li>Feel the feet.<ul><li>The left one.</li></ul></li></ul>
    <p hidden>Not shown.</p><p style="display: none">Nor this.</p></body></html>
    """
  let made = try body(of: script)
  #expect(!made.contains("words ="))
  #expect(made.contains("Sit down.\nListen."))
  #expect(made.contains("Feel the feet.\nThe left one."))
  #expect(made.contains("// Not shown.") && made.contains("// Nor this."))
}

@Test func `letters of old Macs are told from those of Windows`() throws {
  let mac: [UInt8] =
    Array("Sp".utf8) + [0x9F] + Array("re die F".utf8) + [0x9F, 0xA7] + Array("e und h".utf8)
    + [0x9A] + Array("re den Regen.".utf8)
  #expect(try Decoding.text(of: mac).text == "Spüre die Füße und höre den Regen.")
  let windows: [UInt8] =
    Array("Don".utf8) + [0x92] + Array("t move ".utf8) + [0x96] + Array(" a caf".utf8) + [0xE9]
    + Array(", c".utf8) + [0x9C] + Array("ur ".utf8) + [0xA7] + Array(" 7.".utf8)
  #expect(try Decoding.text(of: windows).text == "Don’t move – a café, cœur § 7.")
}
