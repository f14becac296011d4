public import KindlyLanguage

/// A change of a text: what is put in place of a span.
public struct TextEdit: Sendable, Hashable {
  /// What is taken out; empty to insert.
  public var span: SourceSpan
  /// What is put there.
  public var text: String

  /// A change that is not made yet.
  public init(_ span: SourceSpan, _ text: String) {
    self.span = span
    self.text = text
  }
}

extension Source {
  /// The source after changes that don't overlap, in any order.
  public func applying(_ edits: [TextEdit]) -> Source {
    var changed = self
    for edit in edits.sorted(by: { $0.span.lower > $1.span.lower }) {
      let lower = min(max(0, edit.span.lower), bytes.count)
      let upper = min(max(lower, edit.span.upper), bytes.count)
      changed.bytes.replaceSubrange(lower..<upper, with: edit.text.utf8)
    }
    return changed
  }

  /// The words of a span; bytes that are not UTF-8 come out as replacement characters.
  func words(at span: SourceSpan) -> String {
    let lower = min(max(0, span.lower), bytes.count)
    return String(decoding: bytes[lower..<min(max(lower, span.upper), bytes.count)], as: UTF8.self)
  }
}
