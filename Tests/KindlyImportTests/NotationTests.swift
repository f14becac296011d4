import KindlyLanguage
import Testing

@testable import KindlyImport

@Test(arguments: [
  ("<speak xml:lang='de-DE'>Es regnet.</speak>", Notation.ssml),
  ("<?xml version='1.0'?><speak>It rains.</speak>", .ssml),
  ("<!DOCTYPE html><p>It rains.", .html), ("<div>It rains.</div>", .html),
  ("1\n00:00:01,000 --> 00:00:03,000\nIt rains.\n", .subRip),
  ("WEBVTT\n\n00:01.000 --> 00:03.000\nIt rains.\n", .webVTT),
  ("[ti:Rain]\n[00:01.00]It rains.\n", .lyrics), ("1.000000\t2.000000\tIt rains.\n", .labels),
  ("{\"text\": \"It rains.\"}", .json), ("[\"It rains.\"]", .json),
  ("steps:\n  - say: It rains.\n  - pause: 3\n", .yaml),
  ("text;pause\nIt rains.;5\n", .table), ("INT. HUT - NIGHT\n\nANNA\nIt rains.\n", .fountain),
  ("It rains. [break:\"2s\"]\n", .speechMarkdown), ("# Rain\n\nIt *rains*.\n", .markdown),
  ("It rains.\n", .prose), ("Title: Rain\nLength: 5 min\n\nIt rains.\n", .prose),
  ("[bell]\nIt rains.\n", .prose),
])
func `a notation is recognised by its content`(script: String, notation: Notation) {
  #expect(Notation.of(script) == notation)
}

@Test func `captions keep their times, and sentences that go on are joined`() throws {
  let script = """
    1
    00:00:00,500 --> 00:00:03,000
    Let the rain come down and

    2
    00:00:03,200 --> 00:00:05,000
    wash the roof. {\\an8}

    3
    00:00:30,000 --> 00:00:33,000
    <i>Listen.</i>
    """
  #expect(
    try body(of: script)
      == "[silence until 0:01] Let the rain come down and wash the roof.\n[silence until 0:30] Listen."
  )
}

@Test func `captions that scroll are spoken once`() throws {
  var script = "WEBVTT\n"
  let lines = [
    "the rain falls", "on the tin roof", "and on the grass", "and it is night", "all night",
  ]
  for index in 1..<lines.count {
    script +=
      "\n00:0\(index).000 --> 00:0\(index + 1).000\n\(lines[index - 1])\n<c>\(lines[index])</c>\n"
      .replacing("<c>", with: "").replacing("</c>", with: "")
  }
  let made = try body(of: script)
  for line in lines { #expect(made.components(by: line).count == 2, "\(made)") }
}

@Test func `data is read by its keys`() throws {
  let script = """
    {"title": "Rain", "durationMinutes": 10, "segments": [
      {"id": 1, "text": "It rains \\ud83c\\udf27 outside.", "pause_after": 3},
      {"type": "silence", "seconds": 20}, {"type": "bell", "count": 2},
      {"type": "music", "text": "soft piano"}, {"text": "Listen.", "pauseMs": 1500}]}
    """
  let made = try practice(of: script)
  #expect(
    made.text
      == """
      Title: Rain
      Language: en
      Length: 10 min

      It rains outside. [3s]
      [20s] [bell, 2 times]
      // text: soft piano
      Listen. [1.5s]

      [rest]

      """.replacing("\n\n[rest]", with: " [rest]"))
}

@Test func `a table is read by its columns`() throws {
  let script =
    "| Start | Words | Silence |\n|---|---|---|\n| 0:00 | It rains. | 10s |\n| 2:00 | Listen. | |\n"
  #expect(
    try body(of: script)
      == "// Start | Words | Silence\nIt rains. [10s]\n// 2:00\nListen.")
}

@Test func `SSML speaks the alias, and what it asks for is kept`() throws {
  let script = """
    <speak xml:lang="fr-FR"><p><s>Il pleut &mdash; &amp; il vente.</s><break time="2500ms"/></p>
    <sub alias="bonjour">bjr</sub> <break strength="none"/> <audio src="gong.mp3"/></speak>
    """
  let made = try practice(of: script)
  #expect(made.language == "fr-FR")
  #expect(made.text.contains("Il pleut — & il vente. [2.5s]\n"))
  #expect(made.text.contains("bonjour [bell] // bjr"))
}

@Test func `SSML that is no XML is read all the same`() throws {
  let made = try practice(
    of: "<speak>It rains & pours <break time='1s'> and <b>rains</speak> more.")
  #expect(made.account.lost.isEmpty)
  #expect(made.text.contains("[1s]"))
  #expect(made.text.contains("more."))
}

@Test func `HTML gives its paragraphs, and what surrounds them is a note`() throws {
  let script = """
    <html lang="es"><head><title>Lluvia | Un sitio</title><style>p {}</style></head><body><nav>Inicio</nav>
    <h1>Lluvia</h1><p>Escucha.<br>Es&nbsp;de noche.</p><ul><li>(pausa de 5 segundos)</li></ul></body></html>
    """
  let made = try practice(of: script)
  #expect(made.text.hasPrefix("Title: Lluvia\nLanguage: es\n"))
  #expect(made.text.contains("Escucha.\nEs de noche.\n"))
  #expect(made.text.contains("[5s]"))
  #expect(made.text.contains("// Inicio"))
}

