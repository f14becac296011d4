/// A moment in UTC as people write it.
struct CivilTime {
  var year: Int64
  var month: Int64
  var day: Int64
  var weekday: Int64
  var second: Int64

  /// The proleptic Gregorian date of a count of seconds: years run from March, so that the leap day
  /// comes last (the method of Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms").
  init(secondsSince1970 seconds: Int64) {
    let days = (seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400
    second = seconds - days * 86_400
    weekday = ((days + 4) % 7 + 7) % 7  // 1 January 1970 was a Thursday
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// As RSS wants it: `Fri, 01 May 2026 12:00:00 +0000` (RFC 5322).
  var mailDate: String {
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let time = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }
    return "\(days[Int(weekday)]), \(padded(day, 2)) \(months[Int(month) - 1]) \(padded(year, 4)) "
      + "\(time.joined(separator: ":")) +0000"
  }

  /// Noon of a day written `2026-05-01`; nil if it is not written so.
  static func noon(of date: String) -> Int64? {
    let parts = date.split(separator: "-", omittingEmptySubsequences: false).map { Int64($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return (era * 146_097 + dayOfEra - 719_468) * 86_400 + 43_200
  }
}
