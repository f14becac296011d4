/// A number as it is written: digits, perhaps with marks between thousands, perhaps with decimals.
struct Numeral: Sendable, Hashable {
  /// Its first digit in the input.
  var start: Int
  /// The place after it.
  var end: Int
  /// The digits before the decimal mark.
  var digits: String
  /// The digits after it; nil for a whole number.
  var decimals: String?
  /// The mark before the decimals.
  var mark: Unicode.Scalar?
  /// Whether marks stand between its thousands.
  var isGrouped = false

  /// Its value if it is a whole number that is said in words.
  var whole: Int? {
    guard decimals == nil, digits.utf8.count <= 12, !hasLeadingZero else { return nil }
    return Int(digits)
  }

  /// "007": said digit by digit.
  var hasLeadingZero: Bool { digits.utf8.count > 1 && digits.hasPrefix("0") }
}

extension SaidTable.Unit {
  /// Its word after a number.
  func name(for numeral: Numeral, in language: SaidLanguage) -> String {
    // French says "une minute et demie", and "1,5 minute" in the singular.
    if language.code == "fr", numeral.digits == "1" || numeral.digits == "0" { return one }
    return numeral.whole == 1 ? one : many
  }
}

extension SaidScanner {
  /// The number that begins at a place.
  func numeral(at start: Int) -> Numeral? {
    guard isDigit(start) else { return nil }
    var end = endOfDigits(start)
    var digits = text(start..<end)
    var isGrouped = false
    if end - start <= 3, scalar(start) != "0" {
      while let mark = scalar(end), language.thousands.contains(mark),
        endOfDigits(end + 1) == end + 4
      {
        digits += text((end + 1)..<(end + 4))
        end += 4
        isGrouped = true
      }
    }
    var numeral = Numeral(start: start, end: end, digits: digits, isGrouped: isGrouped)
    if let mark = scalar(end), isDecimal(mark, at: end) {
      let last = endOfDigits(end + 1)
      numeral.decimals = text((end + 1)..<last)
      numeral.mark = mark
      numeral.end = last
    }
    return numeral
  }

  /// The place after digits.
  func endOfDigits(_ place: Int) -> Int {
    var end = place
    while isDigit(end) { end += 1 }
    return end
  }

  private func isDecimal(_ mark: Unicode.Scalar, at place: Int) -> Bool {
    guard mark == language.decimal || mark == ".", isDigit(place + 1) else { return false }
    let last = endOfDigits(place + 1)
    // "1.2.2024" and "1.2.3" have more than two parts.
    if scalar(last) == mark, isDigit(last + 1) { return false }
    if mark == ".", language.decimal != ".", scalar(last) == "." { return false }
    return true
  }

  /// A number in words.
  func words(for numeral: Numeral, _ gender: Gender = .alone) -> String {
    guard let numbers = language.numbers else { return numeral.digits }
    guard let decimals = numeral.decimals else {
      guard let whole = numeral.whole, whole <= NumberLimit.largest else {
        return spelled(numeral.digits)
      }
      return numbers.cardinal(whole, gender)
    }
    let joint = numeral.mark == "." ? language.table.joints["dot"] : nil
    let point = joint ?? language.table.joints["point"] ?? ""
    let whole = numeral.digits.utf8.count <= 12 ? Int(numeral.digits) : nil
    let first = whole.map { numbers.cardinal($0, .alone) } ?? spelled(numeral.digits)
    // Spanish and French say two decimals as one number.
    let isOneNumber =
      ["es", "fr"].contains(language.code) && decimals.utf8.count <= 2
      && !decimals.hasPrefix("0")
    let rest = isOneNumber ? numbers.cardinal(Int(decimals) ?? 0, .alone) : spelled(decimals)
    return first + " " + point + " " + rest
  }

  /// Digit by digit.
  func spelled(_ digits: String) -> String {
    digits.compactMap { digit in
      digit.wholeNumberValue.flatMap { language.numbers?.cardinal($0, .alone) }
    }
    .joined(separator: " ")
  }

  /// A number in words that agrees with the noun after it; four digits may be a year.
  func plainWords(for numeral: Numeral) -> String {
    guard let whole = numeral.whole, let numbers = language.numbers else {
      return words(for: numeral)
    }
    if !numeral.isGrouped, numeral.digits.utf8.count == 4, isYear(whole) {
      return numbers.year(whole)
    }
    // "einhundertein Tage", whatever the gender of what is counted.
    let gender = gender(after: numeral.end)
    let isGerman = language.code == "de" && whole > 100 && gender != .alone
    return numbers.cardinal(whole, isGerman ? .neuter : gender)
  }

  func isYear(_ number: Int) -> Bool {
    switch language.code {
    case "en": (1100...1999).contains(number) || (2010...2099).contains(number)
    case "de": (1100...1999).contains(number)
    default: false
    }
  }

  /// What the noun after a number asks of it.
  func gender(after end: Int) -> Gender {
    guard isSpace(end) else { return .alone }
    let start = skipSpaces(end)
    let last = endOfLetters(start)
    guard last > start else { return .alone }
    let noun = text(start..<last)
    if let known = language.table.genders[noun] ?? language.table.genders[noun.lowercased()] {
      return known
    }
    return language.gender(of: noun)
  }
}

extension SaidLanguage {
  /// Words that no number counts.
  private static let small: Set<String> = [
    "y", "o", "a", "de", "en", "que", "con", "por", "para", "es", "al", "del", "no", "si", "se",
  ]
  private static let feminineSpanish = [
    "a", "as", "ión", "iones", "dad", "dades", "tad", "tud", "umbre",
  ]
  private static let feminineFrench = [
    "tion", "tions", "sion", "sions", "ance", "ances", "ence", "ences", "té", "tés", "ée", "ées",
    "ette", "ettes", "elle", "elles", "esse", "esses", "ure", "ures", "ade", "ades",
  ]
  private static let feminineGerman = ["ung", "heit", "keit", "schaft", "ion", "tät", "e"]

  /// The likely gender of a noun, by its ending.
  fileprivate func gender(of noun: String) -> Gender {
    switch code {
    case "de":
      guard noun.first?.isUppercase == true else { return .alone }
      return Self.feminineGerman.contains { noun.hasSuffix($0) } ? .feminine : .neuter
    case "es":
      if Self.small.contains(noun.lowercased()) { return .alone }
      return Self.feminineSpanish.contains { noun.hasSuffix($0) } ? .feminine : .masculine
    case "fr": return Self.feminineFrench.contains { noun.hasSuffix($0) } ? .feminine : .masculine
    default: return .alone
    }
  }
}
