import CKindlySystemd
import Glibc

/// A connection to a message bus, closed with itself. One thread.
///
/// Only `answer` waits for the bus. Everything else, connecting included, goes on in `process`, so that
/// a bus that hangs holds up nobody.
final class Bus {
  let pointer: OpaquePointer

  /// The two buses.
  enum Kind {
    case session
    case system
  }

  /// Begins to connect; nil where there is no such bus, which is an ordinary situation.
  init?(_ kind: Kind) {
    var pointer: OpaquePointer?
    let code =
      switch kind {
      case .session: sd_bus_open_user(&pointer)
      case .system: sd_bus_open_system(&pointer)
      }
    guard code >= 0, let pointer else { return nil }
    self.pointer = pointer
    sd_bus_set_method_call_timeout(pointer, 5_000_000)
  }

  deinit { sd_bus_close_unref(pointer) }

  /// The descriptor to poll, and the events to poll it for.
  var poll: pollfd {
    pollfd(fd: sd_bus_get_fd(pointer), events: Int16(sd_bus_get_events(pointer)), revents: 0)
  }

  /// Sends what waits and handles everything that has arrived. False when the bus is gone.
  func process() -> Bool {
    while true {
      let code = sd_bus_process(pointer, nil)
      if code <= 0 { return code == 0 }
    }
  }

  /// A method call to fill in.
  func call(_ service: String, _ path: String, _ interface: String, _ member: String) -> BusMessage?
  {
    var message: OpaquePointer?
    guard
      sd_bus_message_new_method_call(pointer, &message, service, path, interface, member) >= 0
    else { return nil }
    return message.map(BusMessage.init(owning:))
  }

  /// A signal to fill in.
  func signal(_ path: String, _ interface: String, _ member: String) -> BusMessage? {
    var message: OpaquePointer?
    guard sd_bus_message_new_signal(pointer, &message, path, interface, member) >= 0 else {
      return nil
    }
    return message.map(BusMessage.init(owning:))
  }

  /// Sends a call and waits for its answer, for five seconds at most; nil if it was refused.
  func answer(to message: BusMessage) -> BusMessage? {
    var reply: OpaquePointer?
    guard sd_bus_call(pointer, message.pointer, 0, nil, &reply) >= 0 else { return nil }
    return reply.map(BusMessage.init(owning:))
  }
}
