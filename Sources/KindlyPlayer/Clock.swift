import Glibc

/// The clocks of a player: never the time of day, which may jump.
enum Clock {
  /// Nanoseconds since some moment; stands still while the machine sleeps.
  static func now() -> Int64 { read(CLOCK_MONOTONIC) }

  /// How long the machine has slept since some moment, in nanoseconds.
  static func slept() -> Int64 { read(CLOCK_BOOTTIME) - read(CLOCK_MONOTONIC) }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
