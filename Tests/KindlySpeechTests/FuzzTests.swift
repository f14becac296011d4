import KindlySpeech
import KindlySound
import Testing

/// Random phrases in ten languages: words, marks, controls and rows in any mixture.
@Suite struct FuzzTests {
  private static let words: [(voice: String, words: [String])] = [
    ("en-us", ["may", "I", "be", "safe", "don't", "e.g.", "U.S.A.", "3.5", "peaceful"]),
    ("de", ["möge", "ich", "z.B.", "Straße", "sicher", "geht's", "überall"]),
    ("es", ["que", "yo", "esté", "a", "salvo", "¿quién?", "año"]),
    ("fr", ["puissé-je", "être", "aujourd'hui", "cœur", "l'eau", "où"]),
    ("hi", ["मैं", "सुरक्षित", "रहूँ", "शांति", "क्षमा", "ज्ञान", "१२३"]),
    ("it", ["che", "io", "sia", "dell'anima", "perché", "città"]),
    ("pl", ["obym", "był", "bezpieczny", "źdźbło", "ćma"]),
    ("ru", ["пусть", "я", "буду", "в", "безопасности", "ёж"]),
    ("ar", ["السلام", "عليكم", "في", "أمان", "١٢٣"]),
    ("tr", ["güvende", "olayım", "ışık", "İstanbul", "çok"]),
  ]
  private static let noise = [
    ".", "..", "...", "!", "?!", ",", ";", " — ", "'", "\u{2019}", "\"", "(", ")", "[[", "]]", "<",
    ">",
    "&amp;", "\u{202E}", "\u{200B}", "\u{200D}", "\u{0301}", "\u{0335}\u{0336}", "\u{7}",
    "\u{1B}[31m",
    "a.b.c.", "x.y.", "s'", "$", "%", "`id`", "🙏", "\u{FFFD}", "\n", "\t", "1,000", "--",
    "_", "*", "#", "@", "http://a.b/c?d=e", "\u{E000}", "𝕏", "ﬁ", "㎏",
  ]

  private static func phrase(_ words: [String], _ dice: inout Dice) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...14, using: &dice) {
      switch Int.random(in: 0..<10, using: &dice) {
      case 0..<6: text += " " + (words.randomElement(using: &dice) ?? "")
      case 6..<9: text += noise.randomElement(using: &dice) ?? ""
      default:
        let piece = noise.randomElement(using: &dice) ?? ""
        text += String(repeating: piece, count: Int.random(in: 2...30, using: &dice))
      }
    }
    return text
  }

  @Test func `any phrase is spoken or its failure is named, and the program lives`() {
    var dice = Dice(state: 2026)
    let narrator = Narrator(cache: nil, program: workerProgram)
    let each = isLong ? 2000 : 12
    for (name, words) in Self.words {
      let requests = (0..<each).map { _ in
        SpeechRequest(text: Self.phrase(words, &dice), voice: voice(name), pace: 2)
      }
      var deaths = 0
      for (request, answer) in zip(requests, narrator.speak(requests)) {
        switch answer {
        case .success(let spoken):
          #expect(spoken.clip.count > 0)
          #expect(spoken.samples.allSatisfy { $0.isFinite && abs($0) <= 1 })
          let whole = request.text.utf8.count
          #expect(spoken.words.allSatisfy { $0.range.upperBound <= whole && $0.frames >= 0 })
        case .failure(let failure):
          #expect(failure.isAboutText, "\(request.text): \(failure)")
          if case .engineDied = failure { deaths += 1 }
        }
      }
      // What the guard lets through may end the engine's child, now and then.
      #expect(deaths <= max(1, each / 50), "\(name): \(deaths) of \(each)")
      if isLong { print("\(name): \(deaths) of \(each) ended the engine's child") }
    }
  }
}
