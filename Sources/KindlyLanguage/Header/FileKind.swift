/// The kinds of files that this module reads as text with a header.
public enum FileKind: String, Sendable, Hashable, CaseIterable {
  /// A script: `.practice`.
  case practice
  /// A practice whose sections are days: `.course`.
  case course
  /// A phrase set: `.phrases`.
  case phrases
  /// A narrator: `.voice`.
  case voice
  /// A bell: `.bell`.
  case bell
  /// A background: `.background`.
  case background
  /// The listener's settings: `me.profile`.
  case profile
  /// Words and how to say them: `.pronunciations`.
  case pronunciations

  /// The kind a path's ending names; nil for other endings.
  public init?(path: String) {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    self.init(rawValue: String(path[path.index(after: dot)...]).lowercased())
  }

  /// Whether its `Key: value` lines are a header, which a blank line ends; in other files every line
  /// may be one.
  var hasHeader: Bool { !headerKeys.isEmpty }

  /// The keys that its header may hold, in the order they are listed.
  var headerKeys: [HeaderKey] {
    switch self {
    case .practice, .course: HeaderKey.allCases
    case .phrases: HeaderKey.allCases.filter(\.isOfPhraseSets)
    case .voice, .bell, .background, .profile, .pronunciations: []
    }
  }

  /// Every key of its lines, as it is spelled, with what there is to know about it.
  public var keys: [(name: String, declaration: KeyDeclaration)] {
    switch self {
    case .practice, .course, .phrases: headerKeys.map { ($0.rawValue, $0.declaration) }
    case .voice: VoiceKey.allCases.map { ($0.rawValue, $0.declaration) }
    case .bell: BellKey.allCases.map { ($0.rawValue, $0.declaration) }
    case .background: BackgroundKey.allCases.map { ($0.rawValue, $0.declaration) }
    case .profile: ProfileKey.allCases.map { ($0.rawValue, $0.declaration) }
    // Its few keys are declared with its reader.
    case .pronunciations: []
    }
  }
}
