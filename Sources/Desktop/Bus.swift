import CSystemd
import Glibc

/// A connection to a message bus, closed with itself. Control thread.
final class Bus {
  let pointer: OpaquePointer

  /// The two buses.
  enum Kind {
    case session
    case system
  }

  /// Connects; nil where there is no such bus, which is an ordinary situation.
  init?(_ kind: Kind) {
    var pointer: OpaquePointer?
    let code =
      switch kind {
      case .session: sd_bus_open_user(&pointer)
      case .system: sd_bus_open_system(&pointer)
      }
    guard code >= 0, let pointer else { return nil }
    self.pointer = pointer
    // A bus that hangs must not hold up a sitting.
    sd_bus_set_method_call_timeout(pointer, 5_000_000)
  }

  deinit { sd_bus_flush_close_unref(pointer) }

  /// The descriptor to poll, and the events to poll it for.
  var poll: pollfd {
    pollfd(fd: sd_bus_get_fd(pointer), events: Int16(sd_bus_get_events(pointer)), revents: 0)
  }

  /// Handles everything that has arrived. False when the bus is gone.
  func process() -> Bool {
    while true {
      let code = sd_bus_process(pointer, nil)
      if code < 0 { return false }
      if code == 0 {
        sd_bus_flush(pointer)
        return true
      }
    }
  }

  /// A method call to fill in.
  func call(_ service: String, _ path: String, _ interface: String, _ member: String) -> Message? {
    var message: OpaquePointer?
    guard
      sd_bus_message_new_method_call(pointer, &message, service, path, interface, member) >= 0
    else { return nil }
    return message.map(Message.init(owning:))
  }

  /// A signal to fill in.
  func signal(_ path: String, _ interface: String, _ member: String) -> Message? {
    var message: OpaquePointer?
    guard sd_bus_message_new_signal(pointer, &message, path, interface, member) >= 0 else {
      return nil
    }
    return message.map(Message.init(owning:))
  }

  /// Sends a call and waits for its answer, for five seconds at most; nil if it was refused.
  func answer(to message: Message) -> Message? {
    var reply: OpaquePointer?
    guard sd_bus_call(pointer, message.pointer, 0, nil, &reply) >= 0 else { return nil }
    return reply.map(Message.init(owning:))
  }
}
