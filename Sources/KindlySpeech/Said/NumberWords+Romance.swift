/// Spanish.
struct SpanishNumbers: NumberWords {
  private static let small = [
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
    "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho",
    "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro", "veinticinco",
    "veintiséis", "veintisiete", "veintiocho", "veintinueve",
  ]
  private static let tens = [
    "", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa",
  ]
  private static let hundreds = [
    "", "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos",
    "setecientos", "ochocientos", "novecientos",
  ]
  private static let ordinals = [
    "", "primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "octav", "noven", "décim",
    "undécim", "duodécim",
  ]
  private static let ordinalTens = [
    "", "decimo", "vigésim", "trigésim", "cuadragésim", "quincuagésim", "sexagésim", "septuagésim",
    "octogésim", "nonagésim",
  ]

  func cardinal(_ number: Int, _ gender: Gender) -> String {
    switch number {
    case 1, 21:
      switch gender {
      case .alone: return Self.small[number]
      case .feminine: return number == 1 ? "una" : "veintiuna"
      case .masculine, .neuter: return number == 1 ? "un" : "veintiún"
      }
    case ..<30: return Self.small[number]
    case ..<100:
      let rest = number % 10
      return Self.tens[number / 10] + (rest == 0 ? "" : " y " + cardinal(rest, gender))
    case 100: return "cien"
    case ..<1000:
      let rest = number % 100
      var words = Self.hundreds[number / 100]
      if gender == .feminine, number >= 200 { words = words.dropLast(2) + "as" }
      return words + (rest == 0 ? "" : " " + cardinal(rest, gender))
    case ..<1_000_000:
      let thousands = number / 1000
      let rest = number % 1000
      let count =
        thousands == 1 ? "" : cardinal(thousands, gender == .alone ? .masculine : gender) + " "
      return count + "mil" + (rest == 0 ? "" : " " + cardinal(rest, gender))
    default:
      let millions = number / 1_000_000
      let rest = number % 1_000_000
      let count = millions == 1 ? "un millón" : cardinal(millions, .masculine) + " millones"
      return count + (rest == 0 ? "" : " " + cardinal(rest, gender))
    }
  }

  /// To the 99th; after that the cardinal, as people say it.
  func ordinal(_ number: Int, _ gender: Gender) -> String {
    let ending = gender == .feminine ? "a" : "o"
    switch number {
    case 1 where gender == .masculine: return "primer"
    case 3 where gender == .masculine: return "tercer"
    case 1...12: return Self.ordinals[number] + ending
    case 13...19:
      // "decimoctavo" has one o.
      let unit = Self.ordinals[number - 10] + ending
      return (number == 18 ? "decim" : "decimo") + unit
    case 20...99:
      let rest = number % 10
      return Self.ordinalTens[number / 10] + ending
        + (rest == 0 ? "" : " " + Self.ordinals[rest] + ending)
    default: return cardinal(number, gender)
    }
  }

  func year(_ number: Int) -> String { cardinal(number, .alone) }
}

/// French of France.
struct FrenchNumbers: NumberWords {
  private static let small = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
  ]
  private static let tens = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante"]

  func cardinal(_ number: Int, _ gender: Gender) -> String {
    let words = words(number, isLast: true)
    return gender == .feminine && words.hasSuffix("un") ? words + "e" : words
  }

  private func words(_ number: Int, isLast: Bool) -> String {
    switch number {
    case ..<20: return Self.small[number]
    case ..<70:
      let rest = number % 10
      let ten = Self.tens[number / 10]
      return rest == 0 ? ten : ten + (rest == 1 ? " et un" : "-" + Self.small[rest])
    case 71: return "soixante et onze"
    case ..<80: return "soixante-" + Self.small[number - 60]
    case 80: return isLast ? "quatre-vingts" : "quatre-vingt"
    case ..<100: return "quatre-vingt-" + Self.small[number - 80]
    case ..<1000:
      let hundreds = number / 100
      let rest = number % 100
      let plural = rest == 0 && hundreds > 1 && isLast ? "s" : ""
      return (hundreds == 1 ? "" : Self.small[hundreds] + " ") + "cent" + plural
        + (rest == 0 ? "" : " " + words(rest, isLast: isLast))
    case ..<1_000_000:
      let thousands = number / 1000
      let rest = number % 1000
      return (thousands == 1 ? "" : words(thousands, isLast: false) + " ") + "mille"
        + (rest == 0 ? "" : " " + words(rest, isLast: isLast))
    default:
      let isBillion = number >= 1_000_000_000
      let scale = isBillion ? 1_000_000_000 : 1_000_000
      let count = number / scale
      let rest = number % scale
      return words(count, isLast: true) + (isBillion ? " milliard" : " million")
        + (count > 1 ? "s" : "") + (rest == 0 ? "" : " " + words(rest, isLast: isLast))
    }
  }

  func ordinal(_ number: Int, _ gender: Gender) -> String {
    if number == 1 { return gender == .feminine ? "première" : "premier" }
    let words = words(number, isLast: false)
    if words.hasSuffix("cinq") { return words + "uième" }
    if words.hasSuffix("neuf") { return words.dropLast() + "vième" }
    return (words.hasSuffix("e") ? String(words.dropLast()) : words) + "ième"
  }

  func year(_ number: Int) -> String { cardinal(number, .alone) }
}
