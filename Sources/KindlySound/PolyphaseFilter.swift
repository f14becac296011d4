/// The rows of a resampling filter as plain memory, so that the audio thread may read them.
///
/// Owned by a `Resampler`, valid as long as it lives.
struct PolyphaseFilter: @unchecked Sendable, BitwiseCopyable {  // the table is immutable
  /// Weights in a row; a multiple of 8.
  let taps: Int
  /// Target rate / gcd: the number of different positions between two source frames.
  let phases: Int64
  /// Source rate / gcd: how many phases an output frame lies after the one before.
  let step: Int64
  /// `phases` rows of `taps` weights, aligned to 64 bytes.
  let table: UnsafePointer<Float>

  /// The first source frame behind an output frame, and its row of the table.
  @_noLocks
  func place(of frame: Int64) -> (first: Int64, phase: Int) {
    let position = frame * step
    // Rounds down for negative positions too.
    let whole = position >= 0 ? position / phases : (position + 1) / phases - 1
    return (whole - Int64(taps / 2) + 1, Int(position - whole * phases))
  }

  /// The inner product of `taps` samples with a row, summed in a fixed order: even and odd eights
  /// apart, so that one addition need not wait for the other.
  @_noLocks
  func inner(_ window: UnsafePointer<Float>, phase: Int) -> Float {
    let row = UnsafeRawPointer(table + phase * taps)
    let samples = UnsafeRawPointer(window)
    var even = SIMD8<Float>.zero
    var odd = SIMD8<Float>.zero
    var place = 0
    let end = taps * 4
    while place + 32 < end {
      even +=
        row.load(fromByteOffset: place, as: SIMD8<Float>.self)
        * samples.loadUnaligned(fromByteOffset: place, as: SIMD8<Float>.self)
      odd +=
        row.load(fromByteOffset: place + 32, as: SIMD8<Float>.self)
        * samples.loadUnaligned(fromByteOffset: place + 32, as: SIMD8<Float>.self)
      place += 64
    }
    if place < end {
      even +=
        row.load(fromByteOffset: place, as: SIMD8<Float>.self)
        * samples.loadUnaligned(fromByteOffset: place, as: SIMD8<Float>.self)
    }
    let sum = even + odd
    let four = sum.lowHalf + sum.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}
