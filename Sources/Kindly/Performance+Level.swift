import KindlySound
import KindlySpeech

extension Performance {
  /// How loud a session is made.
  public enum Level: Hashable, Sendable {
    /// As the voice and bell files have it.
    case asWritten
    /// Speech at a loudness in LUFS, and everything else moved with it. Above −12 it is −12: closer to
    /// its peaks speech would be distorted.
    case voice(Double)

    /// As loud as other spoken recordings: −18 LUFS.
    public static let usual = Level.voice(LoudnessScale.voice)
  }
}

extension Performance.Level {
  /// The loudness that speech really gets, in LUFS; nil where every narrator has its own.
  public var speech: Double? {
    switch self {
    case .asWritten: nil
    case .voice(let loudness): min(loudness, LoudnessScale.loudestVoice)
    }
  }

  /// The session's constant factor.
  var gain: Float {
    Float(MathFunctions.amplitude(decibels: (speech ?? LoudnessScale.voice) - LoudnessScale.voice))
  }

  /// The clip as the score needs it: its peaks below `LoudnessScale.voicePeak` after the gain.
  /// - Parameter asWritten: the loudness that the narrator's file asks for, in LUFS.
  func clip(_ clip: Clip, asWritten: Double) -> Clip {
    let wanted: SpeechLevel
    switch speech {
    case nil where asWritten != LoudnessScale.voice:
      wanted = SpeechLevel(loudness: asWritten, ceiling: LoudnessScale.voicePeak)
    case let speech? where speech > LoudnessScale.voice:
      wanted = SpeechLevel(
        loudness: LoudnessScale.voice,
        ceiling: LoudnessScale.voicePeak - (speech - LoudnessScale.voice))
    case _: return clip
    }
    return .due(count: clip.count, isKept: false) {
      guard var samples = clip.copied() else { return nil }
      wanted.apply(to: &samples, rate: 48_000)
      return samples
    }
  }
}

extension Clip {
  /// The same samples, louder or softer.
  func changed(decibels: Double) -> Clip {
    let factor = Float(MathFunctions.amplitude(decibels: decibels))
    return .due(count: count, isKept: false) { [self] in copied()?.map { factor * $0 } }
  }
}
