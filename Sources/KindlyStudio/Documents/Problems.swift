import KindlyAuthoring
import KindlyBase
import KindlyLanguage

/// What an editor shows of diagnostics: places as lines and UTF-16 columns from 0.
struct Problems {
  private let text: AuthoredText

  /// Counts the lines of a text.
  init(of source: Source) { text = AuthoredText(source, as: .practice) }

  /// As the page reads them. What is about another file stands at the top, with that file's name.
  func json(_ diagnostics: [Diagnostic]) -> JSON {
    let path = text.source.path
    return .array(
      diagnostics.map { diagnostic in
        let isHere = diagnostic.path == path
        let span = isHere ? diagnostic.span : nil
        return .object([
          ("from", text.positions.json(span?.lower ?? 0)),
          ("to", text.positions.json(span?.upper ?? 0)),
          ("severity", .string(diagnostic.severity.rawValue)), ("code", .string(diagnostic.code)),
          ("title", .string(diagnostic.title)),
          (
            "message",
            .string((isHere ? "" : visible(diagnostic.path) + ": ") + diagnostic.message)
          ),
          ("hint", .string(diagnostic.hint)),
          ("fix", text.edit(fixing: diagnostic).map(fix) ?? .null),
        ])
      })
  }

  private func fix(_ edit: TextEdit) -> JSON {
    .object([
      ("from", text.positions.json(edit.span.lower)), ("to", text.positions.json(edit.span.upper)),
      ("put", .string(edit.text)),
    ])
  }
}
