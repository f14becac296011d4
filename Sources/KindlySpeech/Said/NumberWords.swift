/// What a counted noun asks of a number before it: "eine Minute", "un minuto", "une minute".
enum Gender: Sendable, Hashable {
  /// No noun follows: "eins", "uno".
  case alone
  case masculine
  case feminine
  case neuter
}

/// How one language says whole numbers.
protocol NumberWords: Sendable {
  /// 0 up to `NumberLimit.largest`.
  func cardinal(_ number: Int, _ gender: Gender) -> String
  /// 1 to 999 or more: "first", "erste", "primero", "premier".
  func ordinal(_ number: Int, _ gender: Gender) -> String
  /// A year as it is said; 1100 to 2099.
  func year(_ number: Int) -> String
}

/// Numbers beyond these are said digit by digit.
enum NumberLimit {
  /// The largest that is said as words.
  static let largest = 999_999_999_999
}

/// English, as both of its narrators say it.
struct EnglishNumbers: NumberWords {
  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
  private static let irregular = [
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
  ]

  func cardinal(_ number: Int, _ gender: Gender) -> String {
    switch number {
    case ..<20: return Self.small[number]
    case ..<100:
      let rest = number % 10
      return Self.tens[number / 10] + (rest == 0 ? "" : "-" + Self.small[rest])
    case ..<1000:
      let rest = number % 100
      return Self.small[number / 100] + " hundred"
        + (rest == 0 ? "" : " and " + cardinal(rest, .alone))
    default:
      let scales = [(1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand")]
      guard let (scale, name) = scales.first(where: { number >= $0.0 }) else { return "" }
      let rest = number % scale
      let joint = rest < 100 ? " and " : " "
      return cardinal(number / scale, .alone) + " " + name
        + (rest == 0 ? "" : joint + cardinal(rest, .alone))
    }
  }

  func ordinal(_ number: Int, _ gender: Gender) -> String {
    let words = cardinal(number, .alone)
    let cut = words.lastIndex { $0 == " " || $0 == "-" }.map { words.index(after: $0) }
    let start = cut ?? words.startIndex
    let last = String(words[start...])
    let regular = last.hasSuffix("y") ? String(last.dropLast()) + "ieth" : last + "th"
    return words[..<start] + (Self.irregular[last] ?? regular)
  }

  func year(_ number: Int) -> String {
    let century = number / 100
    let rest = number % 100
    if (2000...2009).contains(number) { return cardinal(number, .alone) }
    if rest == 0 { return cardinal(century, .alone) + " hundred" }
    return cardinal(century, .alone) + (rest < 10 ? " oh " : " ") + cardinal(rest, .alone)
  }
}

/// German.
struct GermanNumbers: NumberWords {
  private static let small = [
    "null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf",
    "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
  ]
  private static let tens = [
    "", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig",
  ]

  func cardinal(_ number: Int, _ gender: Gender) -> String {
    guard number % 100 == 1 else { return stem(number) }
    let stem = stem(number)
    switch gender {
    case .alone: return stem + "s"
    case .feminine: return stem + "e"
    case .masculine, .neuter: return stem
    }
  }

  /// As it stands inside longer words: "ein".
  private func stem(_ number: Int) -> String {
    switch number {
    case ..<20: return Self.small[number]
    case ..<100:
      let rest = number % 10
      return (rest == 0 ? "" : Self.small[rest] + "und") + Self.tens[number / 10]
    case ..<1000:
      let rest = number % 100
      return Self.small[number / 100] + "hundert" + (rest == 0 ? "" : stem(rest))
    case ..<1_000_000:
      let rest = number % 1000
      // In two words: together they would be longer than any engine likes.
      return stem(number / 1000) + "tausend" + (rest == 0 ? "" : " " + stem(rest))
    default:
      let isBillion = number >= 1_000_000_000
      let scale = isBillion ? 1_000_000_000 : 1_000_000
      let count = number / scale
      let name = isBillion ? "Milliarde" : "Million"
      let plural = isBillion ? "Milliarden" : "Millionen"
      let rest = number % scale
      return (count == 1 ? "eine \(name)" : "\(stem(count)) \(plural)")
        + (rest == 0 ? "" : " " + stem(rest))
    }
  }

  /// Without its ending: "erst", "zweit", "zwanzigst"; the ending is the sentence's.
  func ordinal(_ number: Int, _ gender: Gender) -> String {
    switch number % 100 {
    case 1: return prefix(number) + "erst"
    case 3: return prefix(number) + "dritt"
    case 7: return prefix(number) + "siebt"
    case 8: return prefix(number) + "acht"
    case 0 where number > 0: return stem(number) + "st"
    case ..<20: return stem(number) + "t"
    default: return stem(number) + "st"
    }
  }

  private func prefix(_ number: Int) -> String {
    let rest = number - number % 100
    return rest == 0 ? "" : stem(rest)
  }

  func year(_ number: Int) -> String {
    guard number < 2000 else { return cardinal(number, .alone) }
    let rest = number % 100
    return stem(number / 100) + "hundert" + (rest == 0 ? "" : cardinal(rest, .alone))
  }
}
