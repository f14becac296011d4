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
    guard case .frames(48_000...) = every else {
      throw CueMistake(problem: .intervalTooShort, span: tokens[start].span)
    }
    skipCommas()
    return IntervalBell(every: every, softly: accept("softly"))
  }

  private mutating func length() throws(CueMistake) -> Silence.Length {
    if next?.kind == .about {
      index += 1
      return .about(try duration())
    }
    if accept("about", "around", "approximately", "roughly") { return .about(try duration()) }
    let start = index
    let low = try duration()
    guard next?.kind == .dash || nextWord == "to" else { return .exact(low) }
    index += 1
    let high = try duration()
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
    guard seconds * 48_000 <= Limit.frames else {
      throw CueMistake(problem: .tooLong(source.text(at: token.span)), span: token.span)
    }
    return seconds * 48_000
  }

  // MARK: - Durations

  /// A number or number word in millionths; nil if the next token is neither.
  mutating func amount() -> Int64? {
    if case .number(let millionths) = next?.kind {
      index += 1
      return millionths
    }
    guard let word = nextWord, let number = CueWords.numbers[word] else { return nil }
    index += 1
    if number >= 20, let after = nextWord, let units = CueWords.numbers[after],
      (1...9).contains(units)
    {
      index += 1
      return (number + units) * 1_000_000
    }
    return number * 1_000_000
  }

  /// A length with its units, rounded to frames once, half up; `example` shows one where it lacks.
  mutating func duration(orSay example: String = "[pause 20s]") throws(CueMistake) -> Duration {
    let start = index
    var total: Int128 = 0
    var lastUnit: CueWords.Unit?
    repeat {
      guard let (amount, unit) = try amountWithUnit() else { throw incomplete(example) }
      if unit == .breath {
        guard lastUnit == nil else { throw mixed(from: start) }
        return try breaths(amount, from: start)
      }
      if let lastUnit, unit.rawValue >= lastUnit.rawValue { throw mixed(from: start) }
      lastUnit = unit
      total += Int128(amount) * Int128(unit.milliFrames)
    } while startsAmount
    let frames = (total + 500_000_000) / 1_000_000_000
    let span = tokens[start].span.joined(with: tokens[index - 1].span)
    guard frames <= Int128(Limit.frames) else {
      throw CueMistake(problem: .tooLong(source.text(at: span)), span: span)
    }
    return .frames(Int64(frames))
  }

  private func breaths(_ amount: Int64, from start: Int) throws(CueMistake) -> Duration {
    let span = tokens[start].span.joined(with: tokens[index - 1].span)
    guard amount <= Int64(Limit.times) * 1_000_000 else {
      throw CueMistake(problem: .tooLong(source.text(at: span)), span: span)
    }
    return .breaths(milli: (amount + 500) / 1000)
  }

  /// Whether `30 s` may follow `1 min`: a number that is not the start of `3 times`.
  private var startsAmount: Bool {
    guard let next, next.isNumber || CueWords.numbers[next.text] != nil else { return false }
    guard let second, second.kind == .word else { return true }
    return CueWords.units[second.text] != nil
      || !["times", "time", "x", "rounds", "round"].contains(second.text)
  }

  private func mixed(from start: Int) -> CueMistake {
    CueMistake(
      problem: .mixedUnits, span: tokens[start].span.joined(with: tokens[index - 1].span))
  }

  /// `10 s`, `a minute`, `half an hour`; nil if nothing of the kind is next.
  private mutating func amountWithUnit() throws(CueMistake) -> (Int64, CueWords.Unit)? {
    guard let token = next else { return nil }
    if case .clock(_, let parts) = token.kind {
      throw CueMistake(problem: .clockAsLength(token.text, parts: parts), span: token.span)
    }
    if token.kind == .word, token.afterArticle, let unit = CueWords.units[token.text] {
      index += 1
      return (1_000_000, unit)
    }
    if accept("half") {
      guard let word = nextWord, let unit = CueWords.units[word] else {
        throw incomplete("[pause half a minute]")
      }
      index += 1
      return (500_000, unit)
    }
    guard let amount = amount() else { return nil }
    guard let word = nextWord, let unit = CueWords.units[word] else {
      if let word = nextWord, nearest(to: word, in: CueWords.vocabulary) != nil,
        !CueWords.vocabulary.contains(word)
      {
        throw unknown()
      }
      throw CueMistake(problem: .noUnit(token.text), span: token.span)
    }
    index += 1
    return (amount, unit)
  }
}
