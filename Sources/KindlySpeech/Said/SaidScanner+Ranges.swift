extension SaidScanner {
  /// "4-7-8": numbers one after another.
  mutating func sayCount() -> Bool {
    var numbers: [String] = []
    var place = index
    while isDigit(place) {
      let end = endOfDigits(place)
      numbers.append(text(place..<end))
      place = end
      guard let dash = scalar(end), ["-", "–"].contains(dash), isDigit(end + 1) else { break }
      place = end + 1
    }
    guard numbers.count > 2, !isWordLike(place) else { return false }
    let isTelephone = numbers.contains { $0.utf8.count > 2 }
    let parts = numbers.map { digits in
      isTelephone
        ? spelled(digits) : words(for: Numeral(start: 0, end: 0, digits: digits), .alone)
    }
    take(parts.joined(separator: ", "), to: place)
    return true
  }

  /// "5-10", "3 – 4 min": from one to the other.
  mutating func sayRange() -> Bool {
    guard let first = numeral(at: index) else { return false }
    var place = first.end
    var firstUnit: (unit: SaidTable.Unit, written: String, end: Int)?
    if let unit = unit(at: place), isDash(skipSpaces(unit.end)) {
      firstUnit = unit
      place = unit.end
    }
    let dash = skipSpaces(place)
    guard isDash(dash) else { return false }
    let next = skipSpaces(dash + 1)
    // Both sides alike: "3 -4" is something else.
    guard (dash > place) == (next > dash + 1), let second = numeral(at: next) else { return false }
    let last = unit(at: second.end)
    let half = half(at: second.end)
    let isTimes = scalar(second.end) == "x" && !isWordLike(second.end + 1)
    guard last != nil || half != nil || isTimes || !isWordLike(second.end) else { return false }
    let gender = last?.unit.gender ?? gender(after: second.end)
    let joint = language.table.joints["range"] ?? ""
    let isPlain = last == nil && firstUnit == nil && gender == .alone || isYearPair(first, second)
    var ends = [first, second].map { isPlain ? plainWords(for: $0) : words(for: $0, gender) }
    // "ein bis zwei Minuten", "uno a dos minutos".
    if first.whole == 1, language.code == "de" { ends[0] = "ein" }
    if first.whole == 1, language.code == "es", gender == .masculine { ends[0] = "uno" }
    let unit = firstUnit.map { " " + $0.unit.name(for: first, in: language) } ?? ""
    say(ends[0] + unit + " " + joint + " " + ends[1], for: index..<second.end)
    if let last {
      say(last.unit.name(for: second, in: language), for: second.end..<last.end)
      index = last.end
    } else if let half {
      say(half.said, for: second.end..<half.end)
      index = half.end
    } else if isTimes {
      say(language.table.joints["times"] ?? "", for: second.end..<(second.end + 1))
      index = second.end + 1
    } else {
      index = second.end
    }
    return true
  }

  private func isYearPair(_ first: Numeral, _ second: Numeral) -> Bool {
    [first, second].allSatisfy { $0.digits.utf8.count == 4 && !$0.isGrouped && $0.decimals == nil }
  }

  private func isDash(_ place: Int) -> Bool {
    guard let dash = scalar(place) else { return false }
    return ["-", "–", "—", "‑", "‐", "−"].contains(dash)
  }

  /// "3x", "2 × 3".
  mutating func sayTimes() -> Bool {
    guard let first = numeral(at: index) else { return false }
    let sign = skipSpaces(first.end)
    guard let mark = scalar(sign), mark == "x" || mark == "×" else { return false }
    if mark == "x", isWordLike(sign + 1), !isDigit(sign + 1) { return false }
    let next = skipSpaces(sign + 1)
    if isDigit(next), let second = numeral(at: next) {
      let joint = mark == "×" ? language.table.signs["×"] : language.table.joints["by"]
      take(words(for: first) + " " + (joint ?? "") + " " + words(for: second), to: second.end)
      return true
    }
    guard !isSpace(first.end) || mark == "×" || next >= input.count || !isWordLike(next) else {
      return false
    }
    take(timesWords(first), to: sign + 1)
    return true
  }

  private func timesWords(_ numeral: Numeral) -> String {
    switch (language.code, numeral.whole) {
    case ("en", 1): return "once"
    case ("en", 2): return "twice"
    case ("de", 1): return "einmal"
    case ("es", 1): return "una vez"
    default:
      let times = language.table.joints["times"] ?? ""
      let gender: Gender = ["es", "fr"].contains(language.code) ? .feminine : .neuter
      let count = words(for: numeral, gender)
      return language.code == "de" && numeral.whole != nil ? count + times : count + " " + times
    }
  }
}
