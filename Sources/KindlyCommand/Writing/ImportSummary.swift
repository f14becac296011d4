import KindlyBase
import KindlyImport
import KindlyLanguage

/// What `kindly import` says about a practice it made.
struct ImportSummary {
  /// `412 words: 390 spoken, 22 in notes; 30 pauses, all kept; 2 places to look at:`
  let sentence: String
  /// Each place with its line, its words and what became of them.
  let places: [String]

  /// More places than these are counted only.
  private static let most = 20

  init(of practice: ImportedPractice) {
    let count = practice.places.count
    var sentence = practice.account.sentence
    if count > 0 {
      sentence += count == 1 ? "; 1 place to look at:" : "; \(count) places to look at:"
    }
    if practice.account.isMostlySilent {
      sentence +=
        "\nLess than half of the words are spoken. Read through the result before you use it."
    }
    self.sentence = sentence
    var places = practice.places.prefix(Self.most).map { place in
      "  line \(place.line): “\(Self.short(place.words))” \(place.what)"
    }
    if count > Self.most { places.append("  and \(count - Self.most) more") }
    self.places = places
  }

  private static func short(_ words: String) -> String {
    let line = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 70 ? line.prefix(69) + "…" : line
  }
}
