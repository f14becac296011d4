extension SaidScanner {
  /// "1st", "2.", "1ª", "1er".
  mutating func sayOrdinal() -> Bool {
    guard let numeral = numeral(at: index), let number = numeral.whole, number > 0 else {
      return false
    }
    switch language.code {
    case "en": return sayEnglishOrdinal(number, numeral)
    case "de": return sayGermanOrdinal(number, numeral)
    case "es": return sayMarked(number, numeral, Self.spanishEndings)
    case "fr": return sayMarked(number, numeral, Self.frenchEndings)
    default: return false
    }
  }

  private mutating func sayEnglishOrdinal(_ number: Int, _ numeral: Numeral) -> Bool {
    let end = numeral.end + 2
    guard end <= input.count,
      ["st", "nd", "rd", "th"].contains(text(numeral.end..<end).lowercased()),
      !isWordLike(end)
    else { return false }
    take(language.numbers?.ordinal(number, .alone) ?? "", to: end)
    return true
  }

  /// What follows the digits, longest first, and the gender that it stands for.
  private static let spanishEndings: [(String, Gender)] = [
    (".ᵉʳ", .masculine), (".er", .masculine), ("er", .masculine), (".º", .alone), (".ª", .feminine),
    ("º", .alone), ("ª", .feminine), (".°", .alone), ("ro", .alone), ("ra", .feminine),
    ("do", .alone), ("da", .feminine), ("to", .alone), ("ta", .feminine),
  ]
  private static let frenchEndings: [(String, Gender)] = [
    ("ères", .feminine), ("ère", .feminine), ("ème", .alone), ("èmes", .alone), ("ième", .alone),
    ("iers", .masculine), ("ier", .masculine), (".er", .masculine), ("ers", .masculine),
    ("er", .masculine), ("res", .feminine), ("re", .feminine), ("nde", .feminine), ("nd", .alone),
    ("es", .alone), ("e", .alone),
  ]

  private mutating func sayMarked(
    _ number: Int, _ numeral: Numeral, _ endings: [(String, Gender)]
  ) -> Bool {
    for (ending, gender) in endings {
      guard let end = end(of: Array(ending.unicodeScalars), at: numeral.end), !isWordLike(end)
      else {
        continue
      }
      // French first has endings of its own: "1e" is no word, "2er" neither.
      if language.code == "fr", number != 1, ["er", "re", ".er", "ère"].contains(ending) {
        continue
      }
      if ending.hasPrefix("nd"), number == 2 {
        take(gender == .feminine ? "seconde" : "second", to: end)
        return true
      }
      let isPlural = ending.hasSuffix("s")
      take((language.numbers?.ordinal(number, gender) ?? "") + (isPlural ? "s" : ""), to: end)
      return true
    }
    return false
  }

  private static let articles: [String: String] = [
    "am": "en", "im": "en", "vom": "en", "zum": "en", "beim": "en", "den": "en", "dem": "en",
    "des": "en",
    "einem": "en", "einen": "en", "jedem": "en", "jeden": "en", "diesem": "en", "ab": "en",
    "seit": "en",
    "zur": "en", "einer": "en", "jeder": "e", "der": "e", "die": "e", "das": "e", "jede": "e",
    "diese": "e", "dieser": "e", "meine": "e", "eine": "e", "bis": "en",
  ]

  /// "Am 1. Tag": an ordinal if a noun of the table follows, or an article is before it; otherwise the
  /// stop ends a sentence.
  private mutating func sayGermanOrdinal(_ number: Int, _ numeral: Numeral) -> Bool {
    guard scalar(numeral.end) == ".", number < 1000, isSpace(numeral.end + 1) else { return false }
    let next = skipSpaces(numeral.end + 1)
    let noun = text(next..<max(next, endOfLetters(next)))
    guard !noun.isEmpty else { return false }
    let isCounted = language.table.genders[noun] != nil
    let hasArticle = Self.articles[wordBefore] != nil && wordBefore != "bis" && wordBefore != "ab"
    guard isCounted || hasArticle else { return false }
    // "am 1. und 2. Tag": both have the ending of the first.
    let isSecond = ["und", "oder", "bis"].contains(wordBefore)
    let ending = isSecond ? lastEnding ?? ordinalEnding(for: noun) : ordinalEnding(for: noun)
    lastEnding = ending
    take((language.numbers?.ordinal(number, .alone) ?? "") + ending, to: numeral.end + 1)
    return true
  }

  /// The ending of a German ordinal after the word before it.
  func ordinalEnding(for noun: String) -> String {
    if let ending = Self.articles[wordBefore] {
      // "der erste Tag", but "in der ersten Woche".
      let isDative = wordBefore == "der" && language.table.genders[noun] == .feminine
      return isDative ? "en" : ending
    }
    switch language.table.genders[noun] ?? .masculine {
    case .feminine: return "e"
    case .neuter: return "es"
    case .masculine, .alone: return "er"
    }
  }
}
