public import KindlyLanguage

/// A text in an editor, read once: what its problems are, and what stands where.
///
/// A value; reading it again after each change is cheap. Everything an editor asks for is a function of
/// it, of the names of a library (`KnownNames`) and of what was composed from it (`HeardText`).
public struct AuthoredText: Sendable {
  /// The text.
  public let source: Source
  /// What kind of file it is.
  public let kind: FileKind
  /// Errors and warnings that the text alone shows, in order.
  public let diagnostics: [Diagnostic]
  /// Places as editors count them.
  public let positions: TextPositions
  /// The tree of a practice or course; empty for other files.
  let script: Script

  /// Reads a text.
  public init(_ source: Source, as kind: FileKind) {
    self.source = source
    self.kind = kind
    positions = TextPositions(of: source)
    switch kind {
    case .practice, .course:
      let reading = kind == .practice ? read(practice: source) : read(course: source)
      (script, diagnostics) = (reading.tree, reading.diagnostics)
    case .phrases, .voice, .bell, .background, .profile, .pronunciations:
      (script, diagnostics) = (Script(), KindlyLanguage.diagnostics(of: source, as: kind))
    }
  }

  /// Whether something must be fixed before the text can be used.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Every node of the tree, those inside blocks as well, in the order of the text.
  var nodes: [Node] { Self.flat(script.body) }

  private static func flat(_ nodes: [Node]) -> [Node] {
    nodes.flatMap { node in
      if case .block(let block) = node { [node] + flat(block.body) } else { [node] }
    }
  }
}

/// The names that a library and a profile hold, for completion.
public struct KnownNames: Sendable {
  /// Practices that can be included.
  public var practices: [String] = []
  /// Phrase sets.
  public var phrases: [String] = []
  /// Narrators.
  public var voices: [String] = []
  /// Bells.
  public var bells: [String] = []
  /// Backgrounds.
  public var backgrounds: [String] = []
  /// People of the profile.
  public var people: [String] = []

  /// No names at all.
  public init() {}
}
