import KindlyBase

/// UTF-8 that was decoded as Windows-1252 and saved again: `donâ€™t`, `FÃ¼ÃŸe`.
enum Mojibake {
  /// The text with such letters put right; nil where there are none.
  static func repaired(_ text: String) -> String? {
    guard text.utf8.contains(where: { $0 == 0xC3 || $0 == 0xC2 }) else { return nil }
    // `Ü“` is good German; the same again and again is not.
    let others = text.unicodeScalars.count { (0xD0...0xD1).contains($0.value) || $0.value == 0xE0 }
    let leads: Set<UInt8> =
      others > 20 ? [0xC2, 0xC3, 0xC5, 0xE2, 0xD0, 0xD1, 0xE0] : [0xC2, 0xC3, 0xC5, 0xE2, 0xF0]
    var repaired = pass(text, leads)
    // Some texts went that way twice.
    if let once = repaired { repaired = pass(once, leads) ?? once }
    return repaired
  }

  private static func pass(_ text: String, _ leads: Set<UInt8>) -> String? {
    let scalars = text.scalars
    var out: [Scalar] = []
    out.reserveCapacity(scalars.count)
    var hasChanged = false
    var index = 0
    while index < scalars.count {
      if scalars[index].value < 0xC2 {
        out.append(scalars[index])
        index += 1
        continue
      }
      if let (scalar, length) = letter(in: scalars, at: index, leads) {
        out.append(scalar)
        index += length
        hasChanged = true
      } else {
        out.append(scalars[index])
        index += 1
      }
    }
    return hasChanged ? out.text : nil
  }

  /// The letter whose bytes stand here as letters of their own.
  private static func letter(
    in scalars: [Scalar], at index: Int, _ leads: Set<UInt8>
  ) -> (Scalar, Int)? {
    guard let first = Windows1252.byte(scalars[index]), leads.contains(first) else { return nil }
    let length = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
    guard length > 0, index + length <= scalars.count, first < 0xF5 else { return nil }
    var bytes = [first]
    for offset in 1..<length {
      guard let byte = Windows1252.byte(scalars[index + offset]), byte & 0xC0 == 0x80 else {
        return nil
      }
      bytes.append(byte)
    }
    guard let text = String(validating: bytes, as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else { return nil }
    return (scalar, length)
  }
}
