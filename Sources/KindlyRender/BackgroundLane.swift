import KindlySound
import KindlyTimeline

/// The backgrounds of a session in memory that the audio thread may read: where each lies, how it fades,
/// and when it gives way to words. Owned by a `Score`.
struct BackgroundLane: @unchecked Sendable, BitwiseCopyable {  // immutable after init
  /// Where each lies.
  let lane: Lane
  private let beds: UnsafePointer<Bed>
  /// Where words are heard.
  private let words: Lane
  /// Frames in which a background gives way, and those in which it comes back.
  private let lead: Int64
  private let rise: Int64

  /// One background over its stretch.
  private struct Bed: BitwiseCopyable {
    let chunks: BackgroundChunks.View
    /// The frame of the session that its first frame is heard at, on the block grid.
    let origin: Int64
    let level: Float
    let dip: Float
    let fadeIn: Int64
    let fadeOut: Int64
  }

  /// Lays out spans with their sounds, which are in the order of their starts and outlive it; `trim`: the
  /// factor on all of them.
  init(
    _ spans: [(span: BackgroundSpan, sound: BackgroundSound)], words: [Range<Frames>], trim: Float
  ) {
    let ranges = spans.map { span, _ in
      // Whole blocks: what lies outside of them is silence.
      span.start.count / 64 * 64..<((span.start + span.frames).count + 63) / 64 * 64
    }
    lane = Lane(ranges)
    (lead, rise) = (Timeline.dipLead.count, Timeline.dipReturn.count)
    self.words = Lane(
      words.map {
        ($0.lowerBound - Timeline.dipLead).count..<($0.upperBound + Timeline.dipReturn).count
      })
    let memory = UnsafeMutablePointer<Bed>.allocate(capacity: max(1, spans.count))
    for (index, (span, sound)) in spans.enumerated() {
      (memory + index).initialize(
        to: Bed(
          chunks: sound.chunks.view, origin: span.start.count / 64 * 64,
          level: trim * Float(MathFunctions.amplitude(decibels: span.level)),
          dip: Float(MathFunctions.amplitude(decibels: -sound.dip)), fadeIn: span.fadeIn.count,
          fadeOut: span.fadeOut.count))
    }
    beds = UnsafePointer(memory)
  }

  /// Gives the memory back; nothing may read it any more.
  func free() {
    lane.free()
    words.free()
    beds.deallocate()
  }

  /// One past the last frame of the last one; 0 if there is none.
  var end: Int64 {
    @_noLocks get { lane.reach(before: lane.count) }
  }

  /// Adds the 64 frames from `first` on, a multiple of 64, as interleaved stereo.
  ///
  /// Gains are exact at both ends of the block and go evenly between. Audio thread.
  @_noLocks
  func add(into out: UnsafeMutablePointer<Float>, from first: Int64) {
    var part = lane.first(endingAfter: first)
    while part < lane.count, lane.starts[part] < first + 64 {
      let bed = beds[part]
      if lane.ends[part] > first, let samples = bed.chunks.block(at: first - bed.origin) {
        let from = gain(of: part, at: first)
        let step = (gain(of: part, at: first + 64) - from) / 64
        for offset in 0..<64 {
          let gain = from + step * Float(offset)
          out[2 * offset] += samples[2 * offset] * gain
          out[2 * offset + 1] += samples[2 * offset + 1] * gain
        }
      }
      part += 1
    }
  }

  /// The gain of a background at a frame: its level, both fades, and the dip under words.
  @_noLocks
  private func gain(of part: Int, at frame: Int64) -> Float {
    let bed = beds[part]
    let fades =
      Self.fade(frame - lane.starts[part], over: bed.fadeIn)
      * Self.fade(lane.ends[part] - frame, over: bed.fadeOut)
    return bed.level * fades * dip(to: bed.dip, at: frame)
  }

  /// A fade of equal power: the square of the gain of one that comes and of one that goes add up to 1.
  @_noLocks
  private static func fade(_ frame: Int64, over frames: Int64) -> Float {
    if frame <= 0 { return 0 }
    if frame >= frames { return 1 }
    return Float(MathFunctions.circle(turns: 0.25 * Double(frame) / Double(frames)).sine)
  }

  /// How much of a background is left under the words around a frame.
  @_noLocks
  private func dip(to level: Float, at frame: Int64) -> Float {
    let place = words.first(endingAfter: frame)
    guard place < words.count, words.starts[place] < frame else { return 1 }
    let down = Ramp(from: 1, to: level, frames: lead)
    let up = Ramp(from: level, to: 1, frames: rise)
    let back = words.ends[place] - rise
    return frame < back ? down.gain(at: frame - words.starts[place]) : up.gain(at: frame - back)
  }

  /// The frames of a background, counted from its own start, that a stretch of the session needs; nil
  /// if they don't meet.
  func frames(of part: Int, in stretch: Range<Int64>) -> Range<Int64>? {
    let lower = max(stretch.lowerBound, lane.starts[part])
    let upper = min(stretch.upperBound, lane.ends[part])
    guard lower < upper else { return nil }
    let origin = lane.starts[part] / 64 * 64
    // Blocks are made whole.
    return lower - origin - 64..<upper - origin + 64
  }
}