@Test func `rich text gives its letters and looks`() throws {
  let script =
    #"{\rtf1\ansi\ansicpg1252{\fonttbl\f0 Georgia;}{\info{\title Rain}}\f0 It\'92s night\u8212?still. {\i (pause 5 seconds)}\par Listen.\par}"#
  let made = try practice(of: script)
  #expect(made.text == "Title: Rain\nLanguage: en\n\nIt’s night—still. [5s]\nListen.\n")
}

@Test func `a screenplay speaks its dialogue alone`() throws {
  let script =
    "Title: Rain\n\nINT. HUT - NIGHT\n\nA lamp.\n\nANNA (V.O.)\n(gently)\nIt rains.\n\nBELL RINGS.\n\nCUT TO:\n"
  let made = try practice(of: script)
  #expect(made.account.spoken == 2)
  #expect(made.text.contains("It rains.\n\n[bell]"))
}

/// Bytes as they are in files, and the text they stand for.
private let encoded: [(bytes: [UInt8], text: String)] = {
  func wide(_ text: String, isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let halves = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isLittle ? halves : halves.reversed()
    }
  }
  let latin: [UInt8] = Array("Caf".utf8) + [0xE9] + Array(" and rain".utf8) + [0x85]
  return [
    ([0xFF, 0xFE] + wide("It rains.", isLittle: true), "It rains."),
    ([0xFE, 0xFF] + wide("Ürümqi.", isLittle: false), "Ürümqi."),
    (wide("It rains all night.", isLittle: true), "It rains all night."),
    (latin, "Café and rain…"),
    (Array("Itâ€™s cafÃ© rain".utf8), "It’s café rain"),
    ([0xEF, 0xBB, 0xBF] + Array("Rain.".utf8), "Rain."),
  ]
}()

@Test(arguments: encoded.indices)
func `bytes are decoded`(index: Int) throws {
  #expect(try Decoding.text(of: encoded[index].bytes).text == encoded[index].text)
}

private let refused: [[UInt8]] = {
  let zip: [UInt8] = Array("PK\u{3}\u{4}".utf8) + [0, 0, 0]
  let sound: [UInt8] = Array("OggS".utf8) + [0, 2]
  return [
    Array("%PDF-1.7 …".utf8), [0x89, 0x50, 0x4E, 0x47, 13, 10], [0xD0, 0xCF, 0x11, 0xE0, 1], sound,
    [0x7F, 0x45, 0x4C, 0x46, 2, 1], [UInt8](repeating: 1, count: 500), zip, Array(" \n\n ".utf8),
    Array("# Only a title\n".utf8),
  ]
}()

@Test(arguments: refused)
func `what is no script is refused with a sentence`(bytes: [UInt8]) {
  do throws(ImportProblem) {
    _ = try imported(Source(path: "file", bytes: bytes))
    Issue.record("imported")
  } catch {
    #expect(error.sentence(for: "file").hasSuffix("."))
    #expect(!error.sentence(for: "file").contains("\n"))
  }
}

@Test func `German in capitals between quotation marks is no mistake of decoding`() throws {
  let text = "„DAS MENÜ“ und „SCHÖ…“"
  #expect(try Decoding.text(of: Array(text.utf8)).text == text)
}

@Test func `data speaks its sentences and keeps the lengths of its steps`() throws {
  let steps = """
    {"name": "Rain", "tutorial": [
      {"step": 1, "instruction": "Find a dry place", "duration_sec": 15, "kind_of_move": null},
      {"step": 2, "instruction": "Sit down there", "duration_sec": 25}]}
    """
  #expect(try body(of: steps).contains("Find a dry place [~11s]\nSit down there [~21s]"))
  let phases = """
    {"rain": {"start": "Welcome to the rain. Let it fall.", "id": "Rain.",
      "in": ["Breathe in the rain.", "Breathe in the night."]}}
    """
  #expect(
    try body(of: phases)
      == """
      Welcome to the rain. Let it fall. // id: Rain.
      Breathe in the rain.
      Breathe in the night.
      """)
  #expect(try body(of: #"{"say": "Rest.", "fade_seconds": 3}"#).contains("// fade_seconds: 3"))
}

@Test func `a sentence of SSML is spoken even where it sounds like a direction`() throws {
  let script = "<speak><p><s>Pause now.</s><break time='2s'/><s>(pause 5 seconds)</s></p></speak>"
  #expect(try body(of: script).hasPrefix("Pause now. [2s] [5s]"))
}

@Test func `lengths that are said of several parts are none of the whole`() throws {
  let script = """
    # Rain

    ## Roof

    **Duration:** 5-7 minutes

    Listen to the rain on the roof.

    ## Road

    **Duration:** 8 minutes

    Listen to the rain on the road.
    """
  #expect(try !header(of: script).contains("Length"))
  #expect(try body(of: script).contains("// Duration: 5-7 minutes"))
}
