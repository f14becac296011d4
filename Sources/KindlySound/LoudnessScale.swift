/// The scale that makes one voice and one bell equally loud in every session.
///
/// Everything is anchored on speech. Voice, bell and background files say how loud they are beside a
/// voice at −18 LUFS, as other spoken recordings have it; a session for another loudness is made
/// louder or softer as a whole. So nothing needs to be measured before the first sound.
public enum LoudnessScale {
  /// Loudness of speech in LUFS (EBU R 128, integrated over what is said), from both loudspeakers.
  public static let voice = -18.0
  /// The highest true peak of speech in dBTP. What is between it and `ceiling` is left for the bells
  /// and the background that sound under the words.
  public static let voicePeak = -3.0
  /// How far true peaks of a background may be above its loudness, in dB; higher ones are held down.
  public static let mostAboveBackground = 20.0
  /// The highest true peak of a background that is 20 dB below the voice, as they are, in dBTP.
  public static let usualBackgroundPeak = voice - 20 + mostAboveBackground
  /// The highest true peak of a session in dBTP (EBU R 128 s1).
  public static let ceiling = -1.0
  /// How far the loudest 400 ms of a bell may be above speech, in LU, so that none startles.
  public static let mostAboveVoice = 3.0
  /// The loudest speech in LUFS: less than 9 dB below its peaks it would be distorted.
  public static let loudestVoice = -12.0
}
