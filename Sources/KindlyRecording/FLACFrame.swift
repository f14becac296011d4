/// Frames of FLAC as they lie in the file (RFC 9639, section 9).
enum FLACFrame {
  /// A frame of silence: one constant subframe for each channel, whose value is 0.
  ///
  /// - Parameters:
  ///   - number: Frames before it.
  ///   - samples: Frames of sound in it, at most `FLACFile.block`.
  static func silence(number: Int64, samples: Int, encoding: Encoding) -> [UInt8] {
    let isWhole = samples == FLACFile.block
    let (rateCode, rateBytes) = coded(rate: encoding.rate)
    var frame: [UInt8] = [
      0xff, 0xf8,  // frames of equal size
      // 4096 samples have a code of their own; another number follows in 16 bits.
      (isWhole ? 0b1100 : 0b0111) << 4 | rateCode,
      UInt8(encoding.channels - 1) << 4 | (encoding.samples == .int24 ? 0b110 : 0b100) << 1,
    ]
    frame += coded(number)
    if !isWhole { frame += [UInt8((samples - 1) >> 8), UInt8((samples - 1) & 0xff)] }
    frame += rateBytes
    frame.append(checksum8(frame[...]))
    for _ in 0..<encoding.channels {
      frame += [UInt8](repeating: 0, count: 1 + encoding.samples.bytes)
    }
    let sum = checksum16(frame[...])
    return frame + [UInt8(sum >> 8), UInt8(sum & 0xff)]
  }

  /// A frame as an encoder made it, with another number; nil if it is none.
  static func renumbered(_ frame: UnsafeRawBufferPointer, number: Int64) -> [UInt8]? {
    guard frame.count > 8, frame[0] == 0xff, frame[1] == 0xf8 else { return nil }
    let lead = frame[4]
    let size = lead < 0x80 ? 1 : (~lead).leadingZeroBitCount
    guard (1...6).contains(size) else { return nil }
    // After the number: the block's size and the rate, where their codes say so.
    let sizeCode = frame[2] >> 4
    let rateCode = frame[2] & 15
    let extra =
      (sizeCode == 6 ? 1 : sizeCode == 7 ? 2 : 0) + (rateCode == 12 ? 1 : rateCode > 12 ? 2 : 0)
    guard frame.count > 4 + size + extra + 3 else { return nil }
    var out = Array(frame[..<4]) + coded(number)
    out += frame[(4 + size)..<(4 + size + extra)]
    out.append(checksum8(out[...]))
    out += frame[(4 + size + extra + 1)..<(frame.count - 2)]
    let sum = checksum16(out[...])
    return out + [UInt8(sum >> 8), UInt8(sum & 0xff)]
  }

  /// A rate as encoders write it (section 9.1.2): readers wonder about frames that differ in it.
  private static func coded(rate: Int) -> (UInt8, [UInt8]) {
    let usual = [
      88_200, 176_400, 192_000, 8_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000,
    ]
    if let place = usual.firstIndex(of: rate) { return (UInt8(place + 1), []) }
    if rate % 1000 == 0, rate / 1000 < 256 { return (0b1100, [UInt8(rate / 1000)]) }
    let (code, number): (UInt8, Int) = rate % 10 == 0 ? (0b1110, rate / 10) : (0b1101, rate)
    // Above 65,535 Hz only tens have room; then the rate is the one in the stream's facts.
    return number < 65_536 ? (code, [UInt8(number >> 8), UInt8(number & 0xff)]) : (0, [])
  }

  /// A number in the manner of UTF-8, up to 31 bits.
  private static func coded(_ number: Int64) -> [UInt8] {
    if number < 0x80 { return [UInt8(number)] }
    var size = 2
    while size < 6, number >> (5 * size + 1) > 0 { size += 1 }
    let rest = (0..<size - 1).map { UInt8(0x80 | number >> (6 * ($0)) & 0x3f) }.reversed()
    let mark = UInt8(truncatingIfNeeded: 0xff00 >> size)
    return [mark | UInt8(number >> (6 * (size - 1)))] + rest
  }

  /// CRC-8 with polynomial 0x07, from 0.
  private static func checksum8(_ bytes: ArraySlice<UInt8>) -> UInt8 {
    bytes.reduce(0) { sum, byte in
      (0..<8).reduce(sum ^ byte) { value, _ in value & 0x80 != 0 ? value << 1 ^ 0x07 : value << 1 }
    }
  }

  /// CRC-16 with polynomial 0x8005, high bit first, from 0.
  private static func checksum16(_ bytes: ArraySlice<UInt8>) -> UInt16 {
    tables.withUnsafeBufferPointer { tables in
      bytes.withUnsafeBufferPointer { bytes in
        var sum: UInt16 = 0
        var place = 0
        // Eight bytes at once, each through the table of its distance to the last.
        while place + 8 <= bytes.count {
          let first = sum ^ (UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1]))
          sum = tables[0x700 + Int(first >> 8)] ^ tables[0x600 + Int(first & 0xff)]
          for distance in 0..<6 {
            sum ^= tables[distance << 8 | Int(bytes[place + 7 - distance])]
          }
          place += 8
        }
        while place < bytes.count {
          sum = sum << 8 ^ tables[Int(UInt8(truncatingIfNeeded: sum >> 8) ^ bytes[place])]
          place += 1
        }
        return sum
      }
    }
  }

  /// For 0 to 7 bytes behind it, what each byte adds to the checksum.
  private static let tables: [UInt16] = {
    var row = (0..<256).map { UInt16($0) << 8 }
    var tables: [UInt16] = []
    for _ in 0..<8 {
      row = row.map { sum in
        (0..<8).reduce(sum) { sum, _ in sum & 0x8000 != 0 ? sum << 1 ^ 0x8005 : sum << 1 }
      }
      tables += row
    }
    return tables
  }()
}
