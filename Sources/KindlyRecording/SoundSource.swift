/// Where the samples of a session come from: which spans sound, and what they sound like.
///
/// Outside of `sounding` every sample is exactly 0, and nobody asks for it. Spans do not depend on one
/// another, so several threads may read at once, each with a reader of its own.
public struct SoundSource: Sendable {
  /// Fills so many frames of interleaved stereo at 48 kHz, from a frame of the session on. Called on
  /// one thread at a time.
  public typealias Reader = (Int64, UnsafeMutablePointer<Float>, Int) -> Void

  /// The spans that may sound, in frames at 48 kHz: in order and apart from each other.
  public var sounding: [Range<Int64>]
  /// Makes a reader; called once on each thread that reads.
  public var reader: @Sendable () -> Reader

  /// A source from its parts.
  public init(sounding: [Range<Int64>], reader: @escaping @Sendable () -> Reader) {
    self.sounding = sounding
    self.reader = reader
  }
}

extension SoundSource {
  /// The spans in which a file at another rate may sound: what lies within `reach` source frames of
  /// an output frame is heard in it.
  ///
  /// - Parameters:
  ///   - rate: Frames a second of the file.
  ///   - length: Frames of the file.
  ///   - reach: Half the length of the converter's filter, in source frames; 0 without one.
  func spans(rate: Int, length: Int64, reach: Int64) -> [Range<Int64>] {
    var spans: [Range<Int64>] = []
    for span in sounding where !span.isEmpty {
      let first = Self.floor(max(0, span.lowerBound - reach), rate)
      let end = min(length, Self.floor(span.upperBound + reach, rate) + 1)
      let low = rate == 48_000 ? min(span.lowerBound, length) : min(first, length)
      let high = rate == 48_000 ? min(span.upperBound, length) : max(low, end)
      if let before = spans.last, low <= before.upperBound {
        spans[spans.count - 1] = before.lowerBound..<max(before.upperBound, high)
      } else if low < high {
        spans.append(low..<high)
      }
    }
    return spans
  }

  private static func floor(_ frame: Int64, _ rate: Int) -> Int64 {
    let (whole, rest) = frame.quotientAndRemainder(dividingBy: 48_000)
    return whole * Int64(rate) + rest * Int64(rate) / 48_000
  }
}
