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

/// A script of random pieces in some notation, and the words that a person would count in it.
private struct RandomScript {
  var text = ""
  var words: [String] = []
  private var next = 0

  init(_ notation: Notation, seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    let count = Int.random(in: 4..<14, using: &random)
    var pieces: [String] = []
    for index in 0..<count { pieces.append(piece(notation, index, &random)) }
    text = Self.whole(pieces, notation)
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

  private mutating func piece(_ notation: Notation, _ index: Int, _ random: inout SeededGenerator)
    -> String
  {
    let sentence = sentence(&random)
    switch notation {
    case .subRip:
      let start = index * 7
      return
        "\(index + 1)\n00:\(two(start / 60)):\(two(start % 60)),000 --> 00:\(two(start / 60)):\(two(start % 60)),900\n\(sentence)\n"
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

  private static func whole(_ pieces: [String], _ notation: Notation) -> String {
    switch notation {
    case .json: "[" + pieces.joined(separator: ",\n") + "]"
    case .yaml: "steps:\n" + pieces.joined(separator: "\n")
    case .ssml: "<speak>" + pieces.joined(separator: "\n") + "</speak>"
    case .html: "<body>" + pieces.joined(separator: "\n") + "</body>"
    case .table: "text;pause\n" + pieces.joined(separator: "\n")
    default: pieces.joined(separator: "\n")
    }
  }
}

private let notations: [Notation] = [
  .prose, .subRip, .json, .yaml, .ssml, .html, .table, .labels, .lyrics,
]

@Test(arguments: notations, 0..<6)
func `every word of a script is in its practice once`(notation: Notation, seed: Int) throws {
  for round in 0..<4 {
    let script = RandomScript(notation, seed: 1000 * seed + round)
    guard let made = try? practice(of: script.text) else { continue }
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
