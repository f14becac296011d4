import Testing

@testable import KindlyLanguage

/// SplitMix64: small, seeded, the same everywhere.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A random script of lines that read, indented and spaced at random.
private func randomScript(_ random: inout SeededGenerator) -> String {
  let cues = [
    "20s", "Pause 10 seconds.", "~30s", "10s to 40s", "short pause", "LONGER PAUSE", "rest x2",
    "bell", "Ring the bell three times", "bell rin-small, softly, 3 times, 6s apart",
    "phrases, 3 rounds, 10s apart", "phrases ease, fill", "breathe 5 times", "toward a friend",
    "toward Maya, she", "voice calm", "slower", "normal speed", "breath in 4s out 6s",
    "include settling", "recorded \"a b.flac\"", "20 min, bell every 5 min, softly",
    "1.5 min", "0.0001s", "3 breaths", "12345 ms", "2m3.25s", "bell, let it fade",
  ]
  let texts = [
    "Let your body be.", "Notice  the\tbreath,\u{A0}and stay.", "\\# seven \\[sic\\]",
    "{they are} here, {place|this room}.", "https://example.org/x // a note", "Ça va’s \\/\\/ 慈悲",
    "\\(pause\\) \\* \\. \\!", "Remember\\: you may stop.", "> May I be safe.",
    "> May I be {mood|well}. [5s] [~2s]", "# A heading", "## Another \\> one", "// only a note", "",
    "   ", "e\u{301}tude 👩‍👧",
  ]
  var lines: [String] = []
  if Bool.random(using: &random) {
    lines += [
      "title :  A\u{2009}title’s", "// note", "LENGTH: 1 h 30 min // x", "Tags: a,b , c", "",
    ]
  }
  var open = 0
  for _ in 0..<Int.random(in: 0..<30, using: &random) {
    var line = String(repeating: " ", count: Int.random(in: 0..<3, using: &random))
    switch Int.random(in: 0..<10, using: &random) {
    case 0 where open < 2:
      line += ["[repeat x3]", "[for each friend, and self]"].randomElement(using: &random) ?? ""
      open += 1
    case 1 where open > 0:
      line += "[end]"
      open -= 1
    case 2...5: line += texts.randomElement(using: &random) ?? ""
    default:
      for _ in 0..<Int.random(in: 1..<4, using: &random) {
        line += "[" + (cues.randomElement(using: &random) ?? "") + "] "
        if Int.random(in: 0..<3, using: &random) == 0 { line += "Some words. " }
      }
    }
    lines.append(line)
  }
  lines += Array(repeating: "[end]", count: open)
  return lines.joined(separator: ["\n", "\r\n"].randomElement(using: &random) ?? "\n")
}

@Test(arguments: 0..<20)
func `random scripts keep their tree when formatted, and settle at once`(seed: Int) {
  var random = SeededGenerator(state: UInt64(seed))
  for _ in 0..<20 {
    let source = Source(path: "random.practice", text: randomScript(&random))
    let reading = read(practice: source)
    guard !reading.hasErrors, let once = formatted(source, as: .practice) else {
      Issue.record("\(Report(on: source).drawing(of: reading.diagnostics))")
      return
    }
    let again = Source(path: "random.practice", text: once)
    guard read(practice: again).tree == reading.tree, formatted(again, as: .practice) == once
    else {
      Issue.record(
        "seed \(seed): another tree or form:\n\(source.text(at: SourceSpan(0, source.bytes.count)))\n---\n\(once)"
      )
      return
    }
  }
}

@Test(arguments: 0..<20)
func `no input traps, and every report can be drawn`(seed: Int) {
  var random = SeededGenerator(state: UInt64(1000 + seed))
  let pieces = [
    "[", "]", "{", "}", "\\", "//", "#", ">", "\n", "\r", "\0", ":", "pause", "10", "s", " ",
    "bell",
    "~", "1:30", "repeat", "end", "Title: ", "é", "👩‍👧", "\u{202E}", "［", "】", "(", ")", "<", "*",
    "toward", ",", "and", "9999999999999999999", "×", "–", "\u{FEFF}", "’",
  ]
  for _ in 0..<100 {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<40, using: &random) {
      if Int.random(in: 0..<20, using: &random) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &random))
      } else {
        bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
      }
    }
    for path in ["a.practice", "a.course", "a.phrases"] {
      let source = Source(path: path, bytes: bytes)
      let diagnostics =
        switch FileKind(path: path) {
        case .course: read(course: source).diagnostics
        case .phrases: read(phrases: source).diagnostics
        default: read(practice: source).diagnostics
        }
      let drawn = Report(on: source).drawing(of: diagnostics)
      let isClean = drawn.unicodeScalars.allSatisfy {
        $0 == "\n" || !$0.isControl && !$0.turnsDirection
      }
      #expect(isClean)
      for diagnostic in diagnostics {
        guard let span = diagnostic.span else { continue }
        let isInside = span.lower <= span.upper && span.upper <= bytes.count
        #expect(isInside)
      }
    }
  }
}
