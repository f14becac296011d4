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

  /// A page about a problem that is found while composing.
  init(
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

  /// Every page, in the order in which a file is read.
  public static let all: [Explanation] =
    textPages + headerPages + cuePages + linePages + strangerPages + blockPages + phrasePages
    + sheetPages + composingPages + lengthPages + morePages

  /// The page as it is printed.
  public var page: String {
    var page = "\(code)\n\n\(text)\n"
    if let example {
      let source = Source(path: "example." + kind.rawValue, text: example)
      page += "\nFor example:\n\n" + indented(example)
      let told = diagnostics(of: source, as: kind).filter { $0.code == code }.prefix(1)
      if !told.isEmpty {
        page += "\nis answered with:\n\n" + indented(Report(on: source).drawing(of: Array(told)))
      }
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
  case .profile: read(profile: source).diagnostics
  }
}
