/// Reads one JSON value (RFC 8259) from bytes, in one pass.
public struct JSONReader {
  private var rest: ArraySlice<UInt8>
  private var depth = 0

  /// Values inside one another, at most; nobody nests a journal.
  private static let deepest = 32

  /// The value that the bytes are; nil if they are none, or more than one.
  public static func value(_ bytes: ArraySlice<UInt8>) -> JSON? {
    var reader = JSONReader(rest: bytes)
    guard let value = reader.value() else { return nil }
    reader.skipSpace()
    return reader.rest.isEmpty ? value : nil
  }

  private init(rest: ArraySlice<UInt8>) { self.rest = rest }

  private mutating func value() -> JSON? {
    skipSpace()
    switch rest.first {
    case UInt8(ascii: "{"): return nested { $0.object() }
    case UInt8(ascii: "["): return nested { $0.array() }
    case UInt8(ascii: "\""): return string().map(JSON.string)
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func nested(_ read: (inout JSONReader) -> JSON?) -> JSON? {
    guard depth < Self.deepest else { return nil }
    depth += 1
    defer { depth -= 1 }
    rest.removeFirst()
    return read(&self)
  }

  private mutating func object() -> JSON? {
    var members: [(String, JSON)] = []
    skipSpace()
    if take("}") { return .object([]) }
    repeat {
      skipSpace()
      guard let name = string() else { return nil }
      skipSpace()
      guard take(":"), let value = value() else { return nil }
      members.append((name, value))
      skipSpace()
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func array() -> JSON? {
    var values: [JSON] = []
    skipSpace()
    if take("]") { return .array([]) }
    repeat {
      guard let value = value() else { return nil }
      values.append(value)
      skipSpace()
    } while take(",")
    return take("]") ? .array(values) : nil
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var out: [UInt8] = []
    while let end = rest.firstIndex(where: { $0 == 0x22 || $0 == 0x5c || $0 < 0x20 }) {
      out += rest[..<end]
      let mark = rest[end]
      rest = rest[(end + 1)...]
      if mark == 0x22 {
        return String(validating: out, as: UTF8.self)
      }
      guard mark == 0x5c, let scalar = escaped() else { return nil }
      out += Array(String(Character(scalar)).utf8)
    }
    return nil
  }

  /// What follows a backslash.
  private mutating func escaped() -> Unicode.Scalar? {
    guard let mark = rest.popFirst() else { return nil }
    switch mark {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(mark)
    case UInt8(ascii: "u"): break
    default: return nil
    }
    guard let high = unit() else { return nil }
    guard (0xd800..<0xdc00).contains(high) else { return Unicode.Scalar(high) }
    guard take("\\"), take("u"), let low = unit(), (0xdc00..<0xe000).contains(low) else {
      return nil
    }
    return Unicode.Scalar(0x10000 + (high - 0xd800) << 10 + (low - 0xdc00))
  }

  private mutating func unit() -> UInt32? {
    guard rest.count >= 4 else { return nil }
    let digits = rest.prefix(4)
    rest = rest.dropFirst(4)
    return digits.contains(UInt8(ascii: "+")) || digits.contains(UInt8(ascii: "-"))
      ? nil : UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func number() -> JSON? {
    let digits = rest.prefix { byte in
      (0x30...0x39).contains(byte) || [0x2b, 0x2d, 0x2e, 0x45, 0x65].contains(byte)
    }
    rest = rest.dropFirst(digits.count)
    let text = String(decoding: digits, as: UTF8.self)
    if text.first == "+" || text.isEmpty { return nil }
    if let whole = Int64(text) { return .int(whole) }
    return Double(text).map(JSON.number)
  }

  private mutating func word(_ word: StaticString, _ value: JSON) -> JSON? {
    let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard rest.starts(with: bytes) else { return nil }
    rest = rest.dropFirst(bytes.count)
    return value
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func skipSpace() {
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0a || $0 == 0x0d }
  }
}
