import KindlyAuthoring
import KindlyBase
import KindlyLanguage

/// What an editor shows of diagnostics: places as lines and UTF-16 columns from 0.
struct Problems {
  private let source: Source
  private let positions: TextPositions

  /// The problems of a text whose lines are counted.
  init(of source: Source, at positions: TextPositions) {
    (self.source, self.positions) = (source, positions)
  }

  /// As the page reads them. What is about another file stands at the top, with that file's name.
  func json(_ diagnostics: [Diagnostic]) -> JSON {
    let path = source.path
    // Read for fixes alone, as most texts have none.
    let isFixable = diagnostics.contains { $0.replacement != nil || $0.cue != nil }
    let text = isFixable ? AuthoredText(source, as: .practice) : nil
    return .array(
      diagnostics.map { diagnostic in
        let isHere = diagnostic.path == path
        let span = isHere ? diagnostic.span : nil
        return .object([
          ("from", positions.json(span?.lower ?? 0)),
          ("to", positions.json(span?.upper ?? 0)),
          ("severity", .string(diagnostic.severity.rawValue)), ("code", .string(diagnostic.code)),
          ("title", .string(diagnostic.title)),
          (
            "message",
            .string((isHere ? "" : visible(diagnostic.path) + ": ") + diagnostic.message)
          ),
          ("hint", .string(diagnostic.hint)),
          ("fix", text?.edit(fixing: diagnostic).map(fix) ?? .null),
        ])
      })
  }

  private func fix(_ edit: TextEdit) -> JSON {
    .object([
      ("from", positions.json(edit.span.lower)), ("to", positions.json(edit.span.upper)),
      ("put", .string(edit.text)),
    ])
  }
}
