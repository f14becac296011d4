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
  public init?(_ timeline: Timeline, at frame: Frames) {
    guard let breath = timeline.breath(at: frame) else { return nil }
    share = breath.share(at: frame)
    switch breath.half {
    case .inward: phase = frame < breath.start + breath.moving ? .inward : .hold
    case .outward: phase = .outward
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
