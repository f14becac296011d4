/// Bytes as sound files have them: little-endian numbers, four-letter names, text.
struct Bytes {
  var all: [UInt8] = []

  mutating func name(_ name: StaticString) {
    all.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  mutating func little<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { all.append(contentsOf: $0) }
  }

  mutating func big<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.bigEndian) { all.append(contentsOf: $0) }
  }

  mutating func text(_ text: String) { all.append(contentsOf: text.utf8) }

  /// A RIFF chunk: name, length, content, and a byte to an even length.
  mutating func chunk(_ name: StaticString, _ content: [UInt8]) {
    self.name(name)
    little(UInt32(content.count))
    all.append(contentsOf: content)
    if content.count % 2 == 1 { all.append(0) }
  }
}
