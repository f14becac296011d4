import KindlyLanguage

/// What stands between a script and its timeline, or is heard but probably not meant: facts only,
/// their words are in `ComposingProblem+ProblemWords.swift`.
enum ComposingProblem: Hashable {
  /// Nothing of that name.
  case unknown(Thing, name: String, near: [String])
  /// Something of that name that can't be used.
  case unusable(Thing, name: String, why: String)
  /// `[background louder]` where none lies.
  case noBackground
  /// Files that include each other in a circle.
  case includeCycle(chain: [String])
  /// Files that include each other too deep.
  case includeTooDeep(chain: [String], limit: Int)
  /// A narrator who doesn't speak the language, and those who do.
  case voiceLanguage(voice: String, language: String, speakers: [String])
  /// A language that no narrator speaks.
  case noVoice(language: String)
  /// `[toward freind]`.
  case unknownPerson(name: String, near: String?)
  /// A wish without words for its recipient.
  case wish(PhraseProblem)
  /// A value without words for its recipient.
  case value(ValueProblem)
  /// A `>` line inside `[for each …]` in a language without a table.
  case wishWithoutTable(language: String)
  /// `{word}` that nobody set.
  case unsetValue(name: String)
  /// Text that is too long once its values are filled in.
  case valueTooLong(characters: Int, limit: Int)
  /// Words that the narrator failed at.
  case unspeakable(text: String, why: String, advice: String)
  /// Bells every 0 s.
  case everyNothing
  /// A breath without in or out.
  case breathless
  /// More events than a timeline holds.
  case tooManyEvents(count: Int, limit: Int)
  /// Longer than a day.
  case tooLongAltogether(frames: Int64, limit: Int64)
  /// A moment of the practice in a block or an included file.
  case pinInside(Enclosure)
  /// A moment that is not after the one before it.
  case pinNotAfter(frame: Int64, earlier: Int64)
  /// More stands before a moment than fits.
  case pinTooEarly(frame: Int64, earliest: Int64, account: Account)
  /// A moment after the asked end.
  case pinAfterEnd(frame: Int64, length: Int64)
  /// A length that the practice can't have.
  case cannotLast(asked: Int64, reach: Reach, account: Account)
  /// No sound and no silence.
  case nothingToHear
  /// `[phrases, fill]` in a practice without a length.
  case fillWithoutLength
  /// An utterance of more than twenty seconds.
  case longUtterance(frames: Int64)
  /// A difficult person, and no `Care` line in the header.
  case difficultWithoutCare
  /// Words while the last bell still rings.
  case speechOverClosingBell(after: Int64)

  /// What a script names.
  enum Thing: String, Hashable {
    case practice
    case phrases
    case voice
    case bell
    case background
    case recording
  }

  /// What a moment of the practice may not stand in.
  enum Enclosure: Hashable {
    case block
    case include
  }
}

/// A problem and its place; without a place it is about the whole of the practice.
struct Finding: Hashable {
  var problem: ComposingProblem
  var origin: Origin?
}
