public import KindlySound

/// One thing to say, in one voice.
public struct SpeechRequest: Sendable, Hashable {
  /// The words as the listener sees them.
  public var text: String
  /// Who says them.
  public var voice: Voice
  /// Times the voice's own speed: 1 is normal.
  public var pace: Double
  /// How often the listener heard this text before in the session: another take of it, if the voice has
  /// takes. They go round after `takes`.
  public var take: Int
  /// Respellings of the practice, in order; they come before the voice's own.
  public var pronunciations: [Respelling]

  /// Words of the listener's own list and the built-in one; they come after the voice's own.
  public var words: LanguageLexicons?

  /// Takes of one text.
  public static let takes = Take.count

  /// UTF-8 bytes of a text beyond this are not spoken; the language allows 2,000 characters.
  public static let longestText = 20_000

  /// `text` at `pace` times the speed of the voice, in its `take`-th form.
  public init(
    text: String, voice: Voice, pace: Double = 1, take: Int = 0,
    pronunciations: [Respelling] = [], words: LanguageLexicons? = nil
  ) {
    self.text = text
    self.voice = voice
    self.pace = pace
    self.take = take
    self.pronunciations = pronunciations
    self.words = words
  }
}

/// What was said: from the first audible sample to the last, at the voice's loudness.
public struct SpokenClip: Sendable {
  /// Mono samples at 48 kHz. Their number is known; they may still have to be made: `Clip.fill`.
  public let clip: Clip
  /// When each word is heard, in order; empty if the engine does not tell.
  public let words: [SpokenWord]

  /// Joins samples and word times.
  public init(clip: Clip, words: [SpokenWord]) {
    self.clip = clip
    self.words = words
  }
}

/// A word's place in a clip.
public struct SpokenWord: Sendable, Hashable {
  /// First frame, counted from the start of the clip.
  public var start: Int
  /// Length in frames, without the silence that follows.
  public var frames: Int
  /// UTF-8 offsets in the request's text as it was given.
  public var range: Range<Int>

  /// `start` and `frames` in frames of the clip, `range` in UTF-8 bytes of the text.
  public init(start: Int, frames: Int, range: Range<Int>) {
    self.start = start
    self.frames = frames
    self.range = range
  }
}
