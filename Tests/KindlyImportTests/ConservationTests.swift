import KindlyLanguage
import Testing

@testable import KindlyImport

/// Words that are nowhere else, so that each can be found again.
private let nouns = [
  "rain", "roof", "lamp", "grass", "river", "stone", "cloud", "night", "door", "moss",
]

/// A number's word: `rainaab`.
private func word(_ number: Int) -> String {
  let letters = Array("abcdefghij")
  return nouns[number % 10] + String(letters[number / 100 % 10]) + String(letters[number / 10 % 10])
    + String(letters[number % 10])
}

/// What a script is written in: a notation, or a document of one program or another.
private enum Kind: String, CaseIterable {
  case prose, markdown, speechMarkdown, ssml, html, subRip, webVTT, lyrics, labels, table, json,
    yaml,
    fountain, word, openDocument, richText
}

/// A script of random pieces in some notation, and the words that a person would count in it.
private struct RandomScript {
  var text = ""
  var bytes: [UInt8]
  var words: [String] = []
  private var next = 0

  init(_ notation: Kind, seed: Int) {
    bytes = []
    var random = SeededGenerator(state: UInt64(seed))
    let count = Int.random(in: 4..<14, using: &random)
    var pieces: [String] = []
    for index in 0..<count { pieces.append(piece(notation, index, &random)) }
    text = Self.whole(pieces, notation)
    bytes =
      switch notation {
      case .word: storedArchive(of: Array(text.utf8), named: "word/document.xml")
      case .openDocument: storedArchive(of: Array(text.utf8), named: "content.xml")
      // Its bytes are those of Windows-1252.
      case .richText: Array(text.replacing("…", with: "\\'85").utf8)
      default: Array(text.utf8)
      }
  }

  private mutating func sentence(_ random: inout SeededGenerator) -> String {
    let count = Int.random(in: 1..<6, using: &random)
    let own = (0..<count).map { _ in
      next += 1
      return word(next)
    }
    words += own
    return own.joined(separator: " ")
      + ([".", "!", "?", ",", "…", ""].randomElement(using: &random) ?? "")
  }

  private mutating func piece(_ notation: Kind, _ index: Int, _ random: inout SeededGenerator)
    -> String
  {
    let sentence = sentence(&random)
    switch notation {
    case .subRip:
      let start = index * 7
      return
        "\(index + 1)\n00:\(two(start / 60)):\(two(start % 60)),000 --> 00:\(two(start / 60)):\(two(start % 60)),900\n\(sentence)\n"
    case .webVTT:
      let start = index * 7
      return
        "00:\(two(start / 60)):\(two(start % 60)).000 --> 00:\(two(start / 60)):\(two(start % 60)).900"
        + filled(["\nA\n", "\n<i>A</i>\n", "\nA\nB\n", " align:start\nA\n"], sentence, &random)
    case .fountain:
      return filled(
        [
          "GUIDE\nA\n", "GUIDE (V.O.)\n(softly)\nA\n", "A\n", "> A <\n", "[[A]]\n", "GUIDE\nA\nB\n",
        ],
        sentence, &random)
    case .speechMarkdown:
      return filled(
        ["(A)[emphasis:\"strong\"] B", "A [2s] B", "++A++", "A [break:\"1s\"]", "+A+ B", "A"],
        sentence, &random)
    case .word:
      return filled(
        [
          "<w:p><w:r><w:t>A</w:t></w:r></w:p>",
          "<w:p><w:r><w:t xml:space='preserve'>A </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>B</w:t></w:r></w:p>",
          "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>A</w:t></w:r></w:p>",
        ], sentence, &random)
    case .openDocument:
      return filled(
        [
          "<text:p>A</text:p>", "<text:p>A <text:span>B</text:span></text:p>", "<text:h>A</text:h>",
        ],
        sentence, &random)
    case .richText:
      return filled(
        ["A\\par", "{\\i A} B\\par", "{\\b A}\\par\\par", "A {\\*\\x } B\\par"], sentence, &random)
    case .json: return "{\"text\": \"\(sentence)\", \"pause\": \(index)}"
    case .yaml: return "  - say: \"\(sentence)\"\n    pause: \(index)s"
    case .ssml:
      return filled(
        ["<p>A</p>", "<s>A</s><break time=\"1s\"/>", "A <!-- B -->"], sentence, &random)
    case .html:
      return filled(
        ["<p>A</p>", "<li>A</li>", "<h2>A</h2>", "<p><em>A</em> B</p>"], sentence, &random)
    case .table: return "\"\(sentence)\";\(index)"
    case .labels: return "\(index * 9).000000\t\(index * 9 + 1).000000\t\(sentence)"
    case .lyrics: return "[00:\(two(index * 4)).00]\(sentence)"
    default:
      return filled(
        [
          "A", "A (pause 5 seconds)", "*A*", "**A**", "# A", "> A", "- A", "(A)", "[A]", "A (B) C",
          "A [B] C",
          "7. A", "A\n---", "// A", "<b>A</b>", "A\n\n", "`A`", "A &amp; B", "__A", "A (repeat 2x)",
          "_A_ — pause —", "{A}", "A ... pause ... ", "[A](https://x.test)", "![A](x.png)",
          "[^1]: A",
          "A <break time='2s'/> B", "A / B", "A: B", "“A” B", "A (pause, B)", "~ A ~", "A **B** C",
        ], sentence, &random)
    }
  }

