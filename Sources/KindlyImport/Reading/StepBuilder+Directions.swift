extension StepBuilder {
  /// Takes what a direction asks for. False where there is nothing it could be about.
  mutating func take(
    _ direction: Direction, written: ArraySlice<Scalar>, isLine: Bool = false
  ) {
    let words = written.trimmed.text
    var isRead = false
    for meaning in direction.meanings {
      switch meaning {
      case .silence(let pause): append(.silence(pause), read: isRead ? "" : words)
      case .bell(let times): append(.bell(times: min(times, 1000)), read: isRead ? "" : words)
      case .clock(let time): moment(time, written: written)
      case .clocks(let start, _): moment(start, written: written)
      case .repeats(let times) where ringsAgain(times): read.append(words)
      case .repeats(let times): repeatLast(times, written: words, isLine: isLine)
      }
      isRead = true
    }
    if direction.hasMore {
      // The words are in the note as well as read, and count once.
      if read.last == words { read.removeLast() }
      append(.note(words))
    }
    if let doubt = direction.doubt { look(doubt, words) }
  }

  /// What follows begins at a time.
  mutating func moment(_ time: Int, gap: Int? = nil, written: ArraySlice<Scalar>) {
    let words = written.trimmed.text
    guard time > latest, time < 24 * 3_600_000 else {
      if time != latest { note(words) } else { read.append(words) }
      return
    }
    latest = time
    append(.moment(at: time, gap: gap), read: words)
  }

  /// What was said before is heard several times: the utterance, or for a line of its own the paragraph.
  private mutating func repeatLast(_ times: Int, written: String, isLine: Bool) {
    guard times <= 1000, let start = repeated(isLine: isLine) else { return note(written) }
    let line = steps[start].line
    steps.insert(Step(.repeatStart(times: times), line: line), at: start)
    while steps.last?.kind == .paragraph { steps.removeLast() }
    steps.append(Step(.repeatEnd, line: self.line))
    read.append(written)
    look("repeats the words before it", written)
  }

  /// `Gong (3x)`: the bell right before rings so often.
  private mutating func ringsAgain(_ times: Int) -> Bool {
    guard let last = steps.last, last.line == line, last.kind == .bell(times: 1), times <= 1000
    else {
      return false
    }
    steps[steps.count - 1].kind = .bell(times: times)
    return true
  }

  /// The first step of what a repetition is about; nil where it can't be told.
  private func repeated(isLine: Bool) -> Int? {
    var start = steps.count
    while start > 0, steps[start - 1].kind == .paragraph { start -= 1 }
    let end = start
    loop: while start > 0 {
      switch steps[start - 1].kind {
      case .say, .wish:
        start -= 1
        if !isLine { return start }
      case .silence, .bell: start -= 1
      case .note: start -= 1
      case .paragraph, .section, .moment, .repeatStart, .repeatEnd: break loop
      }
    }
    let hasWords = steps[start..<end].contains { step in
      switch step.kind {
      case .say, .wish: true
      default: false
      }
    }
    return isLine && hasWords ? start : nil
  }
}
