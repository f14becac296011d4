extension CueReader {
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
      guard let (amount, unit) = try amountWithUnit(after: lastUnit) else {
        throw incomplete(example)
      }
      if unit == .breath {
        guard lastUnit == nil else { throw mixed(from: start) }
        return try breaths(amount, from: start)
      }
      if let lastUnit, unit.rawValue >= lastUnit.rawValue { throw mixed(from: start) }
      lastUnit = unit
      total += Int128(amount) * Int128(unit.milliFrames)
    } while startsAmount
    return try frames(total, from: start)
  }

  /// One number and its unit as a length.
  func length(
    of amount: Int64, _ unit: CueWords.Unit, from start: Int
  ) throws(CueMistake) -> Duration {
    if unit == .breath { return try breaths(amount, from: start) }
    return try frames(Int128(amount) * Int128(unit.milliFrames), from: start)
  }

  /// Frames times 10⁹, rounded once, half up.
  private func frames(_ total: Int128, from start: Int) throws(CueMistake) -> Duration {
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

  /// `10 s`, `a minute`, `half an hour`; nil if nothing of the kind is next. A number without a unit
  /// right behind minutes or hours has the next smaller one: `1m30`.
  mutating func amountWithUnit(
    after last: CueWords.Unit?
  ) throws(CueMistake) -> (Int64, CueWords.Unit)? {
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
    if token.isGroupedInThousands {
      throw CueMistake(problem: .ambiguousNumber(token.text), span: token.span)
    }
    if let word = nextWord, let unit = CueWords.units[word] {
      index += 1
      return (amount, unit)
    }
    if let smaller = last?.smaller, index > 1, tokens[index - 2].span.upper == token.span.lower {
      return (amount, smaller)
    }
    throw withoutUnit(token)
  }

  /// What is wrong with a number that no known unit follows.
  private func withoutUnit(_ number: CueToken) -> CueMistake {
    guard let word = nextWord, !CueWords.vocabulary.contains(word), let next else {
      return CueMistake(problem: .noUnit(number.text), span: number.span)
    }
    if let unit = CueWords.otherUnits[word] {
      return CueMistake(
        problem: .unknownUnit(number.text, seen: source.text(at: next.span), meant: unit),
        span: next.span)
    }
    if nearest(to: word, in: CueWords.vocabulary) != nil { return unknown() }
    return CueMistake(
      problem: .unknownUnit(number.text, seen: source.text(at: next.span), meant: nil),
      span: next.span)
  }
}

extension CueToken {
  /// `1,500`, which is one and a half here and fifteen hundred there.
  fileprivate var isGroupedInThousands: Bool {
    guard isNumber, let comma = text.firstIndex(of: ",") else { return false }
    return text[comma...].dropFirst().utf8.count { $0.isDigit } == 3
  }
}
