import Glibc

/// A moment as the journal writes it: local time with its offset, to the second.
public enum JournalTime {
  /// Now, in the listener's time zone.
  public static func now() -> String { text(of: nowInSeconds) }

  /// Seconds of the system's clock since 1970.
  public static var nowInSeconds: Int64 { Int64(time(nil)) }

  /// Seconds of the system's clock since 1970, in the listener's time zone: `2026-11-23T20:58:56+01:00`.
  public static func text(of moment: Int64) -> String {
    var moment = time_t(moment)
    var parts = tm()
    guard localtime_r(&moment, &parts) != nil else { return "1970-01-01T00:00:00+00:00" }
    return text(
      Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday), Int(parts.tm_hour),
      Int(parts.tm_min), min(Int(parts.tm_sec), 59), offset: parts.tm_gmtoff)
  }

  /// A moment of the calendar with its offset in seconds: `2026-11-23T20:58:56+01:00`.
  static func text(
    _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int, offset: Int
  ) -> String {
    func digits(_ number: Int, _ count: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
    let minutes = abs(offset) / 60
    return "\(digits(year, 4))-\(digits(month))-\(digits(day))T\(digits(hour)):\(digits(minute))"
      + ":\(digits(second))\(offset < 0 ? "-" : "+")\(digits(minutes / 60)):\(digits(minutes % 60))"
  }

  /// The date of a moment: `2026-11-23`.
  public static func date(_ moment: String) -> String { String(moment.prefix(10)) }

  /// The time of day of a moment: `20:58`.
  public static func clock(_ moment: String) -> String { String(moment.dropFirst(11).prefix(5)) }
}
