import Dispatch
import KindlyBase
import Synchronization

/// A short word on the listener's desktop, without a sound and gone by itself, after the Desktop
/// Notifications Specification, version 1.2.
public struct Notification: Sendable, Hashable {
  /// The line that is read first. Neither line is markup.
  public var summary: String
  /// What else there is to say.
  public var body: String

  /// Joins two lines.
  public init(summary: String, body: String) {
    self.summary = summary
    self.body = body
  }

  /// Shows it; false where nothing on the session bus shows notifications, or nothing answered in time.
  ///
  /// Any thread, which waits for so many seconds at most, even where the bus hangs.
  public func show(within seconds: Double = 2) -> Bool {
    let isDone = DispatchSemaphore(value: 0)
    let answer = Answer()
    DispatchQueue.global(qos: .userInitiated).async {
      if send() { answer.isGood.store(true, ordering: .releasing) }
      isDone.signal()
    }
    return isDone.wait(timeout: .now() + seconds) == .success
      && answer.isGood.load(ordering: .acquiring)
  }

  private final class Answer: Sendable {
    let isGood = Atomic(false)
  }

  private func send() -> Bool {
    let service = "org.freedesktop.Notifications"
    guard let bus = Bus(.session),
      let call = bus.call(service, "/org/freedesktop/Notifications", service, "Notify")
    else { return false }
    call.append(.string("Kindly"))
    // It takes the place of no other.
    call.append(.uint32(0))
    call.append(.string("kindly"))
    call.append(.string(visible(summary)))
    call.append(.string(Self.plain(visible(body))))
    call.append(.strings([]))
    call.append(
      .facts([
        Variant.Fact(name: "urgency", value: .byte(0)),
        Variant.Fact(name: "suppress-sound", value: .bool(true)),
        Variant.Fact(name: "transient", value: .bool(true)),
        Variant.Fact(name: "desktop-entry", value: .string("kindly")),
      ]))
    // Shown for as long as the desktop likes.
    call.append(.int32(-1))
    return bus.answer(to: call) != nil
  }

  /// A body may hold markup.
  private static func plain(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(character)
      }
    }.joined()
  }
}
