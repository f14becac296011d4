package import KindlyMessages

/// A kind of text in the library, its ending and its folder.
public enum Kind: String, Sendable, Hashable, CaseIterable {
  /// A session.
  case practice
  /// Wishes for `[phrases]`.
  case phrases
  /// Sessions for several days.
  case course
  /// A narrator.
  case voice
  /// A bell.
  case bell
  /// Words and how to say them.
  case pronunciations
  /// A bed of sound.
  case background

  /// The folder inside a library, built in or the user's own.
  public var folder: String {
    switch self {
    case .practice: "Sessions"
    case .phrases: "Sessions/Phrases"
    case .course: "Sessions/Courses"
    case .voice: "Voices/Narrators"
    case .bell: "Voices/Bells"
    case .pronunciations: "Voices/Pronunciations"
    case .background: "Voices/Backgrounds"
    }
  }

  /// `.practice` and so on.
  public var ending: String { "." + rawValue }

  /// Whether a file's name has the ending, in capitals or not.
  public func isEnding(of name: some StringProtocol) -> Bool {
    name.count > ending.count && name.lowercased().hasSuffix(ending)
  }

  /// What people call one.
  public var noun: String {
    switch self {
    case .practice: "practice"
    case .phrases: "phrase set"
    case .course: "course"
    case .voice: "voice"
    case .bell: "bell"
    case .pronunciations: "list of pronunciations"
    case .background: "background"
    }
  }

  /// The noun behind its article, in every language of the program.
  package var message: Message {
    switch self {
    case .practice: .aPractice
    case .phrases: .aPhraseSet
    case .course: .aCourse
    case .voice: .aVoice
    case .bell: .aBell
    case .pronunciations: .aPronunciationList
    case .background: .aBackground
    }
  }
}
