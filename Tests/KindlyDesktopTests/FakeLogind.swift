import CKindlySystemd
import Foundation
import Synchronization

/// A stand-in for logind: notes what is inhibited and says when it sleeps.
final class FakeLogind: Sendable {
  private let ledger: Ledger
  private let service: FakeService

  /// Appears on the system bus that the environment names.
  init() {
    let ledger = Ledger()
    self.ledger = ledger
    service = FakeService("org.freedesktop.login1", at: "/org/freedesktop/login1") { member, call in
      if member == "Inhibit" { ledger.inhibit(call) }
    }
  }

  /// Every lock that was asked for, as `what mode`.
  var locks: [String] { ledger.facts.withLock { $0.locks } }

  /// Tells that the machine is about to sleep, or has woken.
  func announce(sleep: Bool) {
    service.post { bus in
      var message: OpaquePointer?
      sd_bus_message_new_signal(
        bus, &message, "/org/freedesktop/login1", "org.freedesktop.login1.Manager",
        "PrepareForSleep")
      var word: Int32 = sleep ? 1 : 0
      sd_bus_message_append_basic(message, CChar(UInt8(ascii: "b")), &word)
      sd_bus_send(bus, message, nil)
      sd_bus_message_unref(message)
    }
  }

  /// Whether every lock was given back.
  var isReleased: Bool {
    ledger.facts.withLock { $0.held }.allSatisfy { end in
      var end = pollfd(fd: end, events: 0, revents: 0)
      return poll(&end, 1, 0) == 1 && end.revents & Int16(POLLHUP) != 0
    }
  }

  /// Leaves the bus.
  func leave() { service.leave() }
}

/// What a fake logind was asked.
private final class Ledger: Sendable {
  struct Facts {
    var locks: [String] = []
    var held: [Int32] = []
  }

  let facts = Mutex(Facts())

  /// Answers with the writing end of a pipe, whose closing shows that the lock was given back.
  func inhibit(_ message: OpaquePointer) {
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
  }
}
