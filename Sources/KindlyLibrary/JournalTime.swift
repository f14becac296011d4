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
    var room = [CChar](repeating: 0, count: 64)
    strftime(&room, room.count, "%Y-%m-%dT%H:%M:%S", &parts)
    let offset = parts.tm_gmtoff / 60
    let sign = offset < 0 ? "-" : "+"
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return String(decoding: room.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      + sign + two(abs(offset) / 60) + ":" + two(abs(offset) % 60)
  }

  /// The date of a moment: `2026-11-23`.
  public static func date(_ moment: String) -> String { String(moment.prefix(10)) }

  /// The time of day of a moment: `20:58`.
  public static func clock(_ moment: String) -> String { String(moment.dropFirst(11).prefix(5)) }
}
