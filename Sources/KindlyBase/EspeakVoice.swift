/// A voice of espeak-ng.
public struct EspeakVoice: Sendable, Hashable {
  /// espeak's name of the language voice, such as `en-us` or `en-gb-x-rp`.
  public var voice: String
  /// Timbre on top of it.
  public var variant: Variant
  /// 0 to 100, 50 is the voice's own.
  public var pitch: Int
  /// How far the pitch moves, 0 to 100.
  public var range: Int
  /// 0 to 200; 100 is espeak's own. Strong voices clip inside espeak, so they are asked for less:
  /// loudness is made afterwards, without clipping.
  public var volume: Int
  /// Pause between words in units of 10 ms, on top of the voice's own.
  public var wordGap: Int

  /// A voice as espeak-ng has it, but for what is said.
  public init(
    voice: String, variant: Variant = .none, pitch: Int = 50, range: Int = 50, volume: Int = 100,
    wordGap: Int = 0
  ) {
    self.voice = voice
    self.variant = variant
    self.pitch = pitch
    self.range = range
    self.volume = volume
    self.wordGap = wordGap
  }

  /// A timbre.
  public enum Variant: Sendable, Hashable {
    /// The language voice as it is.
    case none
    /// One that comes with espeak-ng, such as `Alicia`.
    case named(String)
    /// One of our own: the text of an espeak-ng variant file.
    case own(String)
  }
}
