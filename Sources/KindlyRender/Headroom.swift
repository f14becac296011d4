import KindlySound

/// What is left for the bells below the ceiling of the whole, so that no true peak can pass it.
///
/// Speech keeps its loudness, whatever rings under it. The bells' bound is that of all their partials in
/// phase, so the sum of all bounds is one of the mix. Bells only get softer after they are struck:
/// wherever something begins, and only there, the sum may be a new highest one.
struct Headroom {
  /// The factor that the bells need beside the session's: 1 where all fits.
  let bellsGain: Float

  /// - Parameters:
  ///   - gain: the session's factor.
  ///   - voice: where somebody speaks.
  ///   - breath: where a breath tone sounds, and its peak before the session's factor.
  ///   - bells: where bells ring; all ordered by their start.
  init(
    gain: Float, voice: [Range<Int64>], breath: [(Range<Int64>, Float)],
    bells: [(Range<Int64>, StruckBell)]
  ) {
    let ceiling = Float(MathFunctions.amplitude(decibels: LoudnessScale.ceiling))
    let voicePeak = Float(MathFunctions.amplitude(decibels: LoudnessScale.voicePeak))
    let starts = (voice.map(\.lowerBound) + breath.map(\.0.lowerBound) + bells.map(\.0.lowerBound))
      .sorted()
    var least: Float = 1
    var (spoken, breathing, ringing) = (Active(), Active(), Active())
    for start in starts {
      spoken.go(to: start, count: voice.count) { voice[$0] }
      breathing.go(to: start, count: breath.count) { breath[$0].0 }
      ringing.go(to: start, count: bells.count) { bells[$0].0 }
      // Only one voice speaks at a time.
      let others =
        (spoken.parts.isEmpty ? 0 : min(1, gain) * voicePeak)
        + breathing.parts.reduce(0) { $0 + gain * breath[$1].1 }
      let rung = ringing.parts.reduce(0) {
        $0 + bells[$1].1.most(from: start - bells[$1].0.lowerBound)
      }
      if rung * gain * least + others > ceiling { least = max(0, ceiling - others) / (rung * gain) }
    }
    bellsGain = least
  }

  /// The parts that sound at a frame, in order.
  private struct Active {
    var parts: [Int] = []
    private var next = 0

    /// Goes on to a frame.
    mutating func go(to frame: Int64, count: Int, _ range: (Int) -> Range<Int64>) {
      while next < count, range(next).lowerBound <= frame {
        parts.append(next)
        next += 1
      }
      parts.removeAll { range($0).upperBound <= frame }
    }
  }
}
