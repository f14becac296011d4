import Glibc

/// A moment as people and other programs write it: `2026-11-20T07:00`, `20.11.2026 7:00`,
/// `11/20/2026 7:00 AM`, with or without seconds, with or without an offset such as `+01:00` or `Z`.
struct WrittenMoment {
  private var year = 0
  private var month = 0
  private var day = 0
  private var hour = 0
  private var minute = 0
  private var second = 0
  /// Seconds east of Greenwich; nil where it is the listener's own time.
  private var offset: Int?
  /// Whether a time of day was written.
  private(set) var hasTime = false

  /// Which of two numbers is the day where a date does not tell.
  enum DateOrder {
    case dayFirst
    case monthFirst
  }

  /// Reads a moment.
  /// - Parameter order: what `3/4/2026` means; such dates can't be read without.
  init?(_ text: String, order: DateOrder? = nil) {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let end = text.firstIndex { $0 == "T" || $0 == " " || $0 == "," } ?? text.endIndex
    guard readDate(text[..<end], order) else { return nil }
    let time = text[end...].drop { $0 == "T" || $0 == " " || $0 == "," }
    if !time.isEmpty {
      guard readTime(time) else { return nil }
      hasTime = true
    }
    guard (1...12).contains(month), day >= 1, day <= Self.days(of: month, in: year),
      (1900...9999).contains(year), (0..<24).contains(hour), (0..<60).contains(minute),
      (0...60).contains(second)
    else { return nil }
  }

  /// The moment as the journal writes it, in its own offset or the listener's; nil where the system can't
  /// tell.
  var journalText: String? {
    if let offset {
      return JournalTime.text(
        year, month, day, hour, minute, min(second, 59), offset: offset)
    }
    var parts = tm()
    parts.tm_year = Int32(year - 1900)
    parts.tm_mon = Int32(month - 1)
    parts.tm_mday = Int32(day)
    parts.tm_hour = Int32(hour)
    parts.tm_min = Int32(minute)
    parts.tm_sec = Int32(min(second, 59))
    parts.tm_isdst = -1
    let moment = mktime(&parts)
    guard moment != -1 else { return nil }
    return JournalTime.text(of: Int64(moment))
  }

  /// Whether a date such as `3/4/2026` is in the text, and what its first two numbers are.
  static func doubtfulDate(_ text: String) -> (Int, Int)? {
    let date = text.prefix { $0 != "T" && $0 != " " && $0 != "," }
    guard let (numbers, separator) = numbers(date), separator != ".", date.first != nil,
      numbers[0].text.count <= 2
    else { return nil }
    return (numbers[0].value, numbers[1].value)
  }

  private mutating func readDate(_ text: Substring, _ order: DateOrder?) -> Bool {
    guard let (numbers, separator) = Self.numbers(text) else { return false }
    let values = numbers.map(\.value)
    if numbers[0].text.count == 4 {
      (year, month, day) = (values[0], values[1], values[2])
    } else if numbers[2].text.count == 4, separator == "." || order == .dayFirst {
      (day, month, year) = (values[0], values[1], values[2])
    } else if numbers[2].text.count == 4, order == .monthFirst {
      (month, day, year) = (values[0], values[1], values[2])
    } else {
      return false
    }
    return true
  }

  private static func numbers(
    _ text: Substring
  ) -> (numbers: [(text: Substring, value: Int)], separator: Character)? {
    guard let separator = text.first(where: { !$0.isNumber }), "-/.".contains(separator) else {
      return nil
    }
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    var numbers: [(text: Substring, value: Int)] = []
    for part in parts {
      if let value = number(part) { numbers.append((part, value)) }
    }
    return parts.count == 3 && numbers.count == 3 ? (numbers, separator) : nil
  }

  /// `07:00`, `7:00:30 AM`, `07:00:30.123+01:00`.
  private mutating func readTime(_ text: Substring) -> Bool {
    var rest = text
    if rest.last == "Z" || rest.last == "z" {
      offset = 0
      rest = rest.dropLast()
    } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let digits = rest[rest.index(after: sign)...].split(separator: ":").joined()
      guard digits.count == 4, let number = Self.number(digits[...]), number % 100 < 60,
        number <= 1800
      else { return false }
      offset = (number / 100 * 3600 + number % 100 * 60) * (rest[sign] == "-" ? -1 : 1)
      rest = rest[..<sign]
    }
    while rest.last == " " { rest = rest.dropLast() }
    let half = rest.suffix(2).lowercased()
    let isHalved = half == "am" || half == "pm"
    if isHalved { rest = rest.dropLast(2) }
    while rest.last == " " { rest = rest.dropLast() }
    // Fractions of a second are left out.
    let whole = rest.prefix { $0 != "." && $0 != "," }
    let parts = whole.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.count <= 2 ? Self.number($0) : nil }
    guard (2...3).contains(parts.count), numbers.count == parts.count else { return false }
    hour = numbers[0]
    (minute, second) = (numbers[1], numbers.count > 2 ? numbers[2] : 0)
    guard isHalved else { return true }
    guard (1...12).contains(hour) else { return false }
    hour = hour % 12 + (half == "pm" ? 12 : 0)
    return true
  }

  private static func number(_ text: Substring) -> Int? {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }

  private static func days(of month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

extension JournalTime {
  /// The moment that a person wrote, such as `2026-11-20T07:00`, as the journal writes it; nil if it is
  /// none, or has no time of day.
  public static func moment(_ text: String) -> String? {
    guard let moment = WrittenMoment(text), moment.hasTime else { return nil }
    return moment.journalText
  }

  /// Seconds since 1970 of a moment as the journal writes it; nil if it is none.
  public static func seconds(of moment: String) -> Int64? {
    let utf8 = Array(moment.utf8)
    guard utf8.count == 25, utf8[10] == UInt8(ascii: "T") else { return nil }
    func number(_ range: Range<Int>) -> Int64? {
      let digits = utf8[range]
      guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      let hours = number(20..<22), let minutes = number(23..<25)
    else { return nil }
    let offset = (hours * 3600 + minutes * 60) * (utf8[19] == UInt8(ascii: "-") ? -1 : 1)
    return days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset
  }

  /// Days since 1970 of a date of the Gregorian calendar, after H. Hinnant, "chrono-Compatible Low-Level
  /// Date Algorithms", `days_from_civil`.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }
}
