import KindlySpeech
public import KindlyRender
import KindlySound
public import KindlyTimeline

extension Composer {
  /// Puts a composed timeline together with its samples and bells.
  ///
  /// - Parameters:
  ///   - timeline: from `composition(of:order:)` of this composer.
  ///   - level: how loud it is made.
  ///   - fadeOut: how long the end fades to silence.
  /// - Throws: `Unfit` when a bell can't be read any more.
  public func score(
    of timeline: Timeline, level: Performance.Level = .usual, fadeOut: Frames = .zero
  ) throws(Unfit) -> Score {
    try Score(
      timeline, gain: level.gain, fadeOut: fadeOut, closing: try closing(of: timeline),
      clip: { (utterance) throws(Unfit) in
        let voice = try self.voice(named: utterance.voice)
        return self.clips[utterance].map { level.clip($0.clip, asWritten: voice.voice.loudness) }
      },
      bell: { (strike) throws(Unfit) in
        try self.bell(named: strike.bell).struck(strength: strike.strength)
      },
      background: { (span) throws(Unfit) in try self.sound(of: span) })
  }

  /// The soft strike that ends a session early: its last bell, at half strength.
  private func closing(of timeline: Timeline) throws(Unfit) -> StruckBell? {
    for event in timeline.events.reversed() {
      if case .bell(let strike) = event.kind {
        return try bell(named: strike.bell).struck(strength: 0.5)
      }
    }
    return nil
  }
}
