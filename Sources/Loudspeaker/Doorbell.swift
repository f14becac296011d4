import CALSA
import Glibc

/// Wakes a thread that waits: an eventfd.
final class Doorbell: Sendable {
  /// Becomes readable when rung.
  let descriptor: CInt

  init() { descriptor = kindly_doorbell() }

  deinit { close(descriptor) }

  /// Rings; any thread.
  func ring() {
    var one: UInt64 = 1
    write(descriptor, &one, 8)
  }

  /// Makes it silent again.
  func answer() {
    var count: UInt64 = 0
    read(descriptor, &count, 8)
  }

  /// Waits until it rings, at most so many nanoseconds; nil waits for ever.
  func wait(_ nanoseconds: Int64?) {
    var place = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // Rounded up to whole milliseconds: waking too early would only mean waiting once more.
    let limit = nanoseconds.map { CInt(clamping: (max(0, $0) + 999_999) / 1_000_000) } ?? -1
    if poll(&place, 1, limit) > 0 { answer() }
  }
}
