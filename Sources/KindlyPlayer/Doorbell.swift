import CKindlyALSA
import Glibc

/// Wakes a thread that waits: an eventfd. What was written before it rang is seen by whoever heard it.
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

  /// Whether it rang and nobody answered.
  var isRung: Bool { watch(0) }

  /// Waits until it rings, at most so many nanoseconds, nil for ever; leaves the answer to others.
  @discardableResult
  func watch(_ nanoseconds: Int64?) -> Bool {
    kindly_wait(descriptor, nanoseconds.map { max(0, $0) } ?? -1) > 0
  }

  /// Waits until it rings, at most so many nanoseconds, nil for ever; and answers.
  func wait(_ nanoseconds: Int64?) {
    if watch(nanoseconds) { answer() }
  }
}
