/// The stable names of everything that can be said about a practice while it is composed; the names
/// never change their meaning. What can be said about a file alone is in Practice's `ProblemCode`.
public enum ComposingCode: String, Sendable, Hashable, CaseIterable {
  // Names that lead nowhere.
  case unknownPractice = "unknown-practice"
  case unknownPhrases = "unknown-phrases"
  case unknownVoice = "unknown-voice"
  case unknownBell = "unknown-bell"
  case unknownBackground = "unknown-background"
  case noBackground = "no-background"
  case unknownRecording = "unknown-recording"
  case unknownPerson = "unknown-person"
  case unusable = "unusable-file"
  case includeCircle = "include-circle"
  case includeDepth = "include-depth"

  // Words that can't be said.
  case voiceLanguage = "voice-language"
  case phraseLanguage = "phrase-language"
  case unsetValue = "unset-value"
  case valueLength = "value-length"
  case unspeakable = "unspeakable"
  case longUtterance = "long-utterance"
  case noCareNote = "no-care-note"

  // Time.
  case noTime = "no-time"
  case sessionEvents = "session-events"
  case sessionLength = "session-length"
  case momentPlace = "moment-place"
  case momentOrder = "moment-order"
  case momentEarly = "moment-too-early"
  case momentEnd = "moment-after-end"
  case lengthShort = "length-too-short"
  case lengthLong = "length-too-long"
  case nothing = "nothing-to-hear"
  case fillLength = "fill-without-length"
  case overBell = "words-over-bell"
}
