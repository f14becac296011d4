/// MD5 (RFC 1321), as FLAC keeps it of a file's samples.
struct MD5 {
  private var state: (UInt32, UInt32, UInt32, UInt32) = (
    0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476
  )
  private var count: UInt64 = 0
  /// Bytes that do not fill a block of 64 yet.
  private var rest: [UInt8] = []

  /// Adds bytes.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    count += UInt64(bytes.count)
    var bytes = bytes
    if !rest.isEmpty {
      let missing = min(64 - rest.count, bytes.count)
      rest += bytes[..<missing]
      bytes = UnsafeRawBufferPointer(rebasing: bytes[missing...])
      guard rest.count == 64 else { return }
      rest.withUnsafeBytes { block in take(block) }
      rest.removeAll(keepingCapacity: true)
    }
    let whole = bytes.count / 64 * 64
    for start in stride(from: 0, to: whole, by: 64) {
      take(UnsafeRawBufferPointer(rebasing: bytes[start..<start + 64]))
    }
    rest += bytes[whole...]
  }

  /// Adds so many zeros, for which the sixteen words of a block need not be read.
  mutating func addZeros(_ zeros: Int64) {
    var zeros = zeros
    if !rest.isEmpty || zeros < 64 {
      let missing = min(Int64(64 - rest.count), zeros)
      [UInt8](repeating: 0, count: Int(missing)).withUnsafeBytes { add($0) }
      zeros -= missing
    }
    count += UInt64(zeros / 64 * 64)
    var (a, b, c, d) = state
    for _ in 0..<zeros / 64 { Self.turnZeros(&a, &b, &c, &d) }
    state = (a, b, c, d)
    [UInt8](repeating: 0, count: Int(zeros % 64)).withUnsafeBytes { add($0) }
  }

  /// The sixteen bytes for everything that was added.
  var digest: [UInt8] {
    var copy = self
    let bits = count &* 8
    let padding = [0x80] + [UInt8](repeating: 0, count: (119 - Int(count % 64)) % 64)
    (padding + (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }).withUnsafeBytes {
      copy.add($0)
    }
    return [copy.state.0, copy.state.1, copy.state.2, copy.state.3].flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
    }
  }

  private mutating func take(_ block: UnsafeRawBufferPointer) {
    var (a, b, c, d) = state
    Self.turn(&a, &b, &c, &d) { index in
      UInt32(
        littleEndian: block.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
    }
    state = (a, b, c, d)
  }

  @inline(__always)
  private static func turnZeros(
    _ a: inout UInt32, _ b: inout UInt32, _ c: inout UInt32, _ d: inout UInt32
  ) {
    turn(&a, &b, &c, &d) { _ in 0 }
  }

  /// The four rounds over a block whose words `word` gives.
  @inline(__always)
  private static func turn(
    _ a: inout UInt32, _ b: inout UInt32, _ c: inout UInt32, _ d: inout UInt32,
    word: (Int) -> UInt32
  ) {
    let before = (a, b, c, d)
    @inline(__always)
    func step(_ mixed: UInt32, _ index: Int, _ constant: UInt32, _ turn: UInt32) {
      let sum = a &+ mixed &+ word(index) &+ constant
      (a, d, c, b) = (d, c, b, b &+ (sum &<< turn | sum &>> (32 - turn)))
    }
    step(d ^ (b & (c ^ d)), 0, 0xd76a_a478, 7)
    step(d ^ (b & (c ^ d)), 1, 0xe8c7_b756, 12)
    step(d ^ (b & (c ^ d)), 2, 0x2420_70db, 17)
    step(d ^ (b & (c ^ d)), 3, 0xc1bd_ceee, 22)
    step(d ^ (b & (c ^ d)), 4, 0xf57c_0faf, 7)
    step(d ^ (b & (c ^ d)), 5, 0x4787_c62a, 12)
    step(d ^ (b & (c ^ d)), 6, 0xa830_4613, 17)
    step(d ^ (b & (c ^ d)), 7, 0xfd46_9501, 22)
    step(d ^ (b & (c ^ d)), 8, 0x6980_98d8, 7)
    step(d ^ (b & (c ^ d)), 9, 0x8b44_f7af, 12)
    step(d ^ (b & (c ^ d)), 10, 0xffff_5bb1, 17)
    step(d ^ (b & (c ^ d)), 11, 0x895c_d7be, 22)
    step(d ^ (b & (c ^ d)), 12, 0x6b90_1122, 7)
    step(d ^ (b & (c ^ d)), 13, 0xfd98_7193, 12)
    step(d ^ (b & (c ^ d)), 14, 0xa679_438e, 17)
    step(d ^ (b & (c ^ d)), 15, 0x49b4_0821, 22)
    step(c ^ (d & (b ^ c)), 1, 0xf61e_2562, 5)
    step(c ^ (d & (b ^ c)), 6, 0xc040_b340, 9)
    step(c ^ (d & (b ^ c)), 11, 0x265e_5a51, 14)
    step(c ^ (d & (b ^ c)), 0, 0xe9b6_c7aa, 20)
    step(c ^ (d & (b ^ c)), 5, 0xd62f_105d, 5)
    step(c ^ (d & (b ^ c)), 10, 0x0244_1453, 9)
    step(c ^ (d & (b ^ c)), 15, 0xd8a1_e681, 14)
    step(c ^ (d & (b ^ c)), 4, 0xe7d3_fbc8, 20)
    step(c ^ (d & (b ^ c)), 9, 0x21e1_cde6, 5)
    step(c ^ (d & (b ^ c)), 14, 0xc337_07d6, 9)
    step(c ^ (d & (b ^ c)), 3, 0xf4d5_0d87, 14)
    step(c ^ (d & (b ^ c)), 8, 0x455a_14ed, 20)
    step(c ^ (d & (b ^ c)), 13, 0xa9e3_e905, 5)
    step(c ^ (d & (b ^ c)), 2, 0xfcef_a3f8, 9)
    step(c ^ (d & (b ^ c)), 7, 0x676f_02d9, 14)
    step(c ^ (d & (b ^ c)), 12, 0x8d2a_4c8a, 20)
    step(b ^ c ^ d, 5, 0xfffa_3942, 4)
    step(b ^ c ^ d, 8, 0x8771_f681, 11)
    step(b ^ c ^ d, 11, 0x6d9d_6122, 16)
    step(b ^ c ^ d, 14, 0xfde5_380c, 23)
    step(b ^ c ^ d, 1, 0xa4be_ea44, 4)
    step(b ^ c ^ d, 4, 0x4bde_cfa9, 11)
    step(b ^ c ^ d, 7, 0xf6bb_4b60, 16)
    step(b ^ c ^ d, 10, 0xbebf_bc70, 23)
    step(b ^ c ^ d, 13, 0x289b_7ec6, 4)
    step(b ^ c ^ d, 0, 0xeaa1_27fa, 11)
    step(b ^ c ^ d, 3, 0xd4ef_3085, 16)
    step(b ^ c ^ d, 6, 0x0488_1d05, 23)
    step(b ^ c ^ d, 9, 0xd9d4_d039, 4)
    step(b ^ c ^ d, 12, 0xe6db_99e5, 11)
    step(b ^ c ^ d, 15, 0x1fa2_7cf8, 16)
    step(b ^ c ^ d, 2, 0xc4ac_5665, 23)
    step(c ^ (b | ~d), 0, 0xf429_2244, 6)
    step(c ^ (b | ~d), 7, 0x432a_ff97, 10)
    step(c ^ (b | ~d), 14, 0xab94_23a7, 15)
    step(c ^ (b | ~d), 5, 0xfc93_a039, 21)
    step(c ^ (b | ~d), 12, 0x655b_59c3, 6)
    step(c ^ (b | ~d), 3, 0x8f0c_cc92, 10)
    step(c ^ (b | ~d), 10, 0xffef_f47d, 15)
    step(c ^ (b | ~d), 1, 0x8584_5dd1, 21)
    step(c ^ (b | ~d), 8, 0x6fa8_7e4f, 6)
    step(c ^ (b | ~d), 15, 0xfe2c_e6e0, 10)
    step(c ^ (b | ~d), 6, 0xa301_4314, 15)
    step(c ^ (b | ~d), 13, 0x4e08_11a1, 21)
    step(c ^ (b | ~d), 4, 0xf753_7e82, 6)
    step(c ^ (b | ~d), 11, 0xbd3a_f235, 10)
    step(c ^ (b | ~d), 2, 0x2ad7_d2bb, 15)
    step(c ^ (b | ~d), 9, 0xeb86_d391, 21)
    a = a &+ before.0
    b = b &+ before.1
    c = c &+ before.2
    d = d &+ before.3
  }
}
