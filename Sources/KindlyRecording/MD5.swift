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

  /// The constants of the 64 steps. Read from memory they are added before what a step waits for;
  /// written in the steps they would come after it.
  nonisolated(unsafe) private static let constants: UnsafePointer<UInt32> = {
    let all: [UInt32] = [
      0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a,
      0xa830_4613, 0xfd46_9501, 0x6980_98d8, 0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be,
      0x6b90_1122, 0xfd98_7193, 0xa679_438e, 0x49b4_0821, 0xf61e_2562, 0xc040_b340,
      0x265e_5a51, 0xe9b6_c7aa, 0xd62f_105d, 0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8,
      0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed, 0xa9e3_e905, 0xfcef_a3f8,
      0x676f_02d9, 0x8d2a_4c8a, 0xfffa_3942, 0x8771_f681, 0x6d9d_6122, 0xfde5_380c,
      0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70, 0x289b_7ec6, 0xeaa1_27fa,
      0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665,
      0xf429_2244, 0x432a_ff97, 0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92,
      0xffef_f47d, 0x8584_5dd1, 0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1,
      0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb, 0xeb86_d391,
    ]
    let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: all.count)
    memory.initialize(from: all, count: all.count)
    return UnsafePointer(memory)
  }()

  /// The four rounds over a block whose words `word` gives.
  @inline(__always)
  private static func turn(
    _ a: inout UInt32, _ b: inout UInt32, _ c: inout UInt32, _ d: inout UInt32,
    word: (Int) -> UInt32
  ) {
    let before = (a, b, c, d)
    let constants = Self.constants
    @inline(__always)
    func step(_ mixed: UInt32, _ index: Int, _ number: Int, _ turn: UInt32) {
      let sum = (a &+ word(index) &+ constants[number]) &+ mixed
      (a, d, c, b) = (d, c, b, b &+ (sum &<< turn | sum &>> (32 - turn)))
    }
    // The second round: `c ^ (d & (b ^ c))` in two parts without a common bit, of which one need not
    // wait for the step before.
    @inline(__always)
    func gather(_ index: Int, _ number: Int, _ turn: UInt32) {
      let sum = (a &+ word(index) &+ constants[number] &+ (c & ~d)) &+ (b & d)
      (a, d, c, b) = (d, c, b, b &+ (sum &<< turn | sum &>> (32 - turn)))
    }
    step(d ^ (b & (c ^ d)), 0, 0, 7)
    step(d ^ (b & (c ^ d)), 1, 1, 12)
    step(d ^ (b & (c ^ d)), 2, 2, 17)
    step(d ^ (b & (c ^ d)), 3, 3, 22)
    step(d ^ (b & (c ^ d)), 4, 4, 7)
    step(d ^ (b & (c ^ d)), 5, 5, 12)
    step(d ^ (b & (c ^ d)), 6, 6, 17)
    step(d ^ (b & (c ^ d)), 7, 7, 22)
    step(d ^ (b & (c ^ d)), 8, 8, 7)
    step(d ^ (b & (c ^ d)), 9, 9, 12)
    step(d ^ (b & (c ^ d)), 10, 10, 17)
    step(d ^ (b & (c ^ d)), 11, 11, 22)
    step(d ^ (b & (c ^ d)), 12, 12, 7)
    step(d ^ (b & (c ^ d)), 13, 13, 12)
    step(d ^ (b & (c ^ d)), 14, 14, 17)
    step(d ^ (b & (c ^ d)), 15, 15, 22)
    gather(1, 16, 5)
    gather(6, 17, 9)
    gather(11, 18, 14)
    gather(0, 19, 20)
    gather(5, 20, 5)
    gather(10, 21, 9)
    gather(15, 22, 14)
    gather(4, 23, 20)
    gather(9, 24, 5)
    gather(14, 25, 9)
    gather(3, 26, 14)
    gather(8, 27, 20)
    gather(13, 28, 5)
    gather(2, 29, 9)
    gather(7, 30, 14)
    gather(12, 31, 20)
    step(b ^ c ^ d, 5, 32, 4)
    step(b ^ c ^ d, 8, 33, 11)
    step(b ^ c ^ d, 11, 34, 16)
    step(b ^ c ^ d, 14, 35, 23)
    step(b ^ c ^ d, 1, 36, 4)
    step(b ^ c ^ d, 4, 37, 11)
    step(b ^ c ^ d, 7, 38, 16)
    step(b ^ c ^ d, 10, 39, 23)
    step(b ^ c ^ d, 13, 40, 4)
    step(b ^ c ^ d, 0, 41, 11)
    step(b ^ c ^ d, 3, 42, 16)
    step(b ^ c ^ d, 6, 43, 23)
    step(b ^ c ^ d, 9, 44, 4)
    step(b ^ c ^ d, 12, 45, 11)
    step(b ^ c ^ d, 15, 46, 16)
    step(b ^ c ^ d, 2, 47, 23)
    step(c ^ (b | ~d), 0, 48, 6)
    step(c ^ (b | ~d), 7, 49, 10)
    step(c ^ (b | ~d), 14, 50, 15)
    step(c ^ (b | ~d), 5, 51, 21)
    step(c ^ (b | ~d), 12, 52, 6)
    step(c ^ (b | ~d), 3, 53, 10)
    step(c ^ (b | ~d), 10, 54, 15)
    step(c ^ (b | ~d), 1, 55, 21)
    step(c ^ (b | ~d), 8, 56, 6)
    step(c ^ (b | ~d), 15, 57, 10)
    step(c ^ (b | ~d), 6, 58, 15)
    step(c ^ (b | ~d), 13, 59, 21)
    step(c ^ (b | ~d), 4, 60, 6)
    step(c ^ (b | ~d), 11, 61, 10)
    step(c ^ (b | ~d), 2, 62, 15)
    step(c ^ (b | ~d), 9, 63, 21)
    a = a &+ before.0
    b = b &+ before.1
    c = c &+ before.2
    d = d &+ before.3
  }
}
