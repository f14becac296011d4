import Glibc

/// Decibels of an amplitude relative to 1; −∞ for none.
func decibels(amplitude: Double) -> Double { amplitude > 0 ? 20 * log10(amplitude) : -.infinity }

/// The constant gains of a session: one for everything, one more for its bells.
public struct Balance: Sendable, Hashable {
  /// Decibels for the whole session.
  public var session: Double
  /// Decibels for the bells beside that; 0 or less.
  public var bells: Double
  /// Loudness the session has then, in LUFS; lower than asked when the peak would be too high.
  public var loudness: Double

  /// No change at all.
  public static let unchanged = Balance(session: 0, bells: 0, loudness: -.infinity)

  /// Makes a balance from its parts.
  public init(session: Double, bells: Double, loudness: Double) {
    self.session = session
    self.bells = bells
    self.loudness = loudness
  }

  /// The gain of the whole as a factor.
  public var factor: Float { Float(pow(10, session / 20)) }

  /// The further gain of the bells as a factor.
  public var bellsFactor: Float { Float(pow(10, bells / 20)) }
}

extension Balance {
  /// Highest true peak of a finished file, in dBTP (EBU R 128 s1).
  public static let ceiling = -1.0
  /// How far the loudest 400 ms of a bell may stand above speech, in LU.
  public static let bellsAboveSpeech = 3.0
  /// Loudness of a finished file in LUFS: calm, and as loud as other spoken recordings.
  public static let usual = -18.0

  /// How far to turn bells down, in decibels, so that they do not startle.
  public static func trim(bells: Loudness, under speech: Loudness) -> Double {
    guard bells.momentary.isFinite, speech.integrated.isFinite else { return 0 }
    return min(0, speech.integrated + bellsAboveSpeech - bells.momentary)
  }

  /// The constant gain that brings a session (its bells already trimmed by `bells`) to `target` LUFS,
  /// or as near as its peaks allow. Silence stays as it is.
  public static func reaching(
    _ target: Double = usual, for whole: Loudness, bells: Double = 0
  ) -> Balance {
    guard whole.integrated.isFinite, whole.truePeak.isFinite else {
      return Balance(session: 0, bells: bells, loudness: -.infinity)
    }
    let session = min(target - whole.integrated, ceiling - whole.truePeak)
    return Balance(session: session, bells: bells, loudness: whole.integrated + session)
  }
}
