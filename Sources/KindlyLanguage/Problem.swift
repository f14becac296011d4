/// A mistake as a case with its facts. Its words are in a file beside the cases.
protocol Problem: Sendable {
  /// What a person is told.
  var words: Words { get }
}

/// What a person is told about a problem.
struct Words: Sendable, Hashable {
  /// The stable name.
  var code: ProblemCode
  /// Error or warning.
  var severity: Diagnostic.Severity = .error
  /// Two or three words.
  var title: String
  /// One sentence of what was seen.
  var message: String
  /// One thing to do.
  var hint: String
  /// What an editor may put there instead.
  var replacement: String?
}

/// The problems of one file, collected while it is read.
struct Problems {
  /// How reports name the file.
  let path: String
  private var found: [Diagnostic] = []

  /// Starts with none.
  init(path: String) { self.path = path }

  /// Notes a problem at a place.
  mutating func note(_ problem: some Problem, at span: SourceSpan?) {
    let words = problem.words
    found.append(
      Diagnostic(
        path: path, span: span, severity: words.severity, code: words.code.rawValue,
        title: words.title, message: words.message, hint: words.hint,
        replacement: words.replacement))
  }

  /// What another reader of the same file noted as well.
  func joined(with others: Problems) -> Problems {
    var all = self
    all.found += others.found
    return all
  }

  /// Everything noted, in the order of the text.
  var inOrder: [Diagnostic] {
    found.enumerated().sorted { left, right in
      let lower = left.element.span?.lower ?? -1
      let other = right.element.span?.lower ?? -1
      return (lower, left.offset) < (other, right.offset)
    }.map(\.element)
  }

  /// How many there are.
  var count: Int { found.count }
}

/// What reading a file gives: a tree, whole if there is no error, and what there is to say.
public struct Reading<Tree: Sendable>: Sendable {
  /// The tree; after errors it holds what could be read.
  public var tree: Tree
  /// Errors and warnings in the order of the text.
  public var diagnostics: [Diagnostic]

  /// Whether something must be mended before the tree may be used.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
