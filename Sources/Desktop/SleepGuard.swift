import CSystemd
public import Glibc

/// Keeps the machine awake while a sitting plays, and tells before it sleeps all the same.
///
/// Speaks to logind on the system bus; where there is none, there is no guard and nobody misses it.
/// Control thread.
public final class SleepGuard {
  private let bus: Bus
  private var slot: OpaquePointer?
  private var locks: [Int32] = []
  fileprivate var sleeps: [Bool] = []

  /// Connects to logind; nil where it is not there.
  public init?() {
    guard let bus = Bus(.system) else { return nil }
    self.bus = bus
    let context = Unmanaged.passUnretained(self).toOpaque()
    let code = sd_bus_match_signal(
      bus.pointer, &slot, Self.service, Self.path, Self.interface, "PrepareForSleep", noteSleep,
      context)
    guard code >= 0 else { return nil }
  }

  deinit {
    release()
    sd_bus_slot_unref(slot)
  }

  /// What to wait for.
  public var poll: pollfd { bus.poll }

  /// Whether the machine is about to sleep (true) or has woken (false), in order; nil when the bus
  /// is gone.
  public func process() -> [Bool]? {
    guard bus.process() else { return nil }
    defer { sleeps = [] }
    return sleeps
  }

  /// Blocks idling and sleep, and asks for a moment to pause when sleep comes all the same.
  public func hold() {
    guard locks.isEmpty else { return }
    locks = [("idle:sleep", "block"), ("sleep", "delay")].compactMap { lock($0.0, $0.1) }
  }

  /// Lets the machine idle and sleep again.
  public func release() {
    for lock in locks { close(lock) }
    locks = []
  }

  private func lock(_ what: String, _ mode: String) -> Int32? {
    guard let call = bus.call(Self.service, Self.path, Self.interface, "Inhibit") else {
      return nil
    }
    for text in [what, "Kindly", "Somebody is meditating", mode] { call.append(.string(text)) }
    var descriptor: Int32 = -1
    guard let reply = bus.answer(to: call),
      sd_bus_message_read_basic(reply.pointer, CChar(UInt8(ascii: "h")), &descriptor) > 0
    else { return nil }
    // The message owns the descriptor; a copy of it outlives the message.
    let own = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    return own >= 0 ? own : nil
  }

  private static let service = "org.freedesktop.login1"
  private static let path = "/org/freedesktop/login1"
  private static let interface = "org.freedesktop.login1.Manager"
}

private func noteSleep(
  _ message: OpaquePointer?, _ context: UnsafeMutableRawPointer?,
  _ error: UnsafeMutablePointer<sd_bus_error>?
) -> Int32 {
  guard let message, let context, let sleeps = Message(borrowing: message).readBool() else {
    return 0
  }
  Unmanaged<SleepGuard>.fromOpaque(context).takeUnretainedValue().sleeps.append(sleeps)
  return 0
}
