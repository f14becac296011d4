import Composing
import Practice
import Recording
import Rendering
import Sound
import Studio
import Timeline

/// A practice ready to sound: its timeline, and its score at the loudness it is heard at.
///
/// The gain is constant over the session and the same for the loudspeaker and for a file, so both get
/// the same samples.
struct Performance {
  let manuscript: Manuscript
  let composition: Composition
  let score: Score
  /// LUFS of the whole as it will be heard; −∞ where it was not measured.
  let loudness: Double

  var timeline: Timeline { composition.timeline }

  /// How loud a session is made.
  enum Level: Hashable {
    /// As the voice and bell files have it.
    case asWritten
    /// To an integrated loudness in LUFS.
    case integrated(Double)
  }

  /// Has a practice composed, spoken and balanced.
  init(
    _ manuscript: Manuscript, order: Order, level: Level = .integrated(Balance.usual),
    fadeOut: Frames = .zero, in workshop: Workshop
  ) throws(Failure) {
    try self.init(
      manuscript, try workshop.composition(of: manuscript, order: order), level: level,
      fadeOut: fadeOut, in: workshop)
  }

  /// Has a composed practice balanced.
  init(
    _ manuscript: Manuscript, _ composition: Composition,
    level: Level = .integrated(Balance.usual), fadeOut: Frames = .zero, in workshop: Workshop
  ) throws(Failure) {
    self.manuscript = manuscript
    self.composition = composition
    let studio = workshop.studio
    do {
      let balance = try Self.balance(composition.timeline, level: level, studio: studio)
      loudness = balance.loudness
      score = try studio.score(
        of: composition.timeline, gain: balance.factor, bellsGain: balance.bellsFactor,
        fadeOut: fadeOut)
    } catch {
      throw Failure(.practice, "kindly: " + error.sentence)
    }
  }

  private static func balance(
    _ timeline: Timeline, level: Level, studio: Studio
  ) throws(Unfit) -> Balance {
    guard case .integrated(let target) = level else { return .unchanged }
    let plain = try studio.score(of: timeline)
    let bells = Self.loudness(of: timeline, plain, only: .bells, aspects: [.momentary])
    let speech = Self.loudness(of: timeline, plain, only: .voice, aspects: [.integrated])
    let trim = Balance.trim(bells: bells, under: speech)
    let trimmed =
      trim == 0
      ? plain
      : try studio.score(
        of: timeline, bellsGain: Balance(session: 0, bells: trim, loudness: 0).bellsFactor)
    let whole = Self.loudness(of: timeline, trimmed, only: nil, aspects: [.integrated, .truePeak])
    return Balance.reaching(target, for: whole, bells: trim)
  }

  private static func loudness(
    of timeline: Timeline, _ score: Score, only stem: Stem?, aspects: Set<Loudness.Aspect>
  ) -> Loudness {
    var renderer = Renderer(score, only: stem)
    var part = timeline
    part.events.removeAll { stem != nil && $0.stem != stem }
    return Loudness.measured(of: part, aspects: aspects, while: { Interruption.goesOn }) {
      frame, out, frames in
      renderer.seek(to: frame)
      _ = renderer.render(into: out, frames: frames)
    } ?? Loudness(integrated: -.infinity, momentary: -.infinity, truePeak: -.infinity)
  }
}

extension Event {
  /// The part of the mix it is heard in.
  fileprivate var stem: Stem? {
    switch kind {
    case .speech: .voice
    case .bell: .bells
    case .breath: .breath
    case .pause: nil
    }
  }
}
