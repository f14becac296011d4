import KindlyBase

extension CueReader {
  /// A silence cue.
  mutating func silence() throws(CueMistake) -> Silence {
    if accept("short", "shorter") {
      try expect("pause", "silence", orSay: "[short pause]")
      return Silence(.short)
    }
    if accept("long", "longer") {
      try expect("pause", "silence", orSay: "[long pause]")
      return Silence(.long)
    }
    let head = nextWord
    if accept("pause", "silence", "rest") {
      skipCommas()
      if head == "rest", let rest = try restShares() { return rest }
      if next == nil {
        if head == "pause" { return Silence(.medium) }
        throw CueMistake(problem: .silenceAlone, span: whole)
      }
      if head != "rest", accept("until") { return Silence(.until(frame: try clock())) }
    }
    let length = try length()
    skipCommas()
    _ = head == nil && accept("pause", "silence")
    return Silence(length, interval: try intervalBell())
  }

  /// `[rest]`, `[rest x2]`; nil if a length follows.
  private mutating func restShares() throws(CueMistake) -> Silence? {
    if let shares = try times() {
      return Silence(.rest(shares: shares), interval: try intervalBell())
    }
    if next == nil || nextWord == "bell" {
      return Silence(.rest(shares: 1), interval: try intervalBell())
    }
    return nil
  }

  private mutating func intervalBell() throws(CueMistake) -> IntervalBell? {
    skipCommas()
    guard nextWord == "bell" || nextWord == "bells", second?.text == "every" else { return nil }
    index += 2
    let start = index
    let every = try duration(orSay: "[20 min, bell every 5 min]")
    guard case .frames(Frames.rate...) = every else {
      throw CueMistake(problem: .intervalTooShort, span: tokens[start].span)
    }
    skipCommas()
    return IntervalBell(every: every, softly: accept("softly"))
  }

  /// How long: exactly, about, or between two lengths.
  mutating func length() throws(CueMistake) -> Silence.Length {
    let isAbout =
      next?.kind == .about || ["about", "around", "approximately", "roughly"].contains(nextWord)
    if isAbout { index += 1 }
    let start = index
    if let range = try rangeOfOneUnit() { return range }
    let low = try duration()
    if isAbout { return .about(low) }
    guard next?.kind == .dash || nextWord == "to" else { return .exact(low) }
    index += 1
    let high = try duration()
    return try between(low, high, from: start)
  }

  /// `2-3 minutes`, `1 to 2 min`: the unit of the second number holds for both. Nil if it is something
  /// else.
  private mutating func rangeOfOneUnit() throws(CueMistake) -> Silence.Length? {
    let start = index
    guard let low = amount(), next?.kind == .dash || nextWord == "to" else {
      index = start
      return nil
    }
    index += 1
    guard let (high, unit) = try amountWithUnit(after: nil) else {
      throw incomplete("[2 to 3 min]")
    }
    let lengths = (
      try length(of: low, unit, from: start), try length(of: high, unit, from: start)
    )
    return try between(lengths.0, lengths.1, from: start)
  }

  private func between(
    _ low: Duration, _ high: Duration, from start: Int
  ) throws(CueMistake) -> Silence.Length {
    switch (low, high) {
    case (.frames(let from), .frames(let to)) where from <= to: return .between(low, high)
    case (.breaths(let from), .breaths(let to)) where from <= to: return .between(low, high)
    default:
      throw CueMistake(
        problem: .backwards, span: tokens[start].span.joined(with: tokens[index - 1].span))
    }
  }

  /// A moment of the practice, after `until` or `at`: its frame.
  mutating func clock() throws(CueMistake) -> Int64 {
    guard let token = next, case .clock(let seconds, _) = token.kind else {
      if let token = next, token.isNumber {
        throw CueMistake(problem: .notClock(token.text), span: token.span)
      }
      throw incomplete("[silence until 14:30]")
    }
    index += 1
    guard seconds * Frames.rate <= Limit.frames else {
      throw CueMistake(problem: .tooLong(source.text(at: token.span)), span: token.span)
    }
    return seconds * Frames.rate
  }
}
