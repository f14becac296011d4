import KindlySound

/// What is left for bells and backgrounds below the ceiling of the whole, so that no true peak can pass it.
///
/// Speech keeps its loudness, whatever rings under it. What is left beside it is first the bells', but a
/// background gets half of it if the bells would take more; then the bells have what the background
/// leaves. The bells' bound is that of all their partials in phase and a background's peaks are held, so
/// the sum of all bounds is one of the mix. Bells only get softer after they are struck, and a background
/// gets louder when words end: wherever something begins or words end, and only there, the sum may be a
/// new highest one.
struct Headroom {
  /// The factor that the bells need beside the session's: 1 where all fits.
  let bellsGain: Float
  /// The factor that backgrounds need beside the session's: 1 where all fits.
  let backgroundGain: Float

  /// Where a background sounds, and its peak before the session's factor.
  struct Beneath {
    var range: Range<Int64>
    /// Between words, and under them.
    var peak, peakUnderWords: Float
  }

  /// What sounds together at one frame, after the session's factor.
  private struct Sum {
    /// What is left beside words and breath.
    var room: Float
    var rung, lain: Float
  }

  /// - Parameters:
  ///   - gain: the session's factor.
  ///   - voice: where somebody speaks.
  ///   - breath: where a breath tone sounds, and its peak before the session's factor.
  ///   - bells: where bells ring.
  ///   - beneath: where backgrounds sound; all ordered by their start.
  init(
    gain: Float, voice: [Range<Int64>], breath: [(Range<Int64>, Float)],
    bells: [(Range<Int64>, StruckBell)], beneath: [Beneath] = []
  ) {
    let ceiling = Float(MathFunctions.amplitude(decibels: LoudnessScale.ceiling))
    let voicePeak = Float(MathFunctions.amplitude(decibels: LoudnessScale.voicePeak))
    var frames = voice.map(\.lowerBound) + bells.map(\.0.lowerBound)
    frames += breath.map(\.0.lowerBound) + beneath.map(\.range.lowerBound)
    if !beneath.isEmpty { frames += voice.map(\.upperBound) }
    frames.sort()
    var (spoken, breathing, ringing, lying) = (Active(), Active(), Active(), Active())
    let sums = frames.map { frame in
      spoken.go(to: frame, count: voice.count) { voice[$0] }
      breathing.go(to: frame, count: breath.count) { breath[$0].0 }
      ringing.go(to: frame, count: bells.count) { bells[$0].0 }
      lying.go(to: frame, count: beneath.count) { beneath[$0].range }
      // Only one voice speaks at a time.
      let isSpoken = !spoken.parts.isEmpty
      let others =
        (isSpoken ? min(1, gain) * voicePeak : 0)
        + breathing.parts.reduce(0) { $0 + gain * breath[$1].1 }
      let rung = ringing.parts.reduce(0) {
        $0 + bells[$1].1.most(from: frame - bells[$1].0.lowerBound)
      }
      let lain = lying.parts.reduce(0) {
        $0 + (isSpoken ? beneath[$1].peakUnderWords : beneath[$1].peak)
      }
      return Sum(room: ceiling - others, rung: rung * gain, lain: lain * gain)
    }
    var beneathLeast: Float = 1
    for sum in sums {
      let left = max(0, max(sum.room / 2, sum.room - sum.rung))
      if sum.lain * beneathLeast > left { beneathLeast = left / sum.lain }
    }
    var least: Float = 1
    for sum in sums {
      let left = max(0, sum.room - sum.lain * beneathLeast)
      if sum.rung * least > left { least = left / sum.rung }
    }
    (bellsGain, backgroundGain) = (least, beneathLeast)
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
