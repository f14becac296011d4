/// The stable names of everything that can be said about a file of ours.
///
/// `kindly check --explain CODE` prints the page of each; the names never change their meaning.
public enum ProblemCode: String, Sendable, Hashable, CaseIterable {
  // The text itself.
  case tooLarge = "file-too-large"
  case invalidUTF8 = "invalid-utf8"
  case nul = "nul-character"
  case control = "control-character"
  case direction = "direction-character"
  case lineTooLong = "line-too-long"
  case moreProblems = "more-problems"

  // Key: value lines.
  case unknownKey = "unknown-key"
  case noColon = "no-colon"
  case keyTwice = "key-twice"
  case emptyValue = "empty-value"
  case unreadableValue = "unreadable-value"
  case outOfRange = "out-of-range"
  case missingKey = "missing-key"

  // Rows of a bell file.
  case bellRow = "bell-row"

  // Layers of a background file.
  case backgroundRow = "background-row"

  // Rows and engines of a voice file.
  case voiceRow = "voice-row"
  case voiceEngine = "voice-engine"

  // Wishes and values for a recipient.
  case phraseVerb = "phrase-verb"
  case phraseWording = "phrase-wording"
  case bareThey = "bare-they"
  case valueAgreement = "value-agreement"
  case valueWords = "value-words"

  // The listener's profile.
  case personTwice = "person-twice"
  case takenValue = "taken-value"

  // Inside square brackets.
  case emptyCue = "empty-cue"
  case unknownCue = "unknown-cue"
  case unfinishedCue = "unfinished-cue"
  case missingUnit = "missing-unit"
  case unknownUnit = "unknown-unit"
  case ambiguousNumber = "ambiguous-number"
  case clockTime = "clock-time"
  case mixedUnits = "mixed-units"
  case backwards = "range-backwards"
  case tooLong = "too-long"
  case silenceAlone = "silence-alone"
  case saidTwice = "said-twice"
  case tooManyPeople = "too-many-people"
  case pronounAlone = "pronoun-alone"
  case notLanguage = "not-a-language"
  case openQuote = "open-quote"
  case outside = "outside-folder"

  // Spoken text and its marks.
  case emptyHeading = "empty-heading"
  case cueInHeading = "cue-in-heading"
  case cueInPhrase = "cue-in-phrase"
  case nothingToSpeak = "nothing-to-speak"
  case utteranceTooLong = "utterance-too-long"
  case openBracket = "open-bracket"
  case strayBracket = "stray-bracket"
  case badValue = "bad-value"
  case badEscape = "bad-escape"
  case parenthesisedCue = "cue-in-parentheses"
  case curlyCue = "cue-in-braces"
  case wideBrackets = "wide-brackets"
  case onlyParenthesis = "only-a-parenthesis"
  case pauseTag = "pause-as-tag"
  case tag = "tag-in-text"
  case stars = "stars-in-text"
  case bareCue = "cue-without-brackets"

  // The lines and blocks of a script.
  case frontMatter = "front-matter"
  case lateHeader = "late-header"
  case headerInText = "header-in-text"
  case blockNotEnded = "block-not-ended"
  case endWithoutBlock = "end-without-block"
  case tooDeep = "too-deep"
  case tooManyEvents = "too-many-events"
  case pinInBlock = "moment-in-block"
  case pinBackwards = "moment-is-past"
  case soundBeforeDay = "sound-before-day"

  // Phrase sets.
  case notInPhraseSet = "not-in-a-phrase-set"
  case unknownRole = "unknown-recipient"
  case manyWishes = "many-wishes"
  case noWishes = "no-wishes"
}
