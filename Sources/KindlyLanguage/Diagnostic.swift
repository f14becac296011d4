/// What a person is told about a place in a file; the common form of every module's problems.
///
/// A problem is first an enum case with facts (`Problem`, `ComposingProblem`, …); its words are put
/// here in one place per module, and `Report` draws it.
public struct Diagnostic: Sendable, Hashable {
  /// The file it is about, as reports name it.
  public var path: String
  /// The exact place; nil when it is about the whole file.
  public var span: SourceSpan?
  /// Error or warning.
  public var severity: Severity
  /// Stable name, such as `unknown-cue`; `kindly check --explain` takes it.
  public var code: String
  /// Two or three words: "unknown cue".
  public var title: String
  /// One sentence of what was seen.
  public var message: String
  /// One thing to do.
  public var hint: String
  /// Text that an editor may put in place of `span`.
  public var replacement: String?
  /// A whole cue with its brackets that an editor may put in place of the one in which `span` is.
  public var cue: String?
  /// How many problems it stands for: more than one where the rest of a file's is only counted.
  var count = 1

  /// Something to be said about `path`; nil as `span` is the whole of it.
  public init(
    path: String, span: SourceSpan?, severity: Severity = .error, code: String, title: String,
    message: String, hint: String, replacement: String? = nil
  ) {
    self.path = path
    self.span = span
    self.severity = severity
    self.code = code
    self.title = title
    self.message = message
    self.hint = hint
    self.replacement = replacement
  }

  /// How grave it is.
  public enum Severity: String, Sendable, Hashable {
    /// Unreadable, unknown, impossible to solve, or heard otherwise than written.
    case error
    /// Heard exactly as written, but probably not meant.
    case warning
  }
}
