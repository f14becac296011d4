import Glibc

/// One end of a socket pair that carries messages: four bytes of length, then so many bytes.
/// Owns the descriptor.
struct Connection: ~Copyable {
  let descriptor: Int32

  /// A message of this size or more is a mistake or an attack, not speech.
  static let mostBytes = 64 << 20

  enum Trouble: Error {
    case closed
    case tooLate
  }

  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Sends a message; a dead reader is an error, not a signal.
  func send(_ message: [UInt8]) throws(Trouble) {
    var framed = WireWriter()
    framed.put(Int32(message.count))
    try send(plain: framed.bytes)
    try send(plain: message)
  }

  /// Sends bytes without a length before them.
  func send(plain bytes: [UInt8]) throws(Trouble) {
    guard bytes.withUnsafeBytes({ sendAll($0) }) else { throw .closed }
  }

  /// Sends plain memory as it is; the length of the whole message goes before.
  func send(plain bytes: UnsafeRawBufferPointer) throws(Trouble) {
    guard sendAll(bytes) else { throw .closed }
  }

  private func sendAll(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let sent = Glibc.send(
        descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset,
        Int32(MSG_NOSIGNAL))
      if sent < 0, errno == EINTR { continue }
      guard sent > 0 else { return false }
      offset += sent
    }
    return true
  }

  /// The next message; waits for it at most `milliseconds` (-1: for ever).
  func receive(within milliseconds: Int) throws(Trouble) -> [UInt8] {
    let deadline = milliseconds < 0 ? nil : Monotonic.milliseconds() + milliseconds
    let head = try read(4, until: deadline)
    let length = head.withUnsafeBytes { $0.loadUnaligned(as: Int32.self) }
    guard length >= 0, length < Self.mostBytes else { throw .closed }
    return try read(Int(length), until: deadline)
  }

  /// The next message of a worker; waits while it has patience with that process.
  func receive(from process: pid_t, within patience: Patience) throws(Trouble) -> [UInt8] {
    let start = (processor: processorTime(of: process), clock: Monotonic.milliseconds())
    while true {
      let clock = patience.clock - (Monotonic.milliseconds() - start.clock)
      let processor = patience.processor - (processorTime(of: process) - start.processor)
      guard clock > 0, processor > 0 else { throw .tooLate }
      do {
        // It can't have used up its time before so much has passed by the clock.
        try wait(until: Monotonic.milliseconds() + min(clock, max(processor, 10)))
      } catch {
        if error == .tooLate { continue }
        throw error
      }
      return try receive(within: clock)
    }
  }

  private func read(_ count: Int, until deadline: Int?) throws(Trouble) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      try wait(until: deadline)
      let missing = count - bytes.count
      let chunk = [UInt8](unsafeUninitializedCapacity: missing) { memory, filled in
        filled = max(0, recv(descriptor, memory.baseAddress, missing, 0))
      }
      guard !chunk.isEmpty else { throw .closed }
      bytes += chunk
    }
    return bytes
  }

  private func wait(until deadline: Int?) throws(Trouble) {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      let left = deadline.map { max(0, $0 - Monotonic.milliseconds()) } ?? -1
      let ready = poll(&watched, 1, Int32(left))
      if ready > 0 { return }
      if ready == 0 { throw .tooLate }
      guard errno == EINTR else { throw .closed }
    }
  }
}

/// The clock that only runs forward.
enum Monotonic {
  static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
