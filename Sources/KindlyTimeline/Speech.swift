/// Words spoken at a place in the timeline.
public struct Speech: Sendable, Hashable {
  /// What is said and how: the key by which its samples are found.
  public var utterance: Utterance
  /// Whether it is a wish that the listener repeats silently.
  public var isPhrase: Bool
  /// Whom a phrase is directed at, such as `friend`; nil in guidance.
  public var recipient: String?
  /// When each word begins and ends, where the engine tells.
  public var words: [Word]

  /// Makes speech from its parts.
  public init(
    utterance: Utterance, isPhrase: Bool = false, recipient: String? = nil, words: [Word] = []
  ) {
    self.utterance = utterance
    self.isPhrase = isPhrase
    self.recipient = recipient
    self.words = words
  }
}

/// A word's place in speech.
public struct Word: Sendable, Hashable {
  /// First frame, counted from the start of the speech event.
  public var start: Frames
  /// Length of the word.
  public var frames: Frames
  /// UTF-8 offsets in `Utterance.text`.
  public var range: Range<Int>

  /// `start` from the beginning of the utterance, `range` in UTF-8 bytes of its text.
  public init(start: Frames, frames: Frames, range: Range<Int>) {
    self.start = start
    self.frames = frames
    self.range = range
  }
}

/// One thing to say: everything in a script that decides how it sounds.
///
/// Two equal utterances have the same samples, so each is spoken once for a session.
public struct Utterance: Sendable, Hashable {
  /// The words as the listener sees them: values filled in, redirected, capitalized.
  public var text: String
  /// The narrator's name in the library.
  public var voice: String
  /// BCP 47 tag of the text's language.
  public var language: String
  /// Slower, normal or faster than the voice's own speed.
  public var pace: Pace
  /// Whether it is said more softly than guidance, by `softly`. The engine speaks it as anything else.
  public var isSoft: Bool
  /// How often the same words were said before, up to the voice's number of takes, then from 0 again: no
  /// two takes sound alike.
  public var take: Int
  /// Respellings in force here, in order.
  public var pronunciations: [Respelling]
  /// A sound file that is heard instead of the narrator (`[recorded "…"]`); a path that was checked.
  public var recording: String?

  /// What is said, by whom and how; `recording` is the path of a sound file in its place.
  public init(
    text: String, voice: String, language: String, pace: Pace = .normal, isSoft: Bool = false,
    take: Int = 0, pronunciations: [Respelling] = [], recording: String? = nil
  ) {
    self.text = text
    self.voice = voice
    self.language = language
    self.pace = pace
    self.isSoft = isSoft
    self.take = take
    self.pronunciations = pronunciations
    self.recording = recording
  }

  /// What is said softly is changed by so many decibels: about half as loud to the ear, and well above
  /// the backgrounds.
  public static let softly = -8.0
}

/// How fast to speak, relative to the voice.
public enum Pace: String, Sendable, Hashable {
  /// Five sixths of the voice's words per minute.
  case slower
  /// As the voice file says.
  case normal
  /// Six fifths of the voice's words per minute.
  case faster
}
