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
  /// A whole cue that may stand in place of the one in which it was found.
  var cue: String?
}

extension Diagnostic {
  /// Puts a problem of a file into words.
  init(_ problem: some Problem, path: String, at span: SourceSpan?) {
    let words = problem.words
    self.init(
      path: path, span: span, severity: words.severity, code: words.code.rawValue,
      title: words.title, message: words.message, hint: words.hint,
      replacement: words.replacement)
    cue = words.cue
  }
}

/// The problems of one file, collected while it is read.
struct Problems {
  /// How reports name the file.
  let path: String
  private var found: [Diagnostic] = []
  private var errors = 0
  /// How many were noted beyond those that are kept, and whether one of them was an error.
  private var left = (count: 0, hasError: false)

  /// Starts with none.
  init(path: String) { self.path = path }

  /// Notes a problem at a place.
  mutating func note(_ problem: some Problem, at span: SourceSpan?) {
    let words = problem.words
    let isError = words.severity == .error
    // A file from somewhere else may hold a million mistakes; nobody reads them.
    guard (isError ? errors : found.count - errors) < Limit.problems else {
      left.count += 1
      left.hasError = left.hasError || isError
      return
    }
    errors += isError ? 1 : 0
    found.append(Diagnostic(problem, path: path, at: span))
  }

  /// What another reader of the same file noted as well.
  func joined(with others: Problems) -> Problems {
    var all = self
    all.found += others.found
    all.errors += others.errors
    all.left.count += others.left.count
    all.left.hasError = all.left.hasError || others.left.hasError
    return all
  }

  /// Everything noted, in the order of the text; last how many more there are.
  var inOrder: [Diagnostic] {
    guard left.count > 0 else { return kept }
    let more = MoreProblems(count: left.count, severity: left.hasError ? .error : .warning)
    var rest = Diagnostic(more, path: path, at: kept.last?.span)
    rest.count = left.count
    return kept + [rest]
  }

  private var kept: [Diagnostic] {
    found.enumerated().sorted { left, right in
      let lower = left.element.span?.lower ?? -1
      let other = right.element.span?.lower ?? -1
      return (lower, left.offset) < (other, right.offset)
    }.map(\.element)
  }

  /// How many there are.
  var count: Int { found.count + left.count }
}

/// Said after as many problems of a file as are kept.
private struct MoreProblems: Problem {
  var count: Int
  var severity: Diagnostic.Severity

  var words: Words {
    Words(
      code: .moreProblems, severity: severity, title: "more problems",
      message: "There are \(grouped(count)) more problems from here on.",
      hint: "Fix those above, then check again.")
  }
}

/// What reading a file gives: a tree, whole if there is no error, and what there is to say.
public struct Reading<Tree: Sendable>: Sendable {
  /// The tree; after errors it holds what could be read.
  public var tree: Tree
  /// Errors and warnings in the order of the text.
  public var diagnostics: [Diagnostic]

  /// Joins what was read with what there is to say about it.
  public init(tree: Tree, diagnostics: [Diagnostic] = []) {
    self.tree = tree
    self.diagnostics = diagnostics
  }

  /// Whether something must be fixed before the tree may be used.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
