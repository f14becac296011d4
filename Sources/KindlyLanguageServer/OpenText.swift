public import KindlyAuthoring
import KindlyBase
import KindlyLanguage

/// A text that is open in the editor.
public struct OpenText: Sendable {
  /// The editor's name of it.
  public let address: String
  /// The editor's count of its changes.
  public internal(set) var version: Int
  /// What it says.
  public internal(set) var text: AuthoredText
  /// What composing it found beside `text.diagnostics`, for the version that was composed.
  var composing: [Diagnostic] = []
  /// When it is heard, of the version that was composed last.
  var heard: HeardText?
  /// Whether it changed since it was composed.
  var isStale = true

  init(address: String, version: Int, words: String) {
    self.address = address
    self.version = version
    let path = FileAddress.path(of: address)
    text = AuthoredText(
      Source(path: path, text: words), as: FileKind(path: path) ?? .practice)
  }

  /// Makes the changes that an editor sends; false if one is none.
  mutating func change(_ changes: [JSON]) -> Bool {
    var source = text.source
    var positions = text.positions
    for (index, change) in changes.enumerated() {
      guard let words = change["text"]?.words else { return false }
      if let range = change["range"] {
        guard let span = range.span(positions) else { return false }
        source = source.applying([TextEdit(span, words)])
      } else {
        source = Source(path: source.path, text: words)
      }
      if index + 1 < changes.count { positions = TextPositions(of: source) }
    }
    text = AuthoredText(source, as: text.kind)
    isStale = true
    // What composing found is about other places now.
    composing = []
    return true
  }

  /// Everything there is to say, as the editor takes it.
  var problems: JSON {
    .array((text.diagnostics + composing).map(problem))
  }

  func problem(_ diagnostic: Diagnostic) -> JSON {
    let isHere = diagnostic.path == text.source.path
    let span = isHere ? diagnostic.span : nil
    let words = [diagnostic.message, diagnostic.hint].filter { !$0.isEmpty }.joined(separator: " ")
    return .object([
      ("range", range(span ?? SourceSpan(0, 0))),
      ("severity", .int(diagnostic.severity == .error ? 1 : 2)),
      ("code", .string(diagnostic.code)), ("source", .string("kindly")),
      ("message", .string((isHere ? "" : visible(diagnostic.path) + ": ") + visible(words))),
    ])
  }

  /// A span as the editor takes it.
  func range(_ span: SourceSpan) -> JSON {
    .object([
      ("start", text.positions.position(of: span.lower).json),
      ("end", text.positions.position(of: span.upper).json),
    ])
  }

  /// Changes as the editor takes them.
  func edits(_ edits: [TextEdit]) -> JSON {
    .array(
      edits.map { .object([("range", range($0.span)), ("newText", .string($0.text))]) })
  }

  /// Changes of this text alone, as the editor takes them.
  func workspaceEdit(_ edits: [TextEdit]) -> JSON {
    .object([("changes", .object([(address, self.edits(edits))]))])
  }
}

extension TextPosition {
  /// As the editor takes it.
  var json: JSON {
    .object([("line", .int(Int64(line))), ("character", .int(Int64(column)))])
  }
}

extension JSON {
  /// A place as an editor names it.
  func offset(_ positions: TextPositions) -> Int? {
    guard let line = self["line"]?.whole, let column = self["character"]?.whole else { return nil }
    return positions.offset(of: TextPosition(line: line, column: column))
  }

  /// A range as an editor names it.
  func span(_ positions: TextPositions) -> SourceSpan? {
    guard let start = self["start"]?.offset(positions), let end = self["end"]?.offset(positions)
    else { return nil }
    return SourceSpan(min(start, end), max(start, end))
  }
}
