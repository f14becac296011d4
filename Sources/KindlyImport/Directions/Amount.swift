/// A length of time within a direction: `20-30 seconds`, `a few breaths`, `1½ min`.
struct Amount: Hashable {
  /// Milliseconds, or thousandths of breaths.
  var low: Int
  var high: Int
  var unit: Vocabulary.Unit
  /// Whether its words don't say it exactly: `a few`.
  var isVague = false

  /// As a silence; `isAbout` where a word for about stands before it.
  func pause(isAbout: Bool) -> ScriptPause {
    let isAbout = isAbout || isVague
    if unit == .breath {
      return .breaths(max(1, (low + high + 1000) / 2000))
    }
    if low < high { return .between(low, high) }
    return isAbout ? .about(low) : .exact(low)
  }
}

/// Reads lengths at places of a direction's tokens.
struct AmountReader {
  let tokens: [DirectionToken]
  let words: Vocabulary

  /// The length that starts at a token, and the token after it.
  func amount(at start: Int) -> (amount: Amount, next: Int)? {
    guard var (amount, next) = simple(at: start) else { return nil }
    // `10 s to 40 s`, `1 min–2 min`.
    if amount.low == amount.high, let after = rangeMark(at: next),
      let (high, end) = simple(at: after),
      high.unit == .breath ? amount.unit == .breath : amount.unit != .breath,
      high.low > amount.low
    {
      return (Amount(low: amount.low, high: high.high, unit: high.unit), end)
    }
    // `1 min 30 s`, `1m30`, `1 minute and 30 seconds`.
    while amount.low == amount.high, amount.unit == .minute || amount.unit == .hour {
      let after = word(at: next).map { words.filler.contains($0) } == true ? next + 1 : next
      if let (rest, end) = simple(at: after), rest.unit.rawValue < amount.unit.rawValue,
        rest.unit != .breath, rest.low == rest.high, !rest.isVague
      {
        amount.low += rest.low
        amount.high = amount.low
        amount.unit = rest.unit
        next = end
      } else if case .number(let count)? = token(at: next), amount.unit == .minute, count < 60_000,
        token(at: next + 1) == nil
      {
        amount.low += count
        amount.high = amount.low
        return (amount, next + 1)
      } else {
        break
      }
    }
    return (amount, next)
  }

  /// A number and its unit.
  private func simple(at start: Int) -> (Amount, Int)? {
    if let half = half(at: start) { return half }
    guard let count = count(at: start) else { return nil }
    var next = count.next
    if let mark = mark(at: next), mark.isDash, word(at: next + 1) != nil { next += 1 }
    if let unit = quoteUnit(at: next), count.isNumber {
      return (scaled(count, unit.unit), unit.next)
    }
    // `3 deep breaths`, `5 more minutes`.
    for _ in 0..<3 {
      guard let word = word(at: next) else { return nil }
      if let unit = words.units[word] {
        if case .mark("'") = token(at: next + 1) ?? .mark(" ") {}
        return halfMore(scaled(count, unit), after: next + 1)
      }
      guard words.filler.contains(word) || words.long.contains(word) || words.short.contains(word)
      else { return nil }
      next += 1
    }
    return nil
  }

  /// `a minute and a half`.
  private func halfMore(_ amount: Amount, after next: Int) -> (Amount, Int) {
    guard let and = word(at: next), words.filler.contains(and), let second = word(at: next + 1)
    else {
      return (amount, next)
    }
    let isHalf = words.half.contains(second)
    let isArticle = words.articles.contains(second)
    let end = isHalf ? next + 2 : next + 3
    guard isHalf || isArticle && word(at: next + 2).map(words.half.contains) == true,
      word(at: end).map({ words.units[$0] == nil }) ?? true
    else { return (amount, next) }
    var amount = amount
    amount.low += amount.unit.scale / 2
    amount.high = amount.low
    return (amount, end)
  }

