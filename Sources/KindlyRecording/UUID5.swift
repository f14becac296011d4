/// Names for things that stay the same wherever and whenever they are made (RFC 9562, version 5).
enum UUID5 {
  /// The namespace of Podcasting 2.0: `ead4c236-bf58-58c6-a2c6-a6b28d128cb6`.
  static let podcast: [UInt8] = [
    0xea, 0xd4, 0xc2, 0x36, 0xbf, 0x58, 0x58, 0xc6, 0xa2, 0xc6, 0xa6, 0xb2, 0x8d, 0x12, 0x8c, 0xb6,
  ]

  /// The identifier of a name in a namespace, in lower case.
  static func text(_ name: String, in namespace: [UInt8] = podcast) -> String {
    var bytes = Array(sha1(namespace + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0f | 0x50
    bytes[8] = bytes[8] & 0x3f | 0x80
    var out = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { out += "-" }
      out += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return out
  }

  /// SHA-1 (RFC 3174). Only for names like these: it keeps no secrets.
  private static func sha1(_ message: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
    var padded = Bytes(all: message + [0x80])
    padded.all += [UInt8](repeating: 0, count: (119 - message.count % 64) % 64)
    padded.big(UInt64(message.count) * 8)
    for block in stride(from: 0, to: padded.all.count, by: 64) {
      var words = (0..<16).map { index in
        padded.all[block + 4 * index..<block + 4 * index + 4].reduce(0) { $0 << 8 | UInt32($1) }
      }
      for index in 16..<80 {
        words.append(
          turned(words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], 1))
      }
      var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
      for index in 0..<80 {
        let (mixed, constant): (UInt32, UInt32) =
          switch index {
          case 0..<20: (b & c | ~b & d, 0x5a82_7999)
          case 20..<40: (b ^ c ^ d, 0x6ed9_eba1)
          case 40..<60: (b & c | b & d | c & d, 0x8f1b_bcdc)
          default: (b ^ c ^ d, 0xca62_c1d6)
          }
        let sum = turned(a, 5) &+ mixed &+ e &+ constant &+ words[index]
        (a, b, c, d, e) = (sum, a, turned(b, 30), c, d)
      }
      for (index, word) in [a, b, c, d, e].enumerated() { state[index] &+= word }
    }
    return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
  }

  private static func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word << bits | word >> (32 - bits)
  }
}
