/// The checksum XXH64 after its specification, with seed 0: several gigabytes a second, and any
/// damage to a file is noticed but for one chance in 2⁶⁴. Not for protection against people.
package struct XXH64 {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  private var lanes = SIMD4<UInt64>(
    prime1 &+ prime2, prime2, 0, 0 &- prime1)
  private var total: UInt64 = 0
  /// What is left over from the last update, less than 32 bytes.
  private var rest: [UInt8] = []

  /// The checksum of nothing yet.
  package init() {}

  /// Takes in more bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    total &+= UInt64(bytes.count)
    var offset = 0
    if !rest.isEmpty {
      offset = min(32 - rest.count, bytes.count)
      rest += bytes[..<offset]
      guard rest.count == 32 else { return }
      self.lanes = rest.withUnsafeBytes { Self.round(self.lanes, $0, at: 0) }
      rest = []
    }
    var lanes = lanes
    while bytes.count - offset >= 32 {
      lanes = Self.round(lanes, bytes, at: offset)
      offset += 32
    }
    self.lanes = lanes
    rest = Array(bytes[offset...])
  }

  /// The checksum of all bytes so far.
  package func finish() -> UInt64 {
    var hash = Self.prime5
    if total >= 32 {
      hash =
        Self.turned(lanes.x, 1) &+ Self.turned(lanes.y, 7) &+ Self.turned(lanes.z, 12)
        &+ Self.turned(lanes.w, 18)
      for index in 0..<4 {
        hash = (hash ^ Self.mixed(0, lanes[index])) &* Self.prime1 &+ Self.prime4
      }
    }
    hash &+= total
    rest.withUnsafeBytes { bytes in
      var offset = 0
      while bytes.count - offset >= 8 {
        let lane = Self.mixed(0, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        hash = Self.turned(hash ^ lane, 27) &* Self.prime1 &+ Self.prime4
        offset += 8
      }
      if bytes.count - offset >= 4 {
        let half = UInt64(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        hash = Self.turned(hash ^ half &* Self.prime1, 23) &* Self.prime2 &+ Self.prime3
        offset += 4
      }
      for byte in bytes[offset...] {
        hash = Self.turned(hash ^ UInt64(byte) &* Self.prime5, 11) &* Self.prime1
      }
    }
    hash = (hash ^ hash >> 33) &* Self.prime2
    hash = (hash ^ hash >> 29) &* Self.prime3
    return hash ^ hash >> 32
  }

  private static func round(
    _ lanes: SIMD4<UInt64>, _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) -> SIMD4<UInt64> {
    SIMD4(
      mixed(lanes.x, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)),
      mixed(lanes.y, bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)),
      mixed(lanes.z, bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self)),
      mixed(lanes.w, bytes.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self)))
  }

  private static func mixed(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    turned(lane &+ input &* prime2, 31) &* prime1
  }

  private static func turned(_ word: UInt64, _ by: UInt64) -> UInt64 {
    word << by | word >> (64 - by)
  }
}
