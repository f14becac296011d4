/// Half a breath that is guided: a tone in and how long the breath is held after it, a tone out, or a
/// phrase on the out-breath.
///
/// What pictures of a breath are drawn from, so that all follow the sound exactly.
public struct GuidedBreath: Sendable, Hashable {
  /// Which way the air goes.
  public let half: Breath
  /// The first frame.
  public let start: Frames
  /// Frames in which it fills or empties.
  public let moving: Frames
  /// One past the last frame; after a breath in that is held, later than `start + moving`.
  public let end: Frames

  /// How full the breath is at a frame: 0 is empty, 1 full. It begins and ends gently
  /// (3x² − 2x³ of the share x that has gone by).
  public func share(at frame: Frames) -> Double {
    let age = Double((frame - start).count) / Double(max(1, moving.count))
    let done = max(0, min(1, age))
    let eased = 3 * done * done - 2 * done * done * done
    return half == .inward ? eased : 1 - eased
  }
}

extension Timeline {
  /// How long a breath stays full at the most.
  private static let longestHold = Frames(seconds: 20)

  /// The half breath that is guided at a frame; nil where none is.
  ///
  /// Between a tone in and what comes next it stays full, for 20 s at the most. Words right after a tone
  /// in are a phrase on the out-breath.
  public func breath(at frame: Frames) -> GuidedBreath? {
    let reach = frame - Frames(seconds: 40)
    let near = events(startingIn: reach..<Frames(frame.count + 1))
    guard let last = near.last(where: \.guidesBreath) else { return nil }
    let breath: GuidedBreath
    switch last.kind {
    case .breath(.inward):
      breath = GuidedBreath(
        half: .inward, start: last.start, moving: last.frames,
        end: last.start + last.frames + Self.longestHold)
    case .breath(.outward): breath = .outward(last)
    default:
      // A phrase counts only right after a tone in.
      let before = near.last { event in
        if case .breath = event.kind { event.start < last.start } else { false }
      }
      guard let before, case .breath(.inward) = before.kind,
        last.start - (before.start + before.frames) < Self.longestHold
      else { return nil }
      breath = .outward(last)
    }
    return frame < breath.end ? breath : nil
  }

  /// All of them, in order; none overlaps the next.
  public var breaths: [GuidedBreath] {
    let guides = events.filter(\.guidesBreath)
    return guides.indices.compactMap { index in
      guard let breath = breath(at: guides[index].start) else { return nil }
      let next = index + 1 < guides.count ? guides[index + 1].start : breath.end
      return GuidedBreath(
        half: breath.half, start: breath.start, moving: breath.moving, end: min(breath.end, next))
    }
  }
}

extension GuidedBreath {
  fileprivate static func outward(_ event: Event) -> GuidedBreath {
    GuidedBreath(
      half: .outward, start: event.start, moving: event.frames, end: event.start + event.frames)
  }
}

extension Event {
  /// Whether it can guide a breath: a tone, or a phrase that may lie on the out-breath.
  fileprivate var guidesBreath: Bool {
    switch kind {
    case .breath: true
    case .speech(let speech): speech.isPhrase
    case .bell, .pause: false
    }
  }
}
