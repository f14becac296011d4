public import KindlyCompiler
import KindlyLibrary
import KindlyRecording
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
  /// LUFS of the whole as it will be heard; −∞ where it was not measured.
  public let loudness: Double

  /// What happens when.
  public var timeline: Timeline { composition.timeline }

  /// How loud a session is made.
  public enum Level: Hashable, Sendable {
    /// As the voice and bell files have it.
    case asWritten
    /// To an integrated loudness in LUFS, from −70 to 0, or as near as peaks of −1 dBTP allow.
    case integrated(Double)

    /// As loud as other spoken recordings: −18 LUFS.
    public static let usual = Level.integrated(Balance.usual)
  }
}

extension Composer {
  /// Has a composed practice balanced. Renders every sounding part of it up to three times, unless the
  /// cache knows how loud it is.
  ///
  /// - Parameters:
  ///   - composition: from `composition(of:order:)` of this composer.
  ///   - manuscript: the practice it was composed from.
  ///   - level: how loud it is made.
  ///   - fadeOut: how long the end fades to silence.
  ///   - continues: asked now and then; after a no the loudness is not measured to its end.
  /// - Throws: `Unfit` when a bell can't be read any more.
  public func performance(
    of composition: Composition, from manuscript: Manuscript, level: Performance.Level = .usual,
    fadeOut: Frames = .zero, while continues: () -> Bool = { true }
  ) throws(Unfit) -> Performance {
    let balance = try knownBalance(of: composition.timeline, level: level, while: continues)
    return Performance(
      manuscript: manuscript, composition: composition,
      score: try score(
        of: composition.timeline, gain: balance.factor, bellsGain: balance.bellsFactor,
        fadeOut: fadeOut),
      loudness: balance.loudness)
  }

  /// The balance as the cache has it, or measured and kept there.
  private func knownBalance(
    of timeline: Timeline, level: Performance.Level, while continues: () -> Bool
  ) throws(Unfit) -> Balance {
    guard case .integrated(let target) = level, let folders = library.folders else {
      return try balance(of: timeline, level: level, while: continues)
    }
    let known = KnownBalances(in: folders)
    // A change of how sessions are balanced changes the second number.
    let session = try fingerprint(of: timeline) ^ target.bitPattern &* 0x9e37_79b9_7f4a_7c15 ^ 1
    if let balance = known.balance(of: session) { return balance }
    let balance = try balance(of: timeline, level: level, while: continues)
    // What was broken off is no measurement.
    if continues() { known.keep(balance, of: session) }
    return balance
  }

  private func balance(
    of timeline: Timeline, level: Performance.Level, while continues: () -> Bool
  ) throws(Unfit) -> Balance {
    guard case .integrated(let target) = level else { return .unchanged }
    func measured(_ score: Score, only stem: Stem?, _ aspects: Set<Loudness.Aspect>) -> Loudness {
      Loudness(of: timeline, score, only: stem, aspects: aspects, while: continues)
    }
    let plain = try score(of: timeline)
    let bells = measured(plain, only: .bells, [.momentary])
    let speech = measured(plain, only: .voice, [.integrated])
    let trim = Balance.trim(bells: bells, under: speech)
    let trimmed =
      trim == 0
      ? plain
      : try score(
        of: timeline, bellsGain: Balance(session: 0, bells: trim, loudness: 0).bellsFactor)
    let whole = measured(trimmed, only: nil, [.integrated, .truePeak])
    return Balance.reaching(target, for: whole, bells: trim)
  }
}

extension Loudness {
  /// The loudness of a score or of one stem of it; −∞ where that could not be measured.
  fileprivate init(
    of timeline: Timeline, _ score: Score, only stem: Stem?, aspects: Set<Aspect>,
    while continues: () -> Bool
  ) {
    var renderer = Renderer(score, only: stem)
    var part = timeline
    part.events.removeAll { stem != nil && $0.stem != stem }
    let measured = Loudness.measured(of: part, aspects: aspects, while: continues) {
      frame, out, frames in
      renderer.seek(to: frame)
      _ = renderer.render(into: out, frames: frames)
    }
    self =
      measured ?? Loudness(integrated: -.infinity, momentary: -.infinity, truePeak: -.infinity)
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
