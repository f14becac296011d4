/// Why a wish has no words for a recipient.
public enum PhraseProblem: Error, Sendable, Hashable {
  /// `I feel` has no form for she or he that could be made without guessing.
  case verb(String, pronoun: Pronoun)
  /// The group has no line for this recipient; `wanted` would do, best first.
  case noWording(wanted: [Wish.Role], written: [Wish.Role])
}

extension PhraseProblem {
  var words: Words {
    switch self {
    case .verb(let verb, let pronoun):
      Words(
        code: .phraseVerb, title: "verb after I",
        message: "I can't turn \"I \(verb)\" into words for \"\(pronoun.rawValue)\" by myself.",
        hint: "Write \"May I \(verb)\" if that fits, or give it a \"\(pronoun.rawValue):\" line"
          + " in a phrase set.")
    case .noWording(let wanted, let written):
      Words(
        code: .phraseWording, title: "missing line",
        message: "This phrase has \(listing(written.map(\.label))), but nothing for "
          + listing(wanted.map(\.label), last: "or") + ".",
        hint: "Add a line that starts with \(listing(wanted.suffix(1).map(\.label))).")
    }
  }

  /// The problem as a report at a place.
  public func diagnostic(path: String, span: SourceSpan?) -> Diagnostic {
    words.diagnostic(path: path, span: span)
  }
}

extension Wish.Role {
  /// As it stands in a file: `"she:"`.
  fileprivate var label: String { "\"\(rawValue):\"" }
}

extension Words {
  /// The words as a report at a place.
  func diagnostic(path: String, span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      path: path, span: span, severity: severity, code: code.rawValue, title: title,
      message: message, hint: hint, replacement: replacement)
  }
}
