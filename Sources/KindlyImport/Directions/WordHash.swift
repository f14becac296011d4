import KindlyBase

/// FNV-1a with 64 bits over the letters of a word, for tables that live no longer than an import.
struct WordHash {
  private(set) var value = FNV1a.basis

  @inline(__always)
  mutating func add(_ part: some UnsignedInteger) {
    value = FNV1a.next(value, UInt64(part))
  }
}
