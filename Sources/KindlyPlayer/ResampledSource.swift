import KindlySound
import KindlyBase

/// A block source at another rate, for devices that can't do 48 kHz.
///
/// Any of its frames may be asked for too, and is always the same. Made on the control side, called
/// on the audio thread.
final class ResampledSource: @unchecked Sendable {  // used by the audio thread alone
  private let source: BlockSource
  private let resampler: Resampler
  private var stream: ResamplingStream
  private let most = 4_096
  /// One past the last frame of the source, once that is seen.
  private var sourceEnd: Int64?

  /// The same sound at the `rate` of a device, in frames a second.
  init(_ source: BlockSource, rate: Int) {
    self.source = source
    resampler = Resampler(from: Int(Frames.rate), to: rate)
    stream = ResamplingStream(resampler, channels: 2, maximum: most)
  }

  /// The source as a transport takes it; this object must outlive it.
  var blocks: BlockSource {
    BlockSource(context: Unmanaged.passUnretained(self).toOpaque()) { context, frame, out, frames in
      Unmanaged<ResampledSource>.fromOpaque(context).takeUnretainedValue()
        .fill(from: frame, into: out, frames: frames)
    }
  }

  private func fill(from frame: Int64, into out: UnsafeMutablePointer<Float>, frames: Int) -> Int {
    if stream.nextFrame != frame {
      stream.seek(to: frame)
      sourceEnd = nil
    }
    var done = 0
    while done < frames {
      let count = min(frames - done, most)
      provide(stream.sourceFrames(for: count))
      stream.produce(count, into: out + 2 * done)
      done += count
      guard let sourceEnd else { continue }
      let left = Int64(resampler.frames(for: Int(sourceEnd))) - frame
      if left <= Int64(done) { return Int(max(0, left)) }
    }
    return done
  }

  /// Puts the next frames of the source into the stream; silence before its beginning and after its
  /// end.
  private func provide(_ count: Int) {
    let room = stream.room
    for place in 0..<2 * count { room[place] = 0 }
    let before = min(count, Int(max(0, -stream.nextSource)))
    let wanted = count - before
    guard wanted > 0, sourceEnd == nil else { return }
    let first = stream.nextSource + Int64(before)
    let given = source.fill(source.context, first, room + 2 * before, wanted)
    if given < wanted { sourceEnd = first + Int64(given) }
  }
}
