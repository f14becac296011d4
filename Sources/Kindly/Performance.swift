public import KindlyCompiler
import KindlyLibrary
public import KindlyRender
import KindlySound
public import KindlyTimeline

/// A practice ready to sound: its timeline, and its score at the loudness it is heard at.
///
/// The gain is constant over the session and the same for a loudspeaker and for a file, so both get
/// the same samples.
public struct Performance: Sendable {
  /// The practice it was made from.
  public let manuscript: Manuscript
  /// What happens when, and what is worth knowing about it.
  public let composition: Composition
  /// Everything a `Renderer` needs.
  public let score: Score
  /// How loud it is made.
  public let level: Level

  /// What happens when.
  public var timeline: Timeline { composition.timeline }
}

extension Composer {
  /// Makes a composed practice ready to sound. Nothing is measured: how loud everything is, is known.
  ///
  /// - Parameters:
  ///   - composition: from `composition(of:order:)` of this composer.
  ///   - manuscript: the practice it was composed from.
  ///   - level: how loud it is made.
  ///   - fadeOut: how long the end fades to silence.
  /// - Throws: `Unfit` when a bell can't be read any more.
  public func performance(
    of composition: Composition, from manuscript: Manuscript, level: Performance.Level = .usual,
    fadeOut: Frames = .zero
  ) throws(Unfit) -> Performance {
    Performance(
      manuscript: manuscript, composition: composition,
      score: try score(of: composition.timeline, level: level, fadeOut: fadeOut), level: level)
  }
}
