import KindlyLanguage

extension ComposingProblem {
  /// Whether it stands in the way of a timeline.
  func isError(in order: Order) -> Bool {
    switch self {
    case .fillWithoutLength, .longUtterance, .speechOverClosingBell,
      .difficultWithoutCare:
      false
    case .unsetValue: order.unset == .refused
    default: true
    }
  }
}

extension Diagnostic {
  /// Puts a finding into words.
  init(_ finding: Finding, files: [Source], order: Order) {
    let words = finding.problem.words
    self.init(
      path: files[finding.origin?.file ?? 0].path, span: finding.origin?.span,
      severity: finding.problem.isError(in: order) ? .error : .warning, code: words.code,
      title: words.title, message: words.message, hint: words.hint)
  }
}
