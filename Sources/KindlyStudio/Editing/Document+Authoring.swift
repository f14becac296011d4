import KindlyAuthoring
import KindlyBase
import KindlyLanguage
import Synchronization

/// What an editor offers at the cursor: what may be typed there, and what is there already.
extension Document {
  /// The text as it is now, and an offset in it for `line` and `column`, both from 0; nil where the
  /// question is about another revision.
  private func place(_ query: [String: String]) -> (text: AuthoredText, offset: Int)? {
    let (text, revision, path) = state.withLock { ($0.text, $0.revision, $0.file.path) }
    guard query["rev"].flatMap({ Int($0) }) == revision,
      let line = query["line"].flatMap({ Int($0) }),
      let column = query["column"].flatMap({ Int($0) })
    else { return nil }
    let authored = AuthoredText(Source(path: path, text: text), as: .practice)
    return (
      authored, authored.positions.offset(of: TextPosition(line: line, column: column))
    )
  }

  /// Everything that may be typed at a place, with what it replaces.
  func completions(_ query: [String: String], names: KnownNames) -> Answer {
    guard let (text, offset) = place(query) else {
      return .refused(409, "The text has changed meanwhile. Try again.")
    }
    return .json(
      .array(
        text.completions(at: offset, names: names).map { completion in
          .object([
            ("label", .string(completion.label)), ("meaning", .string(completion.meaning)),
            ("from", text.positions.json(completion.edit.span.lower)),
            ("to", text.positions.json(completion.edit.span.upper)),
            ("put", .string(completion.edit.text)),
          ])
        }))
  }

  /// What the language says about the place of the cursor, in paragraphs of Markdown; none where it has
  /// nothing to say, or the text has changed meanwhile. The line counts from 1 here.
  func help(_ query: [String: String]) -> [String] {
    var query = query
    query["line"] = query["line"].flatMap { Int($0) }.map { "\($0 - 1)" }
    guard let (text, offset) = place(query) else { return [] }
    return text.hover(at: offset)?.paragraphs ?? []
  }
}

extension TextPositions {
  /// An offset as the page reads it: the line and the UTF-16 column, both from 0.
  func json(_ offset: Int) -> JSON {
    let place = position(of: offset)
    return .array([.int(Int64(place.line)), .int(Int64(place.column))])
  }
}
