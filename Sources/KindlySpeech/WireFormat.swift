/// Numbers and texts as bytes between the program and its worker: the same program at both ends, so
/// numbers go in the machine's own order.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ value: Int32) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ value: Int64) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  mutating func put(plain values: [UInt8]) { bytes += values }

  mutating func put(_ value: Double) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ text: String) {
    put(Int32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }
}

/// Reads what `WireWriter` wrote; nil where the bytes end early.
struct WireReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func number() -> Int32? {
    guard bytes.count - offset >= 4 else { return nil }
    defer { offset += 4 }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Int32.self) }
  }

  mutating func text() -> String? {
    guard let count = number(), count >= 0, bytes.count - offset >= Int(count) else { return nil }
    defer { offset += Int(count) }
    return String(decoding: bytes[offset..<(offset + Int(count))], as: UTF8.self)
  }

  /// `count` values that are plain memory.
  mutating func array<Value: BitwiseCopyable>(_ count: Int, of: Value.Type) -> [Value]? {
    let size = MemoryLayout<Value>.stride
    guard count >= 0, (bytes.count - offset) / size >= count else { return nil }
    defer { offset += count * size }
    return [Value](unsafeUninitializedCapacity: count) { values, filled in
      bytes.withUnsafeBytes { memory in
        UnsafeMutableRawBufferPointer(values)
          .copyMemory(
            from: UnsafeRawBufferPointer(rebasing: memory[offset..<(offset + count * size)]))
      }
      filled = count
    }
  }
}
