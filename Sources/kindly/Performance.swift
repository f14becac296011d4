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
    self.manuscript = manuscript
    composition = try workshop.composition(of: manuscript, order: order)
    let studio = workshop.studio
    do {
      let balance = try Self.balance(composition.timeline, level: level, studio: studio)
      loudness = balance.loudness
      score = try studio.score(
        of: composition.timeline, gain: balance.factor,
        bellsGain: Balance(session: balance.bells, bells: 0, loudness: 0).factor,
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
    func measured(_ score: Score, only stem: Stem? = nil) -> Loudness {
      var renderer = Renderer(score, only: stem)
      return Loudness.measured(of: timeline.frames) { out, frames in
        _ = renderer.render(into: out, frames: frames)
      } ?? Loudness(integrated: -.infinity, momentary: -.infinity, truePeak: -.infinity)
    }
    let trim = Balance.trim(
      bells: measured(plain, only: .bells), under: measured(plain, only: .voice))
    let trimmed =
      trim == 0
      ? plain
      : try studio.score(
        of: timeline, bellsGain: Balance(session: trim, bells: 0, loudness: 0).factor)
    return Balance.reaching(target, for: measured(trimmed), bells: trim)
  }
}
