public import KindlyBase
public import KindlyRender
import KindlySound
public import KindlyTimeline

/// A practice ready to sound: its timeline, and its score at the loudness it is heard at.
///
/// The gain is constant over the session and the same for a loudspeaker and for a file, so both get
/// the same samples.
public struct Performance: Sendable {
  /// What happens when, and what is worth knowing about it.
  public let composition: Composition
  /// Everything a `Renderer` needs.
  public let score: Score
  /// How loud it is made.
  public let level: Level

  /// The practice it was made from.
  public var manuscript: Manuscript { composition.manuscript }

  /// What happens when.
  public var timeline: Timeline { composition.timeline }
}

extension Composition {
  /// Makes it ready to sound. Nothing is measured: how loud everything is, is known.
  ///
  /// - Parameters:
  ///   - level: how loud it is made.
  ///   - fadeOut: how long the end fades to silence.
  /// - Throws: `LookupError` when a sound file that lies under it can't be read.
  public func performance(
    level: Performance.Level = .usual, fadeOut: Frames = .zero
  ) throws(LookupError) -> Performance {
    let score = try Score(
      timeline, gain: level.gain, fadeOut: fadeOut, closing: closing,
      clip: { (utterance) throws(LookupError) in
        speech[utterance].map { spoken in
          let clip = level.clip(spoken.clip, asWritten: spoken.asWritten)
          return utterance.isSoft ? clip.changed(decibels: Utterance.softly) : clip
        }
      },
      bell: { (strike) throws(LookupError) in bells[strike.bell]?.struck(strength: strike.strength)
      },
      background: { (span) throws(LookupError) in
        if let found = backgrounds[span.name] { return found.sound }
        return try span.soundOfFile()
      })
    return Performance(composition: self, score: score, level: level)
  }

  /// The soft strike that ends a session early: its last bell, at half strength.
  private var closing: StruckBell? {
    for event in timeline.events.reversed() {
      if case .bell(let strike) = event.kind {
        return bells[strike.bell]?.struck(strength: 0.5)
      }
    }
    return nil
  }
}
