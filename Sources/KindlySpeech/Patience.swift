import Glibc

/// How long a worker may take for a text.
///
/// What counts is the processor time it was given: on a busy machine it may wait long for a little of it.
/// The time by the clock is for one that hangs without working.
public struct Patience: Sendable, Hashable {
  /// Processor time in milliseconds.
  public var processor: Int
  /// Time by the clock in milliseconds.
  public var clock: Int

  /// Joins both; without a time by the clock, six times as much as of the processor.
  public init(processor: Int, clock: Int? = nil) {
    self.processor = processor
    self.clock = clock ?? 6 * processor
  }

  /// A text takes 4 ms.
  public static let usual = Patience(processor: 20_000)
}

/// The processor time that a process has had, all its threads together, in milliseconds; 0 where it has
/// ended.
func processorTime(of process: pid_t) -> Int {
  var clock: clockid_t = 0
  var time = timespec()
  guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else {
    return 0
  }
  return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}
