import KindlySound

/// Makes parts of a file's samples, wherever they lie: the mix of the session, at the file's rate, in
/// the form the file takes. One thread's own.
final class PartMaker {
  /// Frames of the largest part.
  static let most = 16_384

  private let reader: SoundSource.Reader
  private let frames: Int64
  private let converter: Converter?

  /// - Parameters:
  ///   - source: The session at 48 kHz.
  ///   - frames: Its length.
  ///   - resampler: Makes the file's rate of it; nil for 48 kHz.
  init(_ source: SoundSource, frames: Int64, resampler: Resampler?) {
    reader = source.reader()
    self.frames = frames
    converter = resampler.map { Converter($0) }
  }

  /// Writes interleaved stereo at the file's rate.
  func make(_ part: Range<Int64>, into mix: UnsafeMutablePointer<Float>) {
    guard let converter else {
      reader(part.lowerBound, mix, part.count)
      return
    }
    converter.make(part, into: mix) { start, room, count in self.fill(room, count, from: start) }
  }

  /// Session frames from `start` on, silence before the first and after the last.
  private func fill(_ room: UnsafeMutablePointer<Float>, _ count: Int, from start: Int64) {
    let before = Int(min(Int64(count), max(0, -start)))
    let rest = max(0, frames - max(0, start))
    let inside = Int(min(Int64(count - before), rest))
    room.update(repeating: 0, count: before * 2)
    if inside > 0 { reader(start + Int64(before), room + before * 2, inside) }
    (room + (before + inside) * 2).update(repeating: 0, count: (count - before - inside) * 2)
  }
}

/// A `ResamplingStream` that goes where it is asked.
private final class Converter {
  private var stream: ResamplingStream

  init(_ resampler: Resampler) {
    stream = ResamplingStream(resampler, channels: 2, maximum: PartMaker.most)
  }

  func make(
    _ part: Range<Int64>, into out: UnsafeMutablePointer<Float>,
    from source: (Int64, UnsafeMutablePointer<Float>, Int) -> Void
  ) {
    if stream.nextFrame != part.lowerBound { stream.seek(to: part.lowerBound) }
    let missing = stream.sourceFrames(for: part.count)
    if missing > 0 { source(stream.nextSource, stream.room, missing) }
    stream.produce(part.count, into: out)
  }
}
