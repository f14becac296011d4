/// Why a value of guidance cannot be said.
public enum ValueProblem: Error, Sendable, Hashable {
  /// `{they} are` is wrong for she, he and a name.
  case bareThey(verb: String)
  /// `{name} is` is wrong for this recipient, whose name is in the plural.
  case nameBeforeVerb(verb: String, name: String)
  /// `{their are}`.
  case unknownVerb(String)
  /// Guidance words exist only where the language has a table.
  case noWords(String, language: String)
}

extension ValueProblem: Problem {
  var words: Words {
    switch self {
    case .bareThey(let verb):
      Words(
        code: .bareThey, title: "verb after {they}",
        message: "\"{they} \(verb)\" is wrong where {they} is \"she\" or \"he\".",
        hint: "Write {they \(verb)}: the verb inside agrees.")
    case .nameBeforeVerb(let verb, let name):
      Words(
        code: .valueAgreement, title: "verb after {name}",
        message: "\"{name} \(verb)\" is wrong for \"\(name)\".",
        hint: "Write {name \(verb)}: the verb inside agrees.")
    case .unknownVerb(let value):
      Words(
        code: .valueAgreement, title: "unknown verb",
        message: "I don't know how the verb of \(value) agrees.",
        hint: "Write {they are}, {they have}, {they do} or {name is}.")
    case .noWords(let value, let language):
      Words(
        code: .valueWords, title: "value without words",
        message: "I have no words for \(value) in the language \"\(language)\".",
        hint: value == "{name}"
          ? "Give it a default, {name|…}, or set the name in your profile."
          : "Write the words themselves, or use {name}.")
    }
  }

  /// The problem as a report at a place.
  public func diagnostic(path: String, span: SourceSpan?) -> Diagnostic {
    words.diagnostic(path: path, span: span)
  }
}