  /// `half a minute`, `eine halbe Minute`, `medio minuto`.
  private func half(at start: Int) -> (Amount, Int)? {
    var next = start
    if let word = word(at: next), words.articles.contains(word) { next += 1 }
    guard let word = word(at: next), words.half.contains(word) else { return nil }
    next += 1
    if let mark = mark(at: next), mark.isDash { next += 1 }
    if let word = self.word(at: next), words.articles.contains(word) { next += 1 }
    guard let unit = self.word(at: next).flatMap({ words.units[$0] }) else { return nil }
    return (Amount(low: unit.scale / 2, high: unit.scale / 2, unit: unit), next + 1)
  }

  private struct Count {
    var low: Int
    var high: Int
    var next: Int
    var isVague = false
    var isNumber = true
  }

  private func scaled(_ count: Count, _ unit: Vocabulary.Unit) -> Amount {
    let scaled = { (number: Int) in min(number, 1_000_000_000_000) * unit.scale / 1000 }
    return Amount(
      low: scaled(count.low), high: scaled(max(count.low, count.high)), unit: unit,
      isVague: count.isVague)
  }

  /// A number, a range of numbers, an article or a word such as `few`, in thousandths.
  private func count(at start: Int) -> Count? {
    if let word = word(at: start), words.articles.contains(word),
      let next = self.word(at: start + 1)
    {
      if let few = words.few[next] {
        return Count(
          low: few * 1000, high: few * 1000, next: start + 2, isVague: true, isNumber: false)
      }
      if words.units[next] != nil {
        return Count(low: 1000, high: 1000, next: start + 1, isNumber: false)
      }
    }
    if let word = word(at: start), let few = words.few[word] {
      return Count(
        low: few * 1000, high: few * 1000, next: start + 1, isVague: true, isNumber: false)
    }
    guard let (low, after) = number(at: start) else { return nil }
    if let second = rangeMark(at: after), let (high, end) = number(at: second), high >= low {
      return Count(low: low, high: high, next: end)
    }
    return Count(low: low, high: low, next: after)
  }

  /// A number in digits or words, in thousandths.
  func number(at start: Int) -> (Int, next: Int)? {
    switch token(at: start) {
    case .number(let count):
      if case .number(let part)? = token(at: start + 1), part < 1000, count % 1000 == 0 {
        return (count + part, start + 2)
      }
      return (count, start + 1)
    case .word(let word):
      guard let tens = words.numbers[word] else { return nil }
      var next = start + 1
      if tens >= 20, let mark = mark(at: next), mark.isDash { next += 1 }
      if tens >= 20, tens % 10 == 0, let ones = self.word(at: next).flatMap({ words.numbers[$0] }),
        ones < 10
      {
        return ((tens + ones) * 1000, next + 1)
      }
      return (tens * 1000, start + 1)
    default: return nil
    }
  }

  /// The token after a dash or a word such as `to`.
  private func rangeMark(at index: Int) -> Int? {
    if let mark = mark(at: index), mark.isDash { return index + 1 }
    if let word = word(at: index), words.range.contains(word) { return index + 1 }
    return nil
  }

  /// `2'`, `90''`, `7"`.
  private func quoteUnit(at index: Int) -> (unit: Vocabulary.Unit, next: Int)? {
    switch mark(at: index) {
    case "'", "’", "′", "‘":
      let second = mark(at: index + 1)
      if second == "'" || second == "’" || second == "′" { return (.second, index + 2) }
      return (.minute, index + 1)
    case "\"", "″", "”", "“": return (.second, index + 1)
    default: return nil
    }
  }

  func token(at index: Int) -> DirectionToken? { index < tokens.count ? tokens[index] : nil }

  func word(at index: Int) -> String? {
    if case .word(let word)? = token(at: index) { word } else { nil }
  }

  func mark(at index: Int) -> Scalar? {
    if case .mark(let mark)? = token(at: index) { mark } else { nil }
  }
}

extension Vocabulary.Unit {
  /// Milliseconds of one, or thousandths of a breath.
  var scale: Int { self == .breath ? 1000 : rawValue }
}
