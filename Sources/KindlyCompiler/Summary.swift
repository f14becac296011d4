public import KindlyTimeline

/// What is worth knowing about a compiled practice.
public struct Summary: Sendable, Hashable {
  /// How long it lasts as compiled.
  public var length: Frames
  /// The shortest it can last.
  public var shortest: Frames
  /// The longest it can last; nil for any length from the shortest on.
  public var longest: Frames?
  /// Frames in which words are spoken.
  public var speech: Frames
  /// Frames in which breath tones are heard.
  public var breath: Frames
  /// When the last bell is struck; nil without a bell.
  public var closingBell: Frames?

  /// The part of the session without words or breath tones, 0 to 1; bells may ring in it.
  public var shareOfSilence: Double {
    length.count == 0 ? 0 : 1 - Double((speech + breath).count) / Double(length.count)
  }

  /// The summary of several sessions one after another; at least one.
  public static func joined(_ summaries: [Summary]) -> Summary {
    var whole = summaries[0]
    for next in summaries.dropFirst() {
      whole.closingBell = next.closingBell.map { $0 + whole.length } ?? whole.closingBell
      whole.length += next.length
      whole.shortest += next.shortest
      whole.longest = whole.longest.flatMap { longest in next.longest.map { longest + $0 } }
      whole.speech += next.speech
      whole.breath += next.breath
    }
    return whole
  }

  init(_ timeline: Timeline, _ ending: FinalSilence) {
    let reach = Reach(ending)
    length = timeline.frames
    shortest = Frames(reach.shortest)
    longest = reach.longest.map(Frames.init)
    (speech, breath) = (.zero, .zero)
    for event in timeline.events {
      switch event.kind {
      case .speech: speech += event.frames
      case .breath: breath += event.frames
      case .bell: closingBell = event.start
      case .pause: break
      }
    }
  }
}
