public import KindlyTimeline

/// How loud a session is, by ITU-R BS.1770-4 and EBU R 128.
public struct Loudness: Sendable, Hashable {
  /// Integrated loudness in LUFS, gated; −∞ when nothing is above −70 LUFS.
  public var integrated: Double
  /// Loudest 400 ms in LUFS; −∞ for silence.
  public var momentary: Double
  /// Highest true peak of both channels in dBTP; −∞ for silence.
  public var truePeak: Double

  /// Makes a measurement.
  public init(integrated: Double, momentary: Double, truePeak: Double) {
    self.integrated = integrated
    self.momentary = momentary
    self.truePeak = truePeak
  }
}

extension Loudness {
  /// What a measurement shall find out; each costs time of its own.
  public enum Aspect: Sendable, Hashable, CaseIterable {
    /// `integrated`.
    case integrated
    /// `momentary`.
    case momentary
    /// `truePeak`.
    case truePeak
  }

  /// Measures the first `length` frames of `source`; what is not asked for is −∞. Nil when memory is
  /// short.
  public static func measured(
    of length: Frames, aspects: Set<Aspect> = Set(Aspect.allCases), from source: BlockSource
  ) -> Loudness? {
    measured(of: [Frames.zero..<length], aspects: aspects) { _, out, frames in source(out, frames) }
  }

  /// Measures a session where it sounds, and takes the rest for the silence it is.
  ///
  /// - Parameters:
  ///   - timeline: What happens when. Only its sounding events, and a few seconds after each, are
  ///     asked of the source.
  ///   - aspects: What to find out; the rest is −∞.
  ///   - continues: Asked ten times in a second of sound; no ends the work with nil.
  ///   - source: Fills so many frames of interleaved stereo from a frame of the session on.
  public static func measured(
    of timeline: Timeline, aspects: Set<Aspect> = Set(Aspect.allCases),
    while continues: () -> Bool = { true },
    from source: (Int64, UnsafeMutablePointer<Float>, Int) -> Void
  ) -> Loudness? {
    measured(of: timeline.sounding, aspects: aspects, while: continues, from: source)
  }

  /// Measures parts of a session that begin on the grid of the meter's steps, in order.
  private static func measured(
    of parts: [Range<Frames>], aspects: Set<Aspect>, while continues: () -> Bool = { true },
    from source: (Int64, UnsafeMutablePointer<Float>, Int) -> Void
  ) -> Loudness? {
    guard let meter = LoudnessMeter(aspects) else { return nil }
    let block = UnsafeMutablePointer<Float>.allocate(capacity: LoudnessMeter.step * 2)
    defer { block.deallocate() }
    for part in parts {
      meter.rest()
      var frame = part.lowerBound.count
      while frame < part.upperBound.count {
        guard continues() else { return nil }
        let frames = Int(min(part.upperBound.count - frame, Int64(LoudnessMeter.step)))
        source(frame, block, frames)
        meter.add(block, frames: frames)
        frame += Int64(frames)
      }
    }
    return meter.loudness
  }
}

extension Timeline {
  /// Where anything but a pause sounds, with some seconds more: whole steps of the meter from the
  /// session's start, merged.
  fileprivate var sounding: [Range<Frames>] {
    let step = Int64(LoudnessMeter.step)
    let after = 5 * Frames.rate
    var parts: [Range<Frames>] = []
    for event in events {
      if case .pause = event.kind { continue }
      let first = max(0, event.start.count / step * step)
      let end = min(frames.count, (event.start + event.frames).count + after)
      guard first < end else { continue }
      // The last part of a step would shift the grid of all that follows.
      let last = min(frames.count, (end + step - 1) / step * step)
      if let before = parts.last, first <= before.upperBound.count {
        parts[parts.count - 1] = before.lowerBound..<max(before.upperBound, Frames(last))
      } else {
        parts.append(Frames(first)..<Frames(last))
      }
    }
    return parts
  }
}
