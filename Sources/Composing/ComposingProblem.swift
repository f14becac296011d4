import Practice

/// What stands between a script and its timeline: facts only, the words are in `Wording`.
enum ComposingProblem: Hashable {
  case unknownInclude(name: String, near: [String])
  case unusableInclude(name: String, why: String)
  case includeCycle(chain: [String])
  case includeTooDeep(chain: [String], limit: Int)
  case unknownPhrases(name: String, near: [String])
  case unusablePhrases(name: String, why: String)
  case unknownVoice(name: String, near: [String])
  case unusableVoice(name: String, why: String)
  case voiceLanguage(voice: String, language: String, speakers: [String])
  case noVoice(language: String)
  case unknownBell(name: String, near: [String])
  case unusableBell(name: String, why: String)
  case unknownRecording(name: String, near: [String])
  case unusableRecording(name: String, why: String)
  case unspeakable(text: String, why: String)
  case unsetValue(name: String)
  case valueTooLong(characters: Int, limit: Int)
  case unknownPerson(name: String, near: String?)
  case wish(PhraseProblem)
  case value(ValueProblem)
  case wishWithoutTable(language: String)
  case tooManyEvents(count: Int, limit: Int)
  case tooLongAltogether(frames: Int64, limit: Int64)
  case everyNothing
  case breathless
  case pinInside(Enclosure)
  case pinNotAfter(frame: Int64, earlier: Int64)
  case pinTooEarly(frame: Int64, earliest: Int64, from: Int64, account: Account)
  case pinAfterEnd(frame: Int64, length: Int64)
  case cannotLast(asked: Int64, shortest: Int64, longest: Int64?, account: Account)
  case nothingToHear
  case noDays
  case soundBeforeDays
  case fillWithoutLength
  case manyWishes(count: Int)
  case longUtterance(frames: Int64)
  case speechOverClosingBell(frames: Int64)
  case difficultWithoutCare

  /// What a pin may not stand in.
  enum Enclosure: Hashable {
    case block
    case include
    case course
  }
}

/// What is fixed in a practice, or in the part of it before a pin.
struct Account: Hashable {
  var speech: Int64 = 0
  var breaths: Int64 = 0
  var written: Int64 = 0
  var bells: Int64 = 0
  var end: Int64 = 0
  /// The longest fixed parts, with their lines.
  var longest: [Fixed] = []
  /// Whether there is anything that may shrink or grow at all.
  var hasFlexible = false

  struct Fixed: Hashable {
    var frames: Int64
    var place: String
    var words: String
  }
}

/// A problem and its place; without a place it is about the whole of the practice.
struct Finding: Hashable {
  var problem: ComposingProblem
  var origin: Origin?
}
