import CKindlySystemd
import Glibc

/// Gives a thread the priority that the kernel refuses to an ordinary user: RealtimeKit on the system
/// bus, as sound servers use it.
///
/// One thread, best one of its own: each call waits for the answer, for five seconds at most and longer
/// where the bus hangs. Where there is no such service, or it refuses, nothing is worse than before.
public struct RealtimeKit {
  private let bus: Bus

  /// Connects to the system bus; nil where there is none.
  public init?() {
    guard let bus = Bus(.system) else { return nil }
    self.bus = bus
  }

  /// Lets a thread of this process go before ordinary ones, at nice level −11; tells whether it may.
  public func putFirst(thread: Int32) -> Bool {
    ask("MakeThreadHighPriority", .uint64(UInt64(thread)), .int32(-11))
  }

  /// Gives a thread of this process real-time priority 10; tells whether it was given.
  ///
  /// RealtimeKit does so only for a process that the kernel stops when such a thread runs on and on:
  /// its limit is 200 ms. At half of that the thread goes back to an ordinary one.
  public func makeRealTime(thread: Int32) -> Bool {
    Watchdog.guard(thread)
    return ask("MakeThreadRealtime", .uint64(UInt64(thread)), .uint32(10))
  }

  private func ask(_ member: String, _ thread: Variant, _ level: Variant) -> Bool {
    let service = "org.freedesktop.RealtimeKit1"
    guard
      let call = bus.call(service, "/org/freedesktop/RealtimeKit1", service, member)
    else { return false }
    call.append(thread)
    call.append(level)
    return bus.answer(to: call) != nil
  }
}

/// What keeps a real-time thread that never rests from being the end of the program.
private enum Watchdog {
  /// The thread to make an ordinary one; read by a signal handler.
  nonisolated(unsafe) private static var watched: Int32 = 0

  static func `guard`(_ thread: Int32) {
    watched = thread
    signal(SIGXCPU) { _ in
      var ordinary = sched_param()
      sched_setscheduler(Watchdog.watched, SCHED_OTHER, &ordinary)
    }
    // In microseconds of running without rest.
    var limit = rlimit(rlim_cur: 100_000, rlim_max: 200_000)
    setrlimit(Int32(__RLIMIT_RTTIME.rawValue), &limit)
  }
}
