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

  // Wishes and values for a recipient.
  case phraseVerb = "phrase-verb"
  case phraseWording = "phrase-wording"
  case bareThey = "bare-they"
  case valueAgreement = "value-agreement"
  case valueWords = "value-words"
}
