import KindlyMessages
public import KindlyTimeline

/// How full a breath is at a frame of a session, from the tones that guide it: 0 is empty, 1 full.
///
/// A function of the timeline and the frame alone, so that the bar follows the sound after any seek.
public struct BreathBar: Sendable, Hashable {
  /// How full.
  public let share: Double
  /// What to do: breathe in, hold, breathe out.
  public let phase: Phase

  /// A part of a breath.
  public enum Phase: Sendable, Hashable, CaseIterable {
    case inward, hold, outward

    /// What to do, in a word.
    var word: Message {
      switch self {
      case .inward: .breathIn
      case .hold: .breathHold
      case .outward: .breathOut
      }
    }
  }

  /// The breath that is guided at a frame; nil where none is.
  ///
  /// Between a tone in and a tone out it stays full, for 20 s at the most. Words right after a tone in are
  /// a phrase on the out-breath: it empties while they sound.
  public init?(_ timeline: Timeline, at frame: Frames) {
    guard let event = timeline.guide(at: frame) else { return nil }
    let age = frame - event.start
    let done = min(1, Double(age.count) / Double(max(1, event.frames.count)))
    let eased = 3 * done * done - 2 * done * done * done
    switch event.kind {
    case .breath(.inward):
      share = eased
      phase = age < event.frames ? .inward : .hold
    default:
      guard age < event.frames else { return nil }
      share = 1 - eased
      phase = .outward
    }
  }

  /// The bar in `room` columns: `in   ━━━━━━────`.
  public func line(_ room: Int, language: InterfaceLanguage = .english) -> String {
    let words = Phase.allCases.map { $0.word.text(in: language) }
    let widest = words.map(\.columns).max() ?? 0
    let word = phase.word.text(in: language).padded(to: widest + 2)
    let width = max(0, room - word.columns)
    let full = Int((share * Double(width)).rounded())
    return word + String(repeating: "━", count: full)
      + String(repeating: "─", count: width - full)
  }
}

extension Timeline {
  /// The tone of a breath, or the phrase on an out-breath, that a frame belongs to.
  fileprivate func guide(at frame: Frames) -> Event? {
    let reach = frame - Frames(seconds: 40)
    let near = events(startingIn: reach..<Frames(frame.count + 1))
    guard
      let last = near.last(where: { event in
        switch event.kind {
        case .breath: true
        case .speech(let speech): speech.isPhrase
        case .bell, .pause: false
        }
      })
    else { return nil }
    switch last.kind {
    case .breath(.inward):
      return frame < last.start + last.frames + Frames(seconds: 20) ? last : nil
    case .breath(.outward): return last
    default:
      // A phrase counts only right after a tone in.
      let before = near.last { event in
        if case .breath = event.kind { event.start < last.start } else { false }
      }
      guard let before, case .breath(.inward) = before.kind,
        last.start - (before.start + before.frames) < Frames(seconds: 20)
      else { return nil }
      return last
    }
  }
}
