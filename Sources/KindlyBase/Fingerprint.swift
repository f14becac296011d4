/// FNV-1a with 64 bits, taking a sample at a time where there are samples.
package struct Fingerprint {
  /// The hash of all that was added.
  package private(set) var value: UInt64 = FNV1a.basis

  /// The hash of nothing.
  package init() {}

  package mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(UInt64(byte)) }
  }

  package mutating func add(_ samples: UnsafeBufferPointer<Float>) {
    for sample in samples { add(UInt64(sample.bitPattern)) }
  }

  package mutating func add(_ part: UInt64) {
    value = FNV1a.next(value, part)
    // A product never carries a high bit down; this does.
    value ^= value >> 29
  }
}
