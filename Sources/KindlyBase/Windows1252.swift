/// The encoding in which most old text files outside UTF-8 are.
package enum Windows1252 {
  /// Bytes 0x80 to 0x9F; 0 where there is no character.
  private static let upper: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152,
    0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  private static let bytes: [UInt32: UInt8] = {
    var bytes: [UInt32: UInt8] = [:]
    for (index, value) in upper.enumerated() where value > 0 { bytes[value] = UInt8(0x80 + index) }
    return bytes
  }()

  /// The character of a byte; a byte without one as the control character it is in Latin-1.
  package static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard 0x80...0x9F ~= byte, upper[Int(byte) - 0x80] > 0 else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(upper[Int(byte) - 0x80]) ?? Unicode.Scalar(byte)
  }

  /// The byte of a character, where it has one.
  package static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    return bytes[scalar.value]
  }
}