  /// A piece with words in place of its capitals.
  private mutating func filled(
    _ pieces: [String], _ sentence: String, _ random: inout SeededGenerator
  ) -> String {
    let piece = pieces.randomElement(using: &random) ?? "A"
    var out = ""
    for character in piece {
      switch character {
      case "A": out += sentence
      case "B", "C": out += self.sentence(&random)
      default: out.append(character)
      }
    }
    return out
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func whole(_ pieces: [String], _ notation: Kind) -> String {
    switch notation {
    case .json: "[" + pieces.joined(separator: ",\n") + "]"
    case .yaml: "steps:\n" + pieces.joined(separator: "\n")
    case .ssml: "<speak>" + pieces.joined(separator: "\n") + "</speak>"
    case .html: "<body>" + pieces.joined(separator: "\n") + "</body>"
    case .webVTT: "WEBVTT\n\n" + pieces.joined(separator: "\n")
    case .fountain: "INT. HUT - NIGHT\n\n" + pieces.joined(separator: "\n")
    case .speechMarkdown: "#[voice:\"Joanna\"]\n\n" + pieces.joined(separator: "\n")
    case .markdown: "# Moss\n\n" + pieces.joined(separator: "\n")
    case .richText: "{\\rtf1\\ansi " + pieces.joined(separator: "\n") + "}"
    case .word:
      "<?xml version=\"1.0\"?><w:document xmlns:w=\"urn:w\"><w:body>" + pieces.joined()
        + "</w:body></w:document>"
    case .openDocument:
      "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:o\" xmlns:text=\"urn:t\">"
        + "<office:body><office:text>" + pieces.joined()
        + "</office:text></office:body></office:document-content>"
    case .table: "text;pause\n" + pieces.joined(separator: "\n")
    default: pieces.joined(separator: "\n")
    }
  }
}

@Test(arguments: Kind.allCases, 0..<6)
private func `every word of a script is in its practice once`(kind: Kind, seed: Int) throws {
  var isMade = false
  for round in 0..<4 {
    let script = RandomScript(kind, seed: 1000 * seed + round)
    guard let made = try? imported(Source(path: "rain.txt", bytes: script.bytes)) else { continue }
    isMade = true
    var found: [String: Int] = [:]
    for word in countedWords(of: made.text.unicodeScalars) { found[word, default: 0] += 1 }
    for word in script.words {
      #expect(
        found[word] == 1, "\(word) \(found[word] ?? 0) times\n\(script.text)\n----\n\(made.text)")
    }
    // Nothing else is spoken.
    let known = Set(script.words)
    for line in made.text.split(separator: "\n") where !line.hasPrefix("//") && !line.contains(": ")
    {
      let heard = line.components(before: " // ").replacing(/\[[^\]]*\]/, with: "")
      for word in countedWords(of: heard.unicodeScalars) {
        #expect(known.contains(word), "\(word) in \(line)")
      }
    }
    #expect(made.account.lost.isEmpty)
    expectNoErrors(in: made.text, of: script.text)
  }
  #expect(isMade)
}

extension Substring {
  fileprivate func components(before mark: String) -> String {
    firstRange(of: mark).map { String(self[..<$0.lowerBound]) } ?? String(self)
  }
}

