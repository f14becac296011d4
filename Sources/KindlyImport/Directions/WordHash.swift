/// FNV-1a with 64 bits over the letters of a word, for tables that live no longer than an import.
struct WordHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  mutating func add(_ part: some UnsignedInteger) {
    value = (value ^ UInt64(part)) &* 0x0000_0100_0000_01b3
  }
}
