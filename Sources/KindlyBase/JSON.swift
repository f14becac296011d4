/// A JSON value that is written with its keys in the order given.
///
/// The one JSON writer of the program: `timeline --json`, `check --json` and the player's events
/// all come from here, and nobody needs Foundation for it.
public enum JSON: Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case int(Int64)
  /// A number; written in the shortest form that reads back the same. Not finite becomes `null`.
  case number(Double)
  /// A string; controls are escaped, so a line of JSON stays a line.
  case string(String)
  /// An array.
  case array([JSON])
  /// An object in the order given.
  case object([(String, JSON)])

  /// The value on one line, without spaces to spare.
  public var line: String {
    var out: [UInt8] = []
    write(to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Adds the value to the bytes of a text.
  public func write(to out: inout [UInt8]) {
    switch self {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .int(let value): Self.write(value, to: &out)
    case .number(let value): out += (value.isFinite ? "\(value)" : "null").utf8
    case .string(let value): Self.write(value, to: &out)
    case .array(let values):
      out.append(UInt8(ascii: "["))
      for index in values.indices {
        if index > 0 { out += ", ".utf8 }
        values[index].write(to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      for index in members.indices {
        if index > 0 { out += ", ".utf8 }
        Self.write(members[index].0, to: &out)
        out += ": ".utf8
        members[index].1.write(to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ number: Int64, to out: inout [UInt8]) {
    var rest = number.magnitude
    let start = out.count
    repeat {
      out.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    if number < 0 { out.append(UInt8(ascii: "-")) }
    out[start...].reverse()
  }

  private static func write(_ string: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    var string = string
    // Most texts are plain letters: those go as they are.
    let isPlain = string.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7f && $0 != 0x22 && $0 != 0x5c }) else {
        return false
      }
      out += bytes
      return true
    }
    if !isPlain {
      for scalar in string.unicodeScalars { write(scalar, to: &out) }
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func write(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
    switch scalar {
    case "\"": out += "\\\"".utf8
    case "\\": out += "\\\\".utf8
    case "\n": out += "\\n".utf8
    case "\t": out += "\\t".utf8
    case "\r": out += "\\r".utf8
    default:
      guard isHidden(scalar) else {
        out += UTF8.encode(scalar).map(Array.init) ?? []
        return
      }
      for unit in String(scalar).utf16 {
        let hex = String(unit, radix: 16)
        out += ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8
      }
    }
  }

  /// Whether a reader would not see it, or take it for the end of a line. Letters of the Latin,
  /// Greek, Cyrillic, Chinese, Japanese and Korean scripts need no look at the tables of Unicode.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7f, 0xae..<0x600, 0x2e80..<0xd800: return false
    default:
      return switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }
}
