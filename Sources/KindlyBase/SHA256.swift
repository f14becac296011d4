/// SHA-256 after FIPS 180-4: for the names of cached clips, and for files of any size, a part at a time.
package struct SHA256 {
  private var state = Self.initial
  private var count: UInt64 = 0
  /// What is left over from the last update, less than 64 bytes.
  private var rest: [UInt8] = []
  /// The schedule of one block, kept so that no block asks for memory.
  private var words = [UInt32](repeating: 0, count: 64)

  /// The digest of nothing yet.
  package init() {}

  /// The digest of a message as 64 hexadecimal digits.
  package static func hex(_ message: [UInt8]) -> String {
    var sum = SHA256()
    message.withUnsafeBytes { sum.update($0) }
    return sum.hex()
  }

  /// Takes in more bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    count += UInt64(bytes.count)
    var place = 0
    if !rest.isEmpty {
      place = min(64 - rest.count, bytes.count)
      rest += bytes[..<place]
      guard rest.count == 64 else { return }
      let block = rest
      block.withUnsafeBytes { compress($0, at: 0) }
      rest = []
    }
    while place + 64 <= bytes.count {
      compress(bytes, at: place)
      place += 64
    }
    rest += bytes[place...]
  }

  /// The digest of all that was taken in, as 64 hexadecimal digits.
  package consuming func hex() -> String {
    let bits = count * 8
    var end: [UInt8] = [0x80]
    end += [UInt8](repeating: 0, count: (119 - rest.count) % 64)
    end += stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: bits >> $0) }
    end.withUnsafeBytes { update($0) }
    let digits = Array("0123456789abcdef")
    return String(
      state.flatMap { word in
        stride(from: 28, through: 0, by: -4).map { digits[Int(word >> UInt32($0)) & 15] }
      })
  }

  private mutating func compress(_ bytes: UnsafeRawBufferPointer, at place: Int) {
    for t in 0..<16 {
      words[t] = UInt32(
        bigEndian: bytes.loadUnaligned(fromByteOffset: place + 4 * t, as: UInt32.self))
    }
    for t in 16..<64 {
      let (w15, w2) = (words[t - 15], words[t - 2])
      let s0 = Self.turned(w15, 7) ^ Self.turned(w15, 18) ^ (w15 >> 3)
      let s1 = Self.turned(w2, 17) ^ Self.turned(w2, 19) ^ (w2 >> 10)
      words[t] = words[t - 16] &+ s0 &+ words[t - 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for t in 0..<64 {
      let choice = (e & f) ^ (~e & g)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let sum1 = Self.turned(e, 6) ^ Self.turned(e, 11) ^ Self.turned(e, 25)
      let sum0 = Self.turned(a, 2) ^ Self.turned(a, 13) ^ Self.turned(a, 22)
      let first = h &+ sum1 &+ choice &+ Self.constants[t] &+ words[t]
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ sum0 &+ majority)
    }
    for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
  }

  private static func turned(_ word: UInt32, _ by: UInt32) -> UInt32 {
    word >> by | word << (32 - by)
  }

  private static let initial: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
