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
  /// The listener's settings: `me.profile`.
  case profile

  /// The kind a path's ending names; nil for other endings.
  public init?(path: String) {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    self.init(rawValue: String(path[path.index(after: dot)...]).lowercased())
  }

  /// The keys its header may hold, in the order they are listed; empty where the module that
  /// validates the sheet has the list.
  var headerKeys: [String] {
    switch self {
    case .practice, .course:
      [
        "Title", "Summary", "Author", "Language", "Voice", "Bell", "Length", "Breath", "Phrases",
        "Recordings", "Toward", "Person", "Care", "Tags", "Pronounce",
      ]
    case .phrases: ["Title", "Summary", "Author", "Language", "Tags"]
    case .voice, .bell, .profile: []
    }
  }
}
