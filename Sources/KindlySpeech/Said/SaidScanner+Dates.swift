extension SaidScanner {
  /// A date: 2024-05-12, 12.5.2024, 5/12/2024, May 5, 5. Mai.
  mutating func sayDate() -> Bool {
    sayIsoDate() || sayNumberDate() || sayDayBeforeMonth() || sayDayAfterMonth()
  }

  private struct Day {
    var day: Int
    var month: Int
    var year: Int?
    /// The place after it.
    var end: Int

    /// Whether the calendar has it.
    var exists: Bool { (1...31).contains(day) && (1...12).contains(month) }
  }

  private func number(_ place: Int, digits: ClosedRange<Int>) -> (value: Int, end: Int)? {
    let end = endOfDigits(place)
    guard digits.contains(end - place), let value = Int(text(place..<end)) else { return nil }
    return (value, end)
  }

  private mutating func sayIsoDate() -> Bool {
    guard let year = number(index, digits: 4...4), isHyphen(year.end),
      let month = number(year.end + 1, digits: 2...2), isHyphen(month.end),
      let day = number(month.end + 1, digits: 2...2), !isWordLike(day.end)
    else { return false }
    let date = Day(day: day.value, month: month.value, year: year.value, end: day.end)
    guard date.exists else { return false }
    say(date)
    return true
  }

  private func isHyphen(_ place: Int) -> Bool { scalar(place) == "-" || scalar(place) == "‑" }

  /// "12.5.2024", "5/12/2024": in English slashes have the month first, as its first narrator is
  /// American; elsewhere the day.
  private mutating func sayNumberDate() -> Bool {
    guard let first = number(index, digits: 1...2), let mark = scalar(first.end),
      mark == "." || mark == "/", let second = number(first.end + 1, digits: 1...2),
      scalar(second.end) == mark
    else { return false }
    var year: Int?
    var end = second.end
    if let found = number(second.end + 1, digits: 2...4), found.value > 31 || mark == "/",
      found.end - second.end != 4, !isWordLike(found.end)
    {
      year = found.value < 100 ? 1900 + found.value + (found.value < 70 ? 100 : 0) : found.value
      end = found.end
    } else if mark == ".", language.code == "de", !isDigit(second.end + 1) {
      // "Am 3.5. ruhen wir": the second stop belongs to it, unless the sentence ends.
      end = skipSpaces(second.end + 1) >= input.count ? second.end : second.end + 1
    } else {
      return false
    }
    let monthFirst = mark == "/" && language.code == "en" && first.value <= 12
    let date = Day(
      day: monthFirst ? second.value : first.value, month: monthFirst ? first.value : second.value,
      year: year, end: end)
    guard date.exists else { return false }
    isGuess = mark == "/" && date.day <= 12 && date.day != date.month
    say(date)
    return true
  }

  private mutating func say(_ date: Day) {
    guard let numbers = language.numbers else { return }
    let month = language.table.monthNames[date.month - 1]
    let year = date.year.map {
      isYear($0) || language.code == "de" && $0 < 2000
        ? numbers.year($0) : numbers.cardinal($0, .alone)
    }
    let day: String =
      switch language.code {
      case "de": numbers.ordinal(date.day, .alone) + ordinalEnding(for: month)
      case "es": numbers.cardinal(date.day, .alone) + " de"
      case "fr": date.day == 1 ? "premier" : numbers.cardinal(date.day, .alone)
      default: numbers.ordinal(date.day, .alone)
      }
    let words =
      switch language.code {
      case "en": "\(month) \(day)" + (year.map { ", " + $0 } ?? "")
      case "es": "\(day) \(month)" + (year.map { " de " + $0 } ?? "")
      default: "\(day) \(month)" + (year.map { " " + $0 } ?? "")
      }
    take(words, to: date.end)
  }

  /// "5 May", "1er mai": the number before a month.
  private mutating func sayDayBeforeMonth() -> Bool {
    guard let day = number(index, digits: 1...2), (1...31).contains(day.value),
      let numbers = language.numbers
    else { return false }
    let hasStop = scalar(day.end) == "."
    if hasStop, language.code != "de" { return false }
    let start = skipSpaces(hasStop ? day.end + 1 : day.end)
    guard start > day.end, let month = month(at: start) else { return false }
    switch language.code {
    case "de":
      guard hasStop else { return false }
      say(
        numbers.ordinal(day.value, .alone) + ordinalEnding(for: month.name),
        for: index..<(day.end + 1))
    case "fr":
      guard day.value == 1 else { return false }
      say("premier", for: index..<day.end)
    case "en":
      guard month.name != "May" || endsPhrase(month.end) else { return false }
      let isPlain = wordBefore != "the"
      say(
        (isPlain ? "the " : "") + numbers.ordinal(day.value, .alone) + " of", for: index..<day.end)
    default: return false
    }
    say(month.name, for: start..<month.end)
    index = month.end
    sayYear(after: index)
    return true
  }

  /// "May 5", "Sept. 12, 2024": the number after a month; only English has it.
  private mutating func sayDayAfterMonth() -> Bool {
    guard language.code == "en", let day = number(index, digits: 1...2),
      (1...31).contains(day.value),
      !isWordLike(day.end), let numbers = language.numbers
    else { return false }
    var before = index
    while isSpace(before - 1) { before -= 1 }
    if scalar(before - 1) == "." { before -= 1 }
    var start = before
    while isWordLike(start - 1) { start -= 1 }
    let name = text(start..<before)
    guard let month = language.table.months[name] ?? language.table.months[name + "."],
      before < index
    else { return false }
    // "May 5 beings be well" is no date.
    if month == 5, !endsPhrase(day.end) { return false }
    take(numbers.ordinal(day.value, .alone), to: day.end)
    if scalar(index) == ",", isSpace(index + 1), number(index + 2, digits: 4...4) != nil { copy() }
    sayYear(after: index)
    return true
  }

  private func endsPhrase(_ place: Int) -> Bool {
    guard let next = scalar(place) else { return true }
    return [".", ",", ";", ":", "!", "?", ")"].contains(next)
  }

  private mutating func sayYear(after place: Int) {
    let start = skipSpaces(place)
    guard start > place, let year = number(start, digits: 4...4), !isWordLike(year.end),
      (1100...2099).contains(year.value), let numbers = language.numbers
    else { return }
    let isYear = isYear(year.value)
    say(
      isYear ? numbers.year(year.value) : numbers.cardinal(year.value, .alone),
      for: start..<year.end)
    index = year.end
  }

  private func month(at place: Int) -> (name: String, end: Int)? {
    let end = endOfLetters(place)
    guard end > place else { return nil }
    let word = text(place..<end)
    if scalar(end) == ".", let month = language.table.months[word + "."] {
      return (language.table.monthNames[month - 1], end + 1)
    }
    return language.table.months[word].map { (language.table.monthNames[$0 - 1], end) }
  }
}
