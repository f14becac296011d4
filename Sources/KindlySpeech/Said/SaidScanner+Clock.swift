extension SaidScanner {
  /// A time of day: 7:30, 7.30 Uhr, 7h30, 7 am.
  mutating func sayClock() -> Bool {
    guard let hour = number(at: index, most: 24) else { return false }
    if scalar(hour.end) == ":" { return sayColonTime(hour) }
    switch language.code {
    case "de":
      // "7.30 Uhr"
      if scalar(hour.end) == ".", let minute = number(at: hour.end + 1, most: 59, digits: 2),
        word(at: skipSpaces(minute.end)) == "Uhr"
      {
        sayTime(hour.value, minute.value, to: minute.end, hasName: true)
        index = skipSpaces(minute.end) + 3
        return true
      }
      guard word(at: skipSpaces(hour.end)) == "Uhr", hour.value == 1 else { return false }
      take("ein", to: hour.end)
      return true
    case "fr", "es": return sayHourMark(hour)
    default: return sayHalfOfDay(hour)
    }
  }

  private func number(
    at place: Int, most: Int, digits: Int? = nil
  ) -> (value: Int, end: Int)? {
    let end = endOfDigits(place)
    let count = end - place
    guard count > 0, count <= 2, digits == nil || count == digits,
      let value = Int(text(place..<end)),
      value <= most
    else { return nil }
    return (value, end)
  }

  private func word(at place: Int) -> String { text(place..<max(place, endOfLetters(place))) }

  private mutating func sayColonTime(_ hour: (value: Int, end: Int)) -> Bool {
    guard let minute = number(at: hour.end + 1, most: 59, digits: 2),
      !isWordLike(minute.end) || half(at: minute.end) != nil
    else { return false }
    if scalar(minute.end) == ":", let second = number(at: minute.end + 1, most: 59, digits: 2) {
      return sayLongTime(hour.value, minute.value, second.value, to: second.end)
    }
    if let half = half(at: minute.end) {
      sayTime(hour.value, minute.value, to: minute.end, hasName: true)
      say(half.said, for: minute.end..<half.end)
      index = half.end
      return true
    }
    let next = skipSpaces(minute.end)
    let isNamed = ["Uhr", "uhr"].contains(word(at: next))
    sayTime(hour.value, minute.value, to: minute.end, hasName: isNamed)
    if isNamed, language.code == "de" {
      // "sieben Uhr dreißig": the word was said in its middle.
      index = next + 3
    }
    if language.code == "fr" || language.code == "es", scalar(skipSpaces(index)) == "h",
      !isWordLike(skipSpaces(index) + 1)
    {
      index = skipSpaces(index) + 1
    }
    return true
  }

  private mutating func sayTime(_ hour: Int, _ minute: Int, to end: Int, hasName: Bool) {
    guard let numbers = language.numbers else { return }
    let minutes = numbers.cardinal(minute, .alone)
    let words: String
    switch language.code {
    case "de":
      let uhr = numbers.cardinal(hour, hour == 1 ? .masculine : .alone) + " Uhr"
      words = minute == 0 ? uhr : uhr + " " + minutes
    case "fr":
      let heures = numbers.cardinal(hour, .feminine) + (hour < 2 ? " heure" : " heures")
      words = minute == 0 ? heures : heures + " " + numbers.cardinal(minute, .alone)
    case "es":
      let horas = numbers.cardinal(hour, .feminine)
      words = minute == 0 ? horas + " en punto" : horas + " " + minutes
    default:
      let hours = numbers.cardinal(hour, .alone)
      if minute == 0 {
        words = hasName ? hours : hours + ((1...12).contains(hour) ? " o'clock" : " hundred")
      } else {
        words = hours + (minute < 10 ? " oh " : " ") + minutes
      }
    }
    take(words, to: end)
  }

  /// "1:02:30" is a length.
  private mutating func sayLongTime(_ hour: Int, _ minute: Int, _ second: Int, to end: Int) -> Bool
  {
    let parts = [(hour, "h"), (minute, "min"), (second, "s")].compactMap { value, name -> String? in
      guard value > 0, let unit = language.table.units[name] else { return nil }
      return (language.numbers?.cardinal(value, unit.gender) ?? "") + " "
        + (value == 1 ? unit.one : unit.many)
    }
    take(parts.joined(separator: ", "), to: end)
    return true
  }

  /// "7h30", "7 h 30", "7 h".
  private mutating func sayHourMark(_ hour: (value: Int, end: Int)) -> Bool {
    let mark = skipSpaces(hour.end)
    guard scalar(mark) == "h" else { return false }
    let next = skipSpaces(mark + 1)
    guard let minute = number(at: next, most: 59, digits: 2), !isWordLike(minute.end) else {
      return false
    }
    sayTime(hour.value, minute.value, to: minute.end, hasName: true)
    return true
  }

  /// "7 am", "7.30 p.m."
  private mutating func sayHalfOfDay(_ hour: (value: Int, end: Int)) -> Bool {
    if scalar(hour.end) == ".", let minute = number(at: hour.end + 1, most: 59, digits: 2),
      let half = half(at: minute.end)
    {
      sayTime(hour.value, minute.value, to: minute.end, hasName: true)
      say(half.said, for: minute.end..<half.end)
      index = half.end
      return true
    }
    guard let half = half(at: hour.end), (1...12).contains(hour.value) else { return false }
    say(language.numbers?.cardinal(hour.value, .alone) ?? "", for: index..<hour.end)
    say(half.said, for: hour.end..<half.end)
    index = half.end
    return true
  }

  /// "am", "a.m.", "PM": which half of the day, and the place after it.
  func half(at place: Int) -> (said: String, end: Int)? {
    guard language.code == "en" else { return nil }
    let start = skipSpaces(place)
    for (letter, said) in [("a", "a.m."), ("p", "p.m.")] {
      for form in [
        letter + ". m.", letter + "m", (letter + "m").uppercased(), (letter + ". m.").uppercased(),
      ] {
        guard let end = end(of: Array(form.unicodeScalars), at: start), !isWordLike(end) else {
          continue
        }
        return (said, end)
      }
    }
    return nil
  }
}
