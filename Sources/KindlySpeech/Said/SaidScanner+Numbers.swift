extension SaidScanner {
  /// Says a number and everything that belongs to it.
  mutating func sayNumber() {
    guard language.numbers != nil else { return copyDigits() }
    let mark = output.count
    let start = index
    if let last = output.last?.scalar, last.isWordLike { space(at: input[index].origin) }
    isGuess = false
    if sayDate() || sayClock() || sayCount() || sayRange() || sayFraction() || sayDecade()
      || sayTimes() || sayOrdinal() || sayQuantity()
    {
      return note(isGuess ? .guessed : .expanded, start..<index, since: mark)
    }
    sayPlain()
    note(.expanded, start..<index, since: mark)
  }

  private mutating func copyDigits() {
    while isDigit(index) { copy() }
  }

  private mutating func sayPlain() {
    guard let numeral = numeral(at: index) else { return copy() }
    if let last = versionEnd(of: numeral) {
      let parts = text(index..<last).split(separator: ".").map { part in
        words(for: Numeral(start: 0, end: 0, digits: String(part)))
      }
      let point = language.table.joints["dot"] ?? language.table.joints["point"] ?? ""
      return take(
        parts.joined(separator: language.code == "de" ? " Punkt " : " \(point) "), to: last)
    }
    take(plainWords(for: numeral), to: numeral.end)
  }

  /// The end of a number with more than two parts, such as 1.2.3.
  private func versionEnd(of numeral: Numeral) -> Int? {
    guard numeral.decimals == nil, !numeral.isGrouped else { return nil }
    var end = numeral.end
    var parts = 1
    while scalar(end) == ".", isDigit(end + 1) {
      end = endOfDigits(end + 1)
      parts += 1
    }
    return parts > 2 ? end : nil
  }

  /// Says words for everything up to a place.
  mutating func take(_ words: String, to end: Int) {
    say(words, for: index..<end)
    index = end
  }

  // MARK: - Units

  private static let times: Set<String> = ["h", "hr", "min", "m", "s", "Std"]

  /// The unit at a place, after one space or none, and the place after it.
  func unit(at place: Int) -> (unit: SaidTable.Unit, written: String, end: Int)? {
    let start = isSpace(place) && !isSpace(place + 1) ? place + 1 : place
    for length in stride(from: language.table.longestUnit, through: 1, by: -1) {
      let end = start + length
      guard end <= input.count, let unit = language.table.units[text(start..<end)] else { continue }
      let last = input[end - 1].scalar
      // "1h30" and "2min30s" go on; other letters and digits are words of their own.
      let goesOn = isDigit(end) && Self.times.contains(text(start..<end))
      if last.isWordLike, isWordLike(end), !goesOn { continue }
      // "7 s'il vous plaît" has no unit.
      if last.isWordLike, scalar(end) == "'", isWordLike(end + 1) { continue }
      return (unit, text(start..<end), endOfStop(after: end, isWord: last.isLetter))
    }
    return nil
  }

  /// The place after the stop of an abbreviation, unless it ends the sentence.
  private func endOfStop(after end: Int, isWord: Bool) -> Int {
    guard isWord, scalar(end) == ".", !isDigit(end + 1), !isWordLike(end + 1) else { return end }
    let next = skipSpaces(end + 1)
    if next >= input.count { return end }
    if isSpace(end + 1), isCapital(next), language.code != "de" { return end }
    return end + 1
  }

  /// "10 min".
  private mutating func sayQuantity() -> Bool {
    guard let numeral = numeral(at: index) else { return false }
    if saySoloDecade(numeral) { return true }
    if sayHyphened(numeral) { return true }
    guard let found = unit(at: numeral.end) else { return false }
    // "5m" is five minutes in a cue, and so it is in a sentence; "5 m" is a length.
    isGuess = found.written == "m" && !isSpace(numeral.end) && !isWordLike(numeral.start - 1)
    let isMinute = isGuess || found.written == "m" && !isSpace(numeral.end)
    let unit = isMinute ? language.table.units["min"] ?? found.unit : found.unit
    if Self.currencies.contains(found.written), numeral.decimals?.utf8.count == 2 {
      take(price(numeral, unit), to: found.end)
      return true
    }
    say(words(for: numeral, unit.gender), for: index..<numeral.end)
    say(unit.name(for: numeral, in: language), for: numeral.end..<found.end)
    index = found.end
    return true
  }

  /// "a 10-min sit": of a ten-minute sit.
  private mutating func sayHyphened(_ numeral: Numeral) -> Bool {
    guard scalar(numeral.end) == "-", let first = scalar(numeral.end + 1), first.isLetter,
      let found = unit(at: numeral.end + 1)
    else { return false }
    let name = language.code == "en" ? found.unit.one : found.unit.name(for: numeral, in: language)
    let joint = language.code == "en" ? "-" : " "
    take(words(for: numeral, found.unit.gender) + joint + name, to: found.end)
    return true
  }

  static let currencies: Set<String> = ["$", "€", "£", "¥", "EUR"]

  /// "three euros fifty".
  func price(_ numeral: Numeral, _ unit: SaidTable.Unit) -> String {
    var whole = numeral
    whole.decimals = nil
    let cents = Int(numeral.decimals ?? "") ?? 0
    let first = words(for: whole, unit.gender) + " " + unit.name(for: whole, in: language)
    guard cents > 0, let numbers = language.numbers else { return first }
    return first + (language.code == "es" ? " con " : " ") + numbers.cardinal(cents, .alone)
  }

  /// "in your 20s": no seconds.
  private mutating func saySoloDecade(_ numeral: Numeral) -> Bool {
    guard language.code == "en", let whole = numeral.whole, (20...90).contains(whole),
      whole % 10 == 0,
      scalar(numeral.end) == "s", !isWordLike(numeral.end + 1),
      ["your", "her", "his", "their", "my", "our", "the", "late", "early"].contains(wordBefore)
    else { return false }
    take(plural(of: words(for: numeral)), to: numeral.end + 1)
    return true
  }

  /// The word before this place, in small letters.
  var wordBefore: String {
    var end = index
    while end > 0, isSpace(end - 1) { end -= 1 }
    var start = end
    while start > 0, isWordLike(start - 1) { start -= 1 }
    return text(start..<end).lowercased()
  }

  private func plural(of words: String) -> String {
    words.hasSuffix("y") ? words.dropLast() + "ies" : words + "s"
  }

  /// "1990s", "'90s".
  private mutating func sayDecade() -> Bool {
    guard language.code == "en", let numeral = numeral(at: index), let whole = numeral.whole,
      scalar(numeral.end) == "s", !isWordLike(numeral.end + 1), !numeral.isGrouped
    else { return false }
    let digits = numeral.digits.utf8.count
    guard whole % 10 == 0,
      (digits == 4 && (1100...2099).contains(whole))
        || (digits == 2 && scalar(index - 1) == "'")
    else { return false }
    let words =
      digits == 4 && isYear(whole) ? language.numbers?.year(whole) ?? "" : words(for: numeral)
    take(plural(of: words), to: numeral.end + 1)
    return true
  }
}
