extension StepBuilder {
  /// `Repeat three times:` on a line of its own: the paragraph below is heard so often.
  mutating func openRepeat(times: Int, read words: String) {
    closeRepeat()
    append(.repeatStart(times: times), read: words)
    repeatStart = steps.count - 1
  }

  /// Ends what is repeated, at the end of the paragraph: a gap before anything is heard ends nothing.
  mutating func closeRepeat(isGap: Bool = false) {
    guard let start = repeatStart else { return }
    let inner = steps[(start + 1)...]
    let isHeard = inner.contains { step in
      switch step.kind {
      case .say, .wish, .bell: true
      default: false
      }
    }
    if isGap, !isHeard { return }
    repeatStart = nil
    let canRepeat = inner.allSatisfy { step in
      switch step.kind {
      case .moment, .section, .repeatStart, .repeatEnd: false
      default: true
      }
    }
    if isHeard, canRepeat { append(.repeatEnd) } else { steps.remove(at: start) }
  }
}
