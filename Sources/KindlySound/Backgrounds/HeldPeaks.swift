import KindlyBase

/// Holds the true peaks of a background below a ceiling, a chunk at a time: each chunk as if the whole had
/// been held, because what lies beside it is looked at too.
public struct HeldPeaks: Sendable {
  /// Frames to either side of a chunk that are looked at; a multiple of 64.
  public static let edge = 256
  private let limiter: PeakLimiter

  /// `ceiling`: the highest true peak in dBTP.
  public init(ceiling: Double) {
    limiter = PeakLimiter(
      ceiling: MathFunctions.amplitude(decibels: ceiling), rate: Int(Frames.rate))
  }

  /// A chunk of interleaved stereo with its peaks held; both sides alike, so that nothing moves.
  /// - Parameters:
  ///   - chunk: its frames.
  ///   - before: the `edge` frames before it.
  ///   - after: the `edge` frames behind it.
  public func held(_ chunk: [Float], before: [Float], after: [Float]) -> [Float] {
    let whole = before + chunk + after
    let sides = (0..<2).map { side in
      stride(from: side, to: whole.count, by: 2).map { whole[$0] }
    }
    guard let gains = limiter.gains(for: sides) else { return chunk }
    let first = before.count / 2
    return chunk.indices.map { chunk[$0] * gains[first + $0 / 2] }
  }
}

extension BackgroundBed {
  /// One chunk of the loop, with its true peaks at most `peak`.
  public func heldChunk(_ index: Int) -> [Float] {
    let start = index * Self.chunkFrames
    let edge = HeldPeaks.edge
    return HeldPeaks(ceiling: peak).held(
      chunk(index), before: samples(from: (start + frames - edge) % frames, frames: edge),
      after: samples(from: (start + Self.chunkFrames) % frames, frames: edge))
  }
}
