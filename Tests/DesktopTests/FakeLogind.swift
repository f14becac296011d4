import CSystemd
import Foundation
import Synchronization
import Testing

/// A stand-in for logind on a test's own bus: notes what is inhibited and says when it sleeps.
final class FakeLogind: Sendable {
  private struct Facts {
    var locks: [String] = []
    var held: [Int32] = []
    var sleeps: [Bool] = []
    var isOver = false
    var isReady = false
  }

  private let facts = Mutex(Facts())

  /// Appears on the system bus that the environment names, on a thread of its own.
  init() throws {
    let thread = Thread { [self] in live() }
    thread.start()
    while !facts.withLock({ $0.isReady }) { sched_yield() }
  }

  /// Every lock that was asked for, as `what mode`.
  var locks: [String] { facts.withLock { $0.locks } }

  /// Tells that the machine is about to sleep, or has woken.
  func announce(sleep: Bool) { facts.withLock { $0.sleeps.append(sleep) } }

  /// Waits until every lock was given back.
  func waitForRelease() {
    var byte: UInt8 = 0
    for end in facts.withLock({ $0.held }) { _ = read(end, &byte, 1) }
  }

  /// Leaves the bus.
  func leave() { facts.withLock { $0.isOver = true } }

  private func live() {
    var bus: OpaquePointer?
    sd_bus_open_system(&bus)
    let context = Unmanaged.passUnretained(self).toOpaque()
    sd_bus_add_object(bus, nil, "/org/freedesktop/login1", answerLogind, context)
    sd_bus_request_name(bus, "org.freedesktop.login1", 0)
    facts.withLock { $0.isReady = true }
    while !facts.withLock({ $0.isOver }) {
      while sd_bus_process(bus, nil) > 0 {}
      for sleep in takeSleeps() { signal(bus, sleep) }
      sd_bus_wait(bus, 10_000)
    }
    sd_bus_flush_close_unref(bus)
  }

  private func takeSleeps() -> [Bool] {
    facts.withLock { facts in
      defer { facts.sleeps = [] }
      return facts.sleeps
    }
  }

  private func signal(_ bus: OpaquePointer?, _ sleep: Bool) {
    var message: OpaquePointer?
    sd_bus_message_new_signal(
      bus, &message, "/org/freedesktop/login1", "org.freedesktop.login1.Manager",
      "PrepareForSleep")
    var word: Int32 = sleep ? 1 : 0
    sd_bus_message_append_basic(message, CChar(UInt8(ascii: "b")), &word)
    sd_bus_send(bus, message, nil)
    sd_bus_message_unref(message)
  }

  /// Answers `Inhibit` with the writing end of a pipe, whose closing shows that it was given back.
  fileprivate func inhibit(_ message: OpaquePointer) -> Int32 {
    let words = (0..<4).map { _ in
      var text: UnsafePointer<CChar>?
      sd_bus_message_read_basic(message, CChar(UInt8(ascii: "s")), &text)
      return text.map { String(cString: $0) } ?? ""
    }
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    var reply: OpaquePointer?
    sd_bus_message_new_method_return(message, &reply)
    sd_bus_message_append_basic(reply, CChar(UInt8(ascii: "h")), &ends[1])
    sd_bus_send(nil, reply, nil)
    sd_bus_message_unref(reply)
    close(ends[1])
    facts.withLock { facts in
      facts.locks.append("\(words[0]) \(words[3])")
      facts.held.append(ends[0])
    }
    return 1
  }
}

private func answerLogind(
  _ message: OpaquePointer?, _ context: UnsafeMutableRawPointer?,
  _ error: UnsafeMutablePointer<sd_bus_error>?
) -> Int32 {
  guard let message, let context, let member = sd_bus_message_get_member(message),
    String(cString: member) == "Inhibit"
  else { return 0 }
  return Unmanaged<FakeLogind>.fromOpaque(context).takeUnretainedValue().inhibit(message)
}