@Test(arguments: 0..<10)
func `whatever is imported passes the check`(seed: Int) {
  var random = SeededGenerator(state: UInt64(7000 + seed))
  let pieces = [
    "Rain. ", "(pause)", "(", ")", "[", "]", "[24 h]", "*", "_", "# ", "> ", "- ", "1. ", "00:30 ",
    "…", "...", "<break time=\"3s\"/>", "<p>", "<", ">", "{", "}", "\\", "//", "Title: ", "Title：x",
    "Length: x", "Length: 3 s\n", "\n", "\n\n", "---\n", "(pause 10)", "[repeat 3 times]", "[end]",
    "é", "👩‍👧",
    "\u{202E}", "\0", "Repeat twice", "［pause］", "pause 10 seconds", "<!--", "-->", "\r", "```\n",
    "| a | b |\n",
    "|---|---|\n", "\t", "[0:10] ", "[5:00]\n", "Teacher: ", "(x3)", "¾ min", "(9999999999 hours)",
    "&amp;", "&#0;",
    "1\n00:00:01,000 --> 00:00:02,000\n", "<speak>", "</speak>", "{\"text\":\"x\"}", "- say: a\n",
    "Voice: ", ": ",
  ]
  for _ in 0..<25 {
    var script = ""
    for _ in 0..<Int.random(in: 0..<30, using: &random) {
      script += pieces.randomElement(using: &random) ?? ""
    }
    guard let made = try? practice(of: script) else { continue }
    #expect(made.account.lost.isEmpty, "\(script)")
    expectNoErrors(in: made.text, of: script)
  }
}

/// Found by the fuzzer: marks that were taken out joined two words, and letters that nobody sees were lost.
@Test(arguments: [
  ("Let it beg=in now.", "Let it beg in now."),
  ("Rest in snake_case here.", "Rest in snake case here."),
  ("Breathe|out now.", "Breathe out now."), ("Let it{round}rain now.", "Let it rain now."),
  ("Hear[the]rain now.", "Hear the rain now."), ("Let it\u{AD}[]rain now.", "Let it rain now."),
  ("Let it rain.\n\u{200D}\u{2060}[]s now.", "s now."),
  ("Let it=\u{AD}\u{200B}rain now.", "Let it rain now."),
  ("Some\u{AD}thing falls.", "Something falls."),
  ("Rain\u{200B}drops fall.", "Raindrops fall."), ("Rain \u{200C}\u{200D} falls.", "Rain"),
  ("<html><title>Calm</title><h2>Calm (5 minutes)</h2><p>Let it rain now.</p>", "Length: 5 min"),
  ("M(]R:\nNARRATOR: Let it rain now.", "Let it rain now."),
  ("GUIDE(softly)LOW: Let it rain now.", "Let it rain now."),
  ("Title: R\u{2028}\u{34F}\u{115F}\u{3164}\n\nRain \u{34F}\u{115F}\u{3164} falls.", "falls."),
])
func `no mark joins or loses words`(script: String, heard: String) throws {
  let made = try practice(of: script)
  #expect(made.account.lost.isEmpty)
  #expect(made.text.contains(heard), "\(made.text)")
}

@Test func `very long lines and long silences pass the check too`() throws {
  for script in [
    String(repeating: "Let it rain and be still. ", count: 2000),
    String(repeating: "a", count: 30_000),
    "Rain.\n(" + String(repeating: "smile ", count: 5000) + ")",
    "Rain.\n" + String(repeating: "Rain. [24 h]\n", count: 5),
    String(repeating: "ü ", count: 20_000), "Rain. (repeat 100000x)",
    "# " + String(repeating: "rain ", count: 900) + "\nRain.",
  ] {
    let made = try practice(of: script)
    expectNoErrors(in: made.text, of: String(script.prefix(60)))
  }
}

@Test(arguments: [
  "(", "[", "<b", "*a ", "_a ", "[a](", "&amp", "(pause ", "{", "“", "| a ", "- a\n", "a:",
  "[0:01] ",
])
func `no script takes long`(piece: String) {
  let clock = ContinuousClock()
  let script = "Rain.\n" + String(repeating: piece, count: 60_000 / piece.utf8.count)
  let taken = clock.measure { _ = try? practice(of: script) }
  #expect(taken < .seconds(20))
}
