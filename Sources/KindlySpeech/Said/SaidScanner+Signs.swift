extension SaidScanner {
  /// Marks that the engines read as pauses or melody, and never name.
  private static let melody: Set<Unicode.Scalar> = [
    ".", ",", ";", ":", "!", "?", "…", "'", "\"", "(", ")", "-", "–", "—", "‐", "‑", "―", "„", "“",
    "”", "«", "»", "‹", "›", "।", "॥", "،", "؛", "؟", "。", "、",
  ]
  /// Marks of other formats, which are told as such.
  private static let dashes: Set<Unicode.Scalar> = ["-", "–", "−"]

  /// Says what is no letter and no digit, or leaves it out.
  mutating func saySign() {
    let sign = input[index].scalar
    if sign == " " || Self.melody.contains(sign), !isMinus { return copy() }
    if isMinus { return sayJoint("minus") }
    switch sign {
    case "¿", "¡":
      if language.code == "es" { copy() } else { index += 1 }
      return
    case "/": return saySlash()
    case "<":
      // "<3" is a heart.
      if scalar(index + 1) == "3", !isWordLike(index + 2) {
        return silence(to: index + 2, as: .silent)
      }
      if let end = endOfTag { return silence(to: end, as: .tag) }
    case "·" where isWordLike(index - 1) && isWordLike(index + 1):
      index += 1
      return
    default: break
    }
    if sayCurrency() { return }
    if let words = language.table.signs[sign], !isRow {
      let mark = output.count
      say(words, for: index..<(index + 1))
      note(.expanded, index..<(index + 1), since: mark)
      index += 1
      return
    }
    if language.table.signs.isEmpty, sign.isSaidSign, !isRow { return copy() }
    sayNothing()
  }

  /// Whether the same sign is beside this one: a line or a frame, no word.
  private var isRow: Bool {
    let sign = scalar(index)
    return scalar(index - 1) == sign || scalar(index + 1) == sign
  }

  /// Whether a dash here is the sign of a number.
  private var isMinus: Bool {
    guard let sign = scalar(index), Self.dashes.contains(sign), isDigit(index + 1),
      language.numbers != nil
    else { return false }
    guard let before = scalar(index - 1) else { return true }
    return before == " " || before == "("
  }

  private mutating func sayJoint(_ name: String) {
    let mark = output.count
    say(language.table.joints[name] ?? "", for: index..<(index + 1))
    note(.expanded, index..<(index + 1), since: mark)
    index += 1
  }

  /// "kind/gentle" is two words with a breath between.
  private mutating func saySlash() {
    let isBetween = isWordLike(skipSpaces(index + 1)) && !output.isEmpty
    guard isBetween else { return sayNothing() }
    pauseInstead(.expanded)
  }

  /// A comma in place of a sign between words.
  private mutating func pauseInstead(_ kind: SaidChange.Kind) {
    while output.last?.scalar == " " { output.removeLast() }
    let mark = output.count
    if let last = output.last?.scalar, last.isWordLike || last.closes {
      output.append(Character(scalar: ",", origin: input[index].origin))
    }
    note(kind, index..<(index + 1), since: mark)
    output.append(Character(scalar: " ", origin: input[index].origin))
    owesSpace = false
    index += 1
  }

  /// "$5": the unit comes after the number.
  private mutating func sayCurrency() -> Bool {
    guard let sign = scalar(index), ["$", "€", "£", "¥"].contains(sign), language.numbers != nil,
      let unit = language.table.units[String(Swift.Character(sign))]
    else { return false }
    let start = skipSpaces(index + 1)
    guard isDigit(start), let numeral = numeral(at: start) else { return false }
    let mark = output.count
    let whole = index..<numeral.end
    let isPrice = numeral.decimals?.utf8.count == 2
    let plain = words(for: numeral, unit.gender) + " " + unit.name(for: numeral, in: language)
    say(isPrice ? price(numeral, unit) : plain, for: whole)
    note(.expanded, whole, since: mark)
    index = numeral.end
    return true
  }

  /// Leaves out a sign with all that belongs to it.
  private mutating func sayNothing() {
    let sign = input[index].scalar
    if sign.isArrow, !output.isEmpty, isWordLike(skipSpaces(index + 1)) {
      return pauseInstead(.silent)
    }
    var end = index + 1
    while let next = scalar(end), next == sign || next.isMark { end += 1 }
    silence(to: end, as: .silent)
  }

  /// Leaves out everything up to a place.
  private mutating func silence(to end: Int, as kind: SaidChange.Kind) {
    let range = index..<end
    // Marks by themselves, and what only frames a text, are nothing that anybody wanted to hear.
    if input[range].contains(where: { !$0.scalar.isMark }) {
      changes.append(
        SaidChange(kind: kind, written: text(range), said: "", range: origin(range)))
    }
    if let last = output.last?.scalar, last != " ", isWordLike(end) {
      space(at: input[index].origin)
    }
    index = end
  }

  /// The place after a tag that begins here: `<b>`, `</p>`, `<break time="3s"/>`.
  private var endOfTag: Int? {
    var place = index + 1
    if scalar(place) == "/" { place += 1 }
    guard let first = scalar(place), first.isASCII, first.isLetter else { return nil }
    let limit = min(input.count, index + 200)
    while place < limit {
      if scalar(place) == ">" { return place + 1 }
      if scalar(place) == "<" { return nil }
      place += 1
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Signs whose name belongs to a sentence: "and", "percent".
  fileprivate var isSaidSign: Bool {
    ["&", "%", "°", "+", "=", "@", "#", "€", "$", "£", "§"].contains(self)
  }

  /// Marks that close what was opened.
  var closes: Bool { [")", "\"", "'", "”", "“", "»", "›"].contains(self) }

  /// Arrows of all shapes.
  fileprivate var isArrow: Bool {
    (0x2190...0x21FF).contains(value) || (0x2794...0x27BE).contains(value)
      || (0x27F0...0x27FF).contains(value) || (0x2900...0x297F).contains(value)
  }
}
