import Testing

@testable import KindlyLanguage

/// The body of an imported text: what follows the header.
private func importedBody(_ text: String) -> String? {
  guard let practice = imported(Source(path: "script.txt", text: text)) else { return nil }
  guard let blank = practice.firstRange(of: "\n\n") else { return nil }
  return String(practice[blank.upperBound...].dropLast(practice.hasSuffix("\n") ? 1 : 0))
}

@Test(arguments: [
  ("Sit. (Pause)", "Sit. [pause]"), ("Sit. (pause 10 seconds)", "Sit. [10s]"),
  ("Sit. (Longer pause)", "Sit. [long pause]"),
  ("Sit. [PAUSE:5]", "Sit. [5s] // \"PAUSE:5\": read as seconds"),
  ("Sit. …pause… Stay.", "Sit. [pause] Stay."),
  ("Sit. ...pause 20 seconds... Stay.", "Sit. [20s] Stay."),
  ("Sit. <break time=\"3s\"/> Stay.", "Sit. [3s] Stay."),
  ("<speak>Sit <emphasis level=\"strong\">here</emphasis>.</speak>", "Sit here."),
  ("Sit. [3s] Stay.", "Sit. [3s] Stay."), ("Sit. [break:\"3s\"]", "Sit. [3s]"),
  ("(Sit)[emphasis:\"strong\"] here.", "Sit here."),
  ("Sit *very* **still**.", "Sit very still."), ("- Sit.", "Sit."), ("3. Sit.", "Sit."),
  ("*softly*", "// softly"), ("(smile)", "// (smile)"),
  ("Sit (with a smile) here.", "Sit here. // (with a smile)"),
  ("00:30 Sit.", "Sit. // at 00:30"), ("[01:02:30] – Sit.", "Sit. // at 01:02:30"),
  ("Pause for 10 seconds.", "[10s]"), ("*Pause for a minute*", "[1 min]"),
  ("(Ring the bell three times)", "[bell, 3 times]"), ("(chime)", "[bell]"),
  ("(brief pause)", "[short pause]"),
  ("(pause 1:30)", "[1m30s] // \"pause 1:30\": read as minutes and seconds"),
  ("Care: sit.", "Care\\: sit."), ("Sit {here}.", "Sit \\{here\\}."),
  ("[link](https://a.org) here", "link here // https://a.org"),
  ("<!-- for me -->\nSit.", "// for me\n\nSit."),
])
func `a direction for a reader becomes a cue or a note`(script: String, practice: String) {
  #expect(importedBody(script) == practice)
}

@Test func `headings, front matter and repeats find their place`() {
  let script = """
    ---
    title: "Evening"
    tags: calm
    ---
    # Arriving
    Sit.

    Closing
    -------
    Let go.
    Repeat three times.
    """
  #expect(
    imported(Source(path: "script.md", text: script)) == """
      Title: Evening

      // tags: calm

      # Arriving
      Sit.

      # Closing
      Let go.
      // Repeat three times. (put [repeat 3 times] before and [end] after what is repeated)

      """)
}

@Test(arguments: 0..<20)
func `whatever is imported passes the check`(seed: Int) {
  var random = SeededGenerator(state: UInt64(7000 + seed))
  let pieces = [
    "Sit. ", "(pause)", "(", ")", "[", "]", "[24 h]", "*", "_", "# ", "> ", "- ", "1. ", "00:30 ",
    "…", "...", "<break time=\"3s\"/>", "<p>", "<", ">", "{", "}", "\\", "//", "Title: ",
    "Length: x",
    "\n", "\n\n", "---\n", "(pause 10)", "[repeat 3 times]", "[end]", "é", "👩‍👧", "\u{202E}", "\0",
    "Repeat twice", "［pause］", "pause 10 seconds", "<!--", "-->", "\r",
  ]
  for _ in 0..<40 {
    var script = ""
    for _ in 0..<Int.random(in: 0..<30, using: &random) {
      script += pieces.randomElement(using: &random) ?? ""
    }
    guard let practice = imported(Source(path: "script.txt", text: script)) else {
      Issue.record("too large")
      return
    }
    let source = Source(path: "imported.practice", text: practice)
    let told = read(practice: source).diagnostics.filter { $0.severity == .error }
    #expect(told.isEmpty, "\(script)\n----\n\(Report(on: source).drawing(of: told))")
  }
}

@Test func `very long lines and long silences pass the check too`() {
  for script in [
    String(repeating: "Let it go and be still. ", count: 2000),
    String(repeating: "a", count: 30_000),
    "(" + String(repeating: "smile ", count: 5000) + ")",
    String(repeating: "Sit. [24 h]\n", count: 5), String(repeating: "ü ", count: 20_000),
  ] {
    let practice = imported(Source(path: "script.txt", text: script)) ?? ""
    let source = Source(path: "imported.practice", text: practice)
    let told = read(practice: source).diagnostics.filter { $0.severity == .error }
    #expect(told.isEmpty, "\(told.map(\.code))")
    #expect(!practice.isEmpty)
  }
}
