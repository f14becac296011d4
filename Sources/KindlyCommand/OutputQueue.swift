import Dispatch
import Glibc
import Synchronization

/// Writes to a descriptor on a thread of its own, so that a reader who does not read, a full pipe or a
/// stopped terminal keeps nobody from a signal, a place or a bell.
///
/// What waits is bounded: whatever comes when it is full is counted and left out, and the count is told
/// as soon as there is room. Any thread.
final class OutputQueue: Sendable {
  private let descriptor: Int32
  private let most: Int
  private let words: @Sendable (Int) -> String
  private let state = Mutex(State())
  private let thread = DispatchQueue(label: "output")

  private struct State {
    var waiting: [UInt8] = []
    var isWriting = false
    var lost = 0
    var problem: Int32 = 0

    /// Puts in place what is said about texts that were left out.
    mutating func mention(_ words: (Int) -> String) {
      guard lost > 0 else { return }
      waiting += words(lost).utf8
      lost = 0
    }
  }

  /// An empty queue; a thread of its own writes as long as something waits.
  /// - Parameters:
  ///   - descriptor: where it writes, waiting as long as that takes.
  ///   - most: bytes that may wait.
  ///   - words: what is written in place of so many texts that were left out.
  init(_ descriptor: Int32, most: Int = 1 << 18, lost words: @escaping @Sendable (Int) -> String) {
    self.descriptor = descriptor
    self.most = most
    self.words = words
  }

  /// Whether nothing waits: a picture is drawn only then.
  var isIdle: Bool { state.withLock { !$0.isWriting && $0.waiting.isEmpty } }

  /// The error number with which writing ended for good; 0 as long as it goes on.
  var problem: Int32 { state.withLock { $0.problem } }

  /// Takes a text to be written; never waits.
  func send(_ text: String) {
    let mustStart = state.withLock { state in
      guard state.problem == 0 else { return false }
      guard state.waiting.count + text.utf8.count <= most else {
        state.lost += 1
        return false
      }
      state.mention(words)
      state.waiting += text.utf8
      defer { state.isWriting = true }
      return !state.isWriting
    }
    if mustStart { thread.async { [self] in drain() } }
  }

  /// Waits until everything is written, so many seconds at most.
  func flush(within seconds: Double) {
    var left = Int(seconds * 1000)
    while left > 0, !isIdle, problem == 0 {
      usleep(2000)
      left -= 2
    }
  }

  private func drain() {
    while true {
      let bytes = state.withLock { state -> [UInt8] in
        if state.waiting.isEmpty { state.mention(words) }
        defer { state.waiting = [] }
        if state.waiting.isEmpty { state.isWriting = false }
        return state.waiting
      }
      guard !bytes.isEmpty else { return }
      let code = bytes.withUnsafeBytes { Self.write($0, to: descriptor) }
      guard code == 0 else {
        state.withLock {
          $0.problem = code
          $0.waiting = []
          $0.isWriting = false
        }
        return
      }
    }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      let sent = Glibc.write(descriptor, base, rest.count)
      if sent >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[sent...])
      } else if errno == EAGAIN {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
