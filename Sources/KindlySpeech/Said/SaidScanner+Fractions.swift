extension SaidScanner {
  /// "1/2", "1 1/2", "3/4 h".
  mutating func sayFraction() -> Bool {
    guard let first = numeral(at: index), first.whole != nil else { return false }
    if let part = fraction(at: first) {
      say(part, after: nil)
      return true
    }
    guard isSpace(first.end), let next = numeral(at: first.end + 1), let part = fraction(at: next),
      part.over < part.under
    else { return false }
    say(part, after: first.whole)
    return true
  }

  private struct Part {
    var over: Int
    var under: Int
    var end: Int
    /// The unit it is a part of.
    var unit: (unit: SaidTable.Unit, written: String, end: Int)?
    /// Of that unit, or of the noun that follows.
    var gender: Gender

    var isHalf: Bool { over == 1 && under == 2 }
  }

  private func fraction(at first: Numeral) -> Part? {
    guard let over = first.whole, let slash = scalar(first.end), slash == "/" || slash == "⁄",
      let second = numeral(at: first.end + 1), let under = second.whole, under > 1,
      scalar(second.end) != "/"
    else { return nil }
    let unit = unit(at: second.end)
    guard unit != nil || !isWordLike(second.end) else { return nil }
    return Part(
      over: over, under: under, end: second.end, unit: unit,
      gender: unit?.unit.gender ?? gender(after: second.end))
  }

  private mutating func say(_ part: Part, after whole: Int?) {
    let names = language.table.fractions[part.under]
    if part.over == part.under {
      return take(cardinal(part.over) + " " + cardinal(part.under), to: part.end)
    }
    guard let names, part.over < part.under else {
      let joint = language.table.joints["over"] ?? ""
      return take(cardinal(part.over, .neuter) + " \(joint) " + cardinal(part.under), to: part.end)
    }
    let words =
      switch language.code {
      case "de": german(part, names, whole)
      case "es", "fr": romance(part, names, whole)
      default: english(part, names, whole)
      }
    say(words, for: index..<part.end)
    index = part.end
    guard let unit = part.unit else { return }
    say(name(of: unit.unit, for: part, isMixed: whole != nil), for: part.end..<unit.end)
    index = unit.end
  }

  private func cardinal(_ number: Int, _ gender: Gender = .alone) -> String {
    language.numbers?.cardinal(number, gender) ?? String(number)
  }

  /// The unit's word after a part of it: "of an hour", "Stunde", "de hora", "d'heure".
  private func name(of unit: SaidTable.Unit, for part: Part, isMixed: Bool) -> String {
    if isMixed { return language.code == "fr" && part.under == 2 ? unit.one : unit.many }
    switch language.code {
    case "en":
      let article = unit.one.hasPrefix("hour") || unit.one.hasPrefix("ounce") ? "an" : "a"
      return (part.isHalf ? "" : "of ") + article + " " + unit.one
    case "es": return (part.isHalf ? "" : "de ") + unit.one
    case "fr":
      let joint = unit.one.hasPrefix("h") ? "d'" : "de "
      return (part.isHalf ? "" : joint) + unit.one
    default: return unit.one
    }
  }

  private func english(_ part: Part, _ names: SaidTable.Unit, _ whole: Int?) -> String {
    if let whole {
      return cardinal(whole) + " and " + (part.over == 1 ? "a" : cardinal(part.over))
        + " " + (part.over == 1 ? names.one : names.many)
    }
    if part.isHalf {
      let next = skipSpaces(part.end)
      let word = text(next..<endOfLetters(next))
      return part.unit != nil || scalar(part.end) == "-" || ["a", "an", "the", "of"].contains(word)
        ? "half" : "one half"
    }
    // "9/10 people" is nine out of ten.
    let next = skipSpaces(part.end)
    let noun = text(next..<max(next, endOfLetters(next)))
    if part.under % 10 == 0, part.unit == nil, next > part.end, !["", "of", "the"].contains(noun) {
      return cardinal(part.over) + " out of " + cardinal(part.under)
    }
    return cardinal(part.over) + " " + (part.over == 1 ? names.one : names.many)
  }

  private func german(_ part: Part, _ names: SaidTable.Unit, _ whole: Int?) -> String {
    if part.isHalf, let whole { return cardinal(whole, .neuter) + "einhalb" }
    let before = whole.map { cardinal($0) + " und " } ?? ""
    guard part.isHalf else { return before + cardinal(part.over, .neuter) + " " + names.one }
    switch part.gender {
    case .feminine: return "eine halbe"
    case .masculine: return "ein halber"
    case .neuter: return "ein halbes"
    case .alone: return "ein halb"
    }
  }

  /// "medio minuto", "media hora", "une demi heure", "trois quarts".
  private func romance(_ part: Part, _ names: SaidTable.Unit, _ whole: Int?) -> String {
    let isSpanish = language.code == "es"
    let before = whole.map { cardinal($0, part.gender) + (isSpanish ? " y " : " et ") } ?? ""
    guard part.isHalf else {
      return before + cardinal(part.over, .masculine) + " "
        + (part.over == 1 ? names.one : names.many)
    }
    if isSpanish { return before + (part.gender == .feminine ? "media" : "medio") }
    if whole != nil { return before + (part.gender == .feminine ? "demie" : "demi") }
    return part.gender == .feminine ? "une demi" : "un demi"
  }
}
