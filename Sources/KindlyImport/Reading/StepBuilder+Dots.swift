extension StepBuilder {
  /// What a line of dots was read from.
  static let dots = "…"

  /// Takes out the beats of dots beside a silence that is written, and at both ends of the script: there
  /// they set a paragraph apart.
  mutating func dropDots() {
    var kept: [Step] = []
    // Whether what was heard last, nothing included, is a silence.
    var isAfterSilence = true
    for (index, step) in steps.enumerated() {
      switch step.kind {
      case .silence where step.read == Self.dots:
        if isAfterSilence || isBeforeSilence(index) { continue }
        isAfterSilence = true
      case .silence: isAfterSilence = true
      case .say, .wish, .bell: isAfterSilence = false
      case .section, .note, .moment, .repeatStart, .repeatEnd, .paragraph: break
      }
      kept.append(step)
    }
    steps = kept
  }

  /// Whether the next that is heard is a written silence or a time, or nothing.
  private func isBeforeSilence(_ index: Int) -> Bool {
    for step in steps[(index + 1)...] {
      switch step.kind {
      case .silence where step.read == Self.dots: continue
      case .silence, .moment: return true
      case .say, .wish, .bell: return false
      case .section, .note, .repeatStart, .repeatEnd, .paragraph: continue
      }
    }
    return true
  }
}
