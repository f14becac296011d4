/// The rules of one language: what is written, and what is said for it.
///
/// A table is text with a heading for each kind of rule, so that somebody who speaks the language can
/// read and mend it without knowing Swift. A space in a written form stands for any space or none.
struct SaidTable: Sendable {
  /// A written form of a table, and what is said for it.
  struct Form: Sendable, Hashable {
    /// Its scalars.
    var written: [Unicode.Scalar]
    /// Words for it.
    var said: String
  }

  /// A unit after a number.
  struct Unit: Sendable, Hashable {
    var one: String
    var many: String
    var gender: Gender
  }

  /// Signs that are said wherever they are.
  private(set) var signs: [Unicode.Scalar: String] = [:]
  /// Forms that are read so only before a number, by their first scalar, longest first.
  private(set) var beforeNumbers: [Unicode.Scalar: [Form]] = [:]
  /// Abbreviations, by their first scalar, longest first.
  private(set) var words: [Unicode.Scalar: [Form]] = [:]
  /// Abbreviations before a name, by their first scalar, longest first.
  private(set) var titles: [Unicode.Scalar: [Form]] = [:]
  /// Units by their written form.
  private(set) var units: [String: Unit] = [:]
  /// The longest written form of a unit.
  private(set) var longestUnit = 0
  /// Months in order, by their written forms.
  private(set) var months: [String: Int] = [:]
  /// Their names in order.
  private(set) var monthNames: [String] = []
  /// Parts of a whole by their number.
  private(set) var fractions: [Int: Unit] = [:]
  /// The small words between numbers: `range`, `point`, `minus`, `times` and so on.
  private(set) var joints: [String: String] = [:]
  /// Nouns whose gender a number before them has to agree with.
  private(set) var genders: [String: Gender] = [:]

  /// Reads a table.
  init(_ text: String) {
    var heading: Substring = ""
    for line in text.split(separator: "\n") {
      let line = line.drop { $0 == " " }
      if line.hasPrefix("[") {
        heading = line.dropFirst().dropLast()
        continue
      }
      read(line, under: heading)
    }
    for key in words.keys { words[key]?.sort { $0.written.count > $1.written.count } }
    for key in titles.keys { titles[key]?.sort { $0.written.count > $1.written.count } }
    for key in beforeNumbers.keys {
      beforeNumbers[key]?.sort { $0.written.count > $1.written.count }
    }
  }

  private mutating func read(_ line: Substring, under heading: Substring) {
    switch heading {
    case "months": readMonths(line)
    case "feminine": readNouns(line, .feminine)
    case "masculine", "nouns": readNouns(line, .masculine)
    case "neuter": readNouns(line, .neuter)
    default: readRule(line, under: heading)
    }
  }

  private mutating func readRule(_ line: Substring, under heading: Substring) {
    // "= = equals" has its sign before the first " = ".
    guard let cut = line.dropFirst().firstRange(" = ") else { return }
    let said = String(line[cut.upperBound...])
    let forms = line[..<cut.lowerBound].parts
    let parts = said[...].parts
    for form in forms {
      let scalars = Array(form.unicodeScalars)
      guard let first = scalars.first else { continue }
      switch heading {
      case "signs": signs[first] = said
      case "before a number":
        beforeNumbers[first, default: []].append(Form(written: scalars, said: said))
      case "titles": titles[first, default: []].append(Form(written: scalars, said: said))
      case "units" where parts.count >= 2:
        units[form] = Unit(one: parts[0], many: parts[1], gender: Gender(parts.dropFirst(2).first))
        longestUnit = max(longestUnit, scalars.count)
      case "fractions" where parts.count == 2:
        if let number = Int(form) {
          fractions[number] = Unit(one: parts[0], many: parts[1], gender: .neuter)
        }
      case "joints": joints[form] = said
      default:
        words[first, default: []].append(Form(written: scalars, said: said))
        // At the beginning of a sentence it has a capital.
        let capital = String(first).uppercased().unicodeScalars
        if capital.count == 1, let upper = capital.first, upper != first {
          let form = Form(written: [upper] + scalars.dropFirst(), said: said)
          words[upper, default: []].append(form)
        }
      }
    }
  }

  private mutating func readMonths(_ line: Substring) {
    for group in line.split(separator: ";") {
      let names = group.parts
      guard let name = names.first else { continue }
      monthNames.append(name)
      for form in names { months[form] = monthNames.count }
    }
  }

  private mutating func readNouns(_ line: Substring, _ gender: Gender) {
    for noun in line.parts { genders[noun] = gender }
  }
}

extension Gender {
  /// As a table writes it.
  fileprivate init(_ letter: String?) {
    switch letter {
    case "f": self = .feminine
    case "n": self = .neuter
    case "alone": self = .alone
    default: self = .masculine
    }
  }
}

extension Substring {
  /// What is between commas, without spaces around it.
  fileprivate var parts: [String] {
    split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Where another text first stands in this one.
  fileprivate func firstRange(_ text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
