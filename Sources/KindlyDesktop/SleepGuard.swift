import CKindlySystemd
public import Glibc

/// Keeps the machine awake while a sitting plays, and tells before it sleeps all the same.
///
/// Speaks to logind on the system bus; where there is none, there is no guard and nobody misses it.
/// Control thread.
public final class SleepGuard {
  private let bus: Bus
  private var slot: OpaquePointer?
  /// Whether the machine is to stay awake.
  private var isHeld = false
  /// The locks that were asked for and not given yet, and those that were.
  private var asked: [OpaquePointer] = []
  private var locks: [Int32] = []
  fileprivate var sleeps: [Bool] = []

  /// Connects to logind; nil where it is not there.
  public init?() {
    guard let bus = Bus(.system) else { return nil }
    self.bus = bus
    let context = Unmanaged.passUnretained(self).toOpaque()
    let code = sd_bus_match_signal_async(
      bus.pointer, &slot, Self.service, Self.path, Self.interface, "PrepareForSleep", noteSleep,
      nil, context)
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

  /// Asks that idling and sleep be blocked, and for a moment to pause when sleep comes all the same.
  public func hold() {
    guard !isHeld else { return }
    isHeld = true
    ask("idle:sleep", "block")
    ask("sleep", "delay")
  }

  /// Lets the machine idle and sleep again.
  public func release() {
    isHeld = false
    // An answer nobody waits for any more is closed with its message.
    for slot in asked { sd_bus_slot_unref(slot) }
    for lock in locks { close(lock) }
    (asked, locks) = ([], [])
  }

  private func ask(_ what: String, _ mode: String) {
    guard let call = bus.call(Self.service, Self.path, Self.interface, "Inhibit") else { return }
    for text in [what, "Kindly", "A meditation is playing", mode] { call.append(.string(text)) }
    var slot: OpaquePointer?
    let context = Unmanaged.passUnretained(self).toOpaque()
    sd_bus_call_async(bus.pointer, &slot, call.pointer, noteLock, context, 0)
    if let slot { asked.append(slot) }
  }

  fileprivate func take(_ answer: BusMessage) {
    var descriptor: Int32 = -1
    guard sd_bus_message_read_basic(answer.pointer, CChar(UInt8(ascii: "h")), &descriptor) > 0
    else { return }
    // The message owns the descriptor; a copy of it outlives the message.
    let own = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    if own >= 0 { locks.append(own) }
  }

  private static let service = "org.freedesktop.login1"
  private static let path = "/org/freedesktop/login1"
  private static let interface = "org.freedesktop.login1.Manager"
}

private func noteLock(
  _ message: OpaquePointer?, _ context: UnsafeMutableRawPointer?,
  _ error: UnsafeMutablePointer<sd_bus_error>?
) -> Int32 {
  guard let message, let context else { return 0 }
  Unmanaged<SleepGuard>.fromOpaque(context).takeUnretainedValue().take(
    BusMessage(borrowing: message))
  return 0
}

private func noteSleep(
  _ message: OpaquePointer?, _ context: UnsafeMutableRawPointer?,
  _ error: UnsafeMutablePointer<sd_bus_error>?
) -> Int32 {
  guard let message, let context, let sleeps = BusMessage(borrowing: message).readBool() else {
    return 0
  }
  Unmanaged<SleepGuard>.fromOpaque(context).takeUnretainedValue().sleeps.append(sleeps)
  return 0
}
