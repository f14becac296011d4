import Glibc
import KindlyTimeline

/// When a sitting begins: now, after a while, or at a time of day.
///
/// Seconds of the wall clock for a time of day, so that it is right after a sleep of the machine;
/// of the running clock for a delay.
struct Beginning {
  private let clock: clockid_t
  private let moment: Double

  /// Begins `delay` from now.
  init(after delay: Frames) {
    clock = CLOCK_BOOTTIME
    moment = Self.now(CLOCK_BOOTTIME) + delay.seconds
  }

  /// Begins at the next `06:30` of the local day.
  init(at wanted: TimeOfDay) {
    var now = time(nil)
    var day = tm()
    localtime_r(&now, &day)
    (day.tm_hour, day.tm_min, day.tm_sec, day.tm_isdst) = (wanted.hour, wanted.minute, 0, -1)
    var begin = mktime(&day)
    if begin <= now {
      day.tm_mday += 1
      day.tm_isdst = -1
      begin = mktime(&day)
    }
    clock = CLOCK_REALTIME
    moment = Double(begin)
  }

  /// How long it still is; zero when it is time.
  var left: Frames { Frames(seconds: max(0, moment - Self.now(clock))) }

  private static func now(_ clock: clockid_t) -> Double {
    var now = timespec()
    clock_gettime(clock, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
