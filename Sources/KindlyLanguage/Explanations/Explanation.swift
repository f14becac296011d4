/// What `kindly check --explain CODE` says about a problem: why it is one, an example, and the
/// example fixed.
public struct Explanation: Sendable, Hashable {
  /// The stable name of the problem.
  public var code: String
  /// What it is and what to do, in a few sentences.
  public var text: String
  /// A file that has the problem; nil where it is about bytes or sizes that can't be shown.
  public var example: String?
  /// The same file without it.
  public var fixed: String?
  /// What kind of file the examples are.
  public var kind: FileKind

  init(
    _ code: ProblemCode, _ text: String, example: String? = nil, fixed: String? = nil,
    in kind: FileKind = .practice
  ) {
    self.init(code: code.rawValue, text, example: example, fixed: fixed, in: kind)
  }

  /// A page about a problem of another module.
  public init(
    code: String, _ text: String, example: String? = nil, fixed: String? = nil,
    in kind: FileKind = .practice
  ) {
    self.code = code
    self.text = text
    self.example = example
    self.fixed = fixed
    self.kind = kind
  }

  /// The page of a code; nil if there is none of that name.
  public static func of(_ code: String) -> Explanation? { all.first { $0.code == code } }

  /// The pages of everything that is found in a file alone, in the order in which it is read.
  public static let all: [Explanation] =
    textPages + headerPages + cuePages + linePages + strangerPages + blockPages + phrasePages

    + sheetPages + morePages

  /// The example as a file; nil if there is none.
  public var source: Source? {
    example.map { Source(path: "example." + kind.rawValue, text: $0) }
  }

  /// The page as it is printed.
  public var page: String {
    page(showing: source.map { diagnostics(of: $0, as: kind) } ?? [])
  }

  /// The page with the report of its problem, which is the first of its code among `told`.
  public func page(showing told: [Diagnostic]) -> String {
    var page = "\(code)\n\n\(text)\n"
    if let example { page += "\nFor example:\n\n" + indented(example) }
    if let first = told.first(where: { $0.code == code }) {
      let report = Report(on: source ?? Source(path: first.path, bytes: [])).drawing(of: first)
      page += (example == nil ? "\nThe report:\n\n" : "\nis answered with:\n\n") + indented(report)
    }
    if let fixed { page += "\nInstead:\n\n" + indented(fixed) }
    return page
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(
      text.hasSuffix("\n") ? 1 : 0
    )
    .map { $0.isEmpty ? "\n" : "    \(visible(String($0)))\n" }.joined()
  }
}

/// What there is to say about a file of any kind.
public func diagnostics(of source: Source, as kind: FileKind) -> [Diagnostic] {
  switch kind {
  case .practice: read(practice: source).diagnostics
  case .course: read(course: source).diagnostics
  case .phrases: read(phrases: source).diagnostics
  case .voice: read(voice: source).diagnostics
  case .bell: read(bell: source).diagnostics
  case .background: read(background: source).diagnostics
  case .profile: read(profile: source).diagnostics
  case .pronunciations: read(pronunciations: source).diagnostics
  }
}
