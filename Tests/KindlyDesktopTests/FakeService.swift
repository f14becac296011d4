import CKindlySystemd
import Foundation
import Synchronization

/// A stand-in for a service of the system bus, on the bus that the environment names and on a thread
/// of its own.
final class FakeService: Sendable {
  private struct Facts {
    var errands: [@Sendable (OpaquePointer?) -> Void] = []
    var isOver = false
    var isReady = false
  }

  private let facts = Mutex(Facts())
  private let answer: @Sendable (_ member: String, _ call: OpaquePointer) -> Void

  /// Appears under a name; each call is answered by `answer`.
  init(
    _ name: String, at path: String,
    answer: @escaping @Sendable (_ member: String, _ call: OpaquePointer) -> Void
  ) {
    self.answer = answer
    Thread { [self] in live(name, path) }.start()
    while !facts.withLock({ $0.isReady }) { sched_yield() }
  }

  /// Does something on the service's own thread, with its connection.
  func post(_ errand: @escaping @Sendable (OpaquePointer?) -> Void) {
    facts.withLock { $0.errands.append(errand) }
  }

  /// Leaves the bus.
  func leave() { facts.withLock { $0.isOver = true } }

  private func live(_ name: String, _ path: String) {
    var bus: OpaquePointer?
    sd_bus_open_system(&bus)
    sd_bus_add_object(bus, nil, path, answerService, Unmanaged.passUnretained(self).toOpaque())
    sd_bus_request_name(bus, name, 0)
    facts.withLock { $0.isReady = true }
    while !facts.withLock({ $0.isOver }) {
      while sd_bus_process(bus, nil) > 0 {}
      for errand in takeErrands() { errand(bus) }
      sd_bus_wait(bus, 10_000)
    }
    sd_bus_flush_close_unref(bus)
  }

  private func takeErrands() -> [@Sendable (OpaquePointer?) -> Void] {
    facts.withLock { facts in
      defer { facts.errands = [] }
      return facts.errands
    }
  }

  fileprivate func take(_ call: OpaquePointer) -> Int32 {
    guard let member = sd_bus_message_get_member(call) else { return 0 }
    answer(String(cString: member), call)
    return 1
  }
}

private func answerService(
  _ message: OpaquePointer?, _ context: UnsafeMutableRawPointer?,
  _ error: UnsafeMutablePointer<sd_bus_error>?
) -> Int32 {
  guard let message, let context else { return 0 }
  return Unmanaged<FakeService>.fromOpaque(context).takeUnretainedValue().take(message)
}
