public import KindlyLanguage

/// A change that fixes a problem.
public struct Fix: Sendable, Hashable {
  /// What it does: `Write [repeat 3 times]`.
  public var title: String
  /// The problem.
  public var diagnostic: Diagnostic
  /// The change.
  public var edit: TextEdit
}

extension AuthoredText {
  /// The fixes for problems that touch a span. `others` are problems that were found when the text was
  /// composed.
  public func fixes(in span: SourceSpan, others: [Diagnostic] = []) -> [Fix] {
    var seen: Set<Diagnostic> = []
    return (diagnostics + others).compactMap { diagnostic in
      guard let edit = edit(fixing: diagnostic), edit.span.lower <= span.upper,
        span.lower <= edit.span.upper, seen.insert(diagnostic).inserted
      else { return nil }
      let title = edit.text.isEmpty ? "Remove it" : "Write \(visible(edit.text))"
      return Fix(title: title, diagnostic: diagnostic, edit: edit)
    }
  }

  /// The change that fixes a problem of this text; nil where the author has to decide.
  public func edit(fixing diagnostic: Diagnostic) -> TextEdit? {
    guard let span = diagnostic.span, diagnostic.path == source.path else { return nil }
    if let text = diagnostic.replacement { return TextEdit(span, text) }
    guard let cue = diagnostic.cue else { return nil }
    let line = positions.span(ofLine: positions.line(of: span.lower))
    let before = source.bytes[line.lower..<min(span.lower + 1, line.upper)]
    let behind = source.bytes[max(span.lower, min(span.upper, line.upper) - 1)..<line.upper]
    guard let open = before.lastIndex(of: UInt8(ascii: "[")),
      let close = behind.firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    return TextEdit(SourceSpan(open, close + 1), cue)
  }

  /// The changes that bring the text into canonical form, none if it is; nil if it has errors and so
  /// no form. Lines that stay as they are at the beginning and the end are not touched.
  public var formattingEdits: [TextEdit]? {
    guard let text = formatted(source, as: kind) else { return nil }
    let (old, new) = (source.bytes, Array(text.utf8))
    guard old != new else { return [] }
    var head = 0
    while head < old.count, head < new.count, old[head] == new[head] { head += 1 }
    while head > 0, old[head - 1] != UInt8(ascii: "\n") { head -= 1 }
    var tail = 0
    let most = min(old.count, new.count) - head
    while tail < most, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    while tail > 0, old[old.count - tail - 1] != UInt8(ascii: "\n") { tail -= 1 }
    return [
      TextEdit(
        SourceSpan(head, old.count - tail),
        String(decoding: new[head..<(new.count - tail)], as: UTF8.self))
    ]
  }
}
