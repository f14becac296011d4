/// FNV-1a, the hash of Fowler, Noll and Vo: quick, and the same on every machine and in every version, so
/// that it may stand in files and their names. Two texts that collide are easily made.
package enum FNV1a {
  /// The hash of nothing, with 64 bits.
  @inlinable package static var basis: UInt64 { 0xcbf2_9ce4_8422_2325 }

  /// A hash with 64 bits after one part more: a byte, or what a caller takes for one.
  @inlinable package static func next(_ hash: UInt64, _ part: UInt64) -> UInt64 {
    (hash ^ part) &* 0x0000_0100_0000_01b3
  }

  /// The hash of bytes with 64 bits, going on from another one.
  package static func hash(
    _ bytes: some Sequence<UInt8>, from start: UInt64 = basis
  ) -> UInt64 {
    bytes.reduce(start) { next($0, UInt64($1)) }
  }

  /// The hash of bytes with 32 bits.
  package static func hash32(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(0x811c_9dc5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}
