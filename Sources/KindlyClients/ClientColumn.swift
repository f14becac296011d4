/// A column of a table of people. Any other column is the value of a `{word}`.
public enum ClientColumn: String, Sendable, Hashable, CaseIterable {
  case id
  case name
  case pronoun
  case length
  case voice
  case bell
  case background
  case phrases
  case wishes
  case toward
  case language

  /// What stands in it, for people.
  public var meaning: String {
    switch self {
    case .id: "names the person's folder; each its own"
    case .name: "what {listener} says"
    case .pronoun: "she, he or they, where wishes name them"
    case .length: "how long the session lasts, such as 12,5 min"
    case .voice: "the narrator"
    case .bell: "the bell, or none"
    case .background: "what lies under it: rain, softly; a sound file; or none"
    case .phrases: "a phrase set beside the practice, in the library, or a path"
    case .wishes: "own wishes instead, with \" | \" between them"
    case .toward: "whom wishes are for, such as friend or \"Maya, she\""
    case .language: "the practice in another language, such as evening-de beside evening"
    }
  }
}
