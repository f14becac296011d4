import KindlyBase

/// A chunk of a background in 16 bits, with the factor that brings it back. A value; any thread.
public struct QuantizedChunk {
  private let step: Float
  private let values: [Int16]

  /// Bytes of a chunk as it is kept: a checksum, the step, and the samples, lowest byte first.
  public static let bytes = 12 + 4 * BackgroundChunks.chunkFrames

  /// Rounds samples to 65,535 steps between its peaks.
  public init(_ samples: [Float]) {
    let peak = samples.reduce(Float(0)) { max($0, abs($1)) }
    let step = peak / 32_767
    self.step = step
    values = samples.map { step > 0 ? Int16(($0 / step).rounded()) : 0 }
  }

  /// Reads a chunk that was kept; nil if it is damaged, or was never there.
  public init?(bytes: [UInt8]) {
    guard bytes.count == Self.bytes else { return nil }
    let sum = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[$1]) << (8 * $1) }
    var check = XXH64()
    bytes.withUnsafeBytes { check.update(UnsafeRawBufferPointer(rebasing: $0[8...])) }
    guard sum != 0, check.finish() == sum else { return nil }
    step = Float(
      bitPattern: (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[8 + $1]) << (8 * $1) })
    values = bytes.withUnsafeBytes { raw in
      (0..<2 * BackgroundChunks.chunkFrames).map { index in
        Int16(littleEndian: raw.loadUnaligned(fromByteOffset: 12 + 2 * index, as: Int16.self))
      }
    }
  }

  /// The chunk as it is kept; nil if it is none of the usual length.
  public var record: [UInt8]? {
    guard values.count == 2 * BackgroundChunks.chunkFrames else { return nil }
    var bytes = [UInt8](repeating: 0, count: Self.bytes)
    bytes.withUnsafeMutableBytes { raw in
      raw.storeBytes(of: step.bitPattern.littleEndian, toByteOffset: 8, as: UInt32.self)
      for (index, value) in values.enumerated() {
        raw.storeBytes(of: value.littleEndian, toByteOffset: 12 + 2 * index, as: Int16.self)
      }
      var check = XXH64()
      check.update(UnsafeRawBufferPointer(rebasing: raw[8...]))
      raw.storeBytes(of: check.finish().littleEndian, toByteOffset: 0, as: UInt64.self)
    }
    return bytes
  }

  /// The samples, left and right in turn.
  public var samples: [Float] { values.map { Float($0) * step } }
}
