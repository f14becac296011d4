/// Sorts the tokens of a direction by what they say.
struct DirectionReading {
  private let tokens: [DirectionToken]
  private var words: Vocabulary { amounts.words }
  private let amounts: AmountReader

  private var lengths: [(pause: ScriptPause, isWaited: Bool)] = []
  private var bare: [Int] = []
  private var clocks: [Int] = []
  private var pauses = 0
  private var waits = 0
  private var stays = 0
  private var bells = 0
  private var rings = 0
  private var times: Int?
  private var repeats = 0
  private var isShort = false
  private var isLong = false
  private var isAbout = false
  private var moments: ScriptPause?
  private var isNegative = false
  private var manners = 0
  private var unknown = 0
  private var isMilliseconds = false
  private var startsWithCue = false

  init(tokens: [DirectionToken], words: Vocabulary) {
    self.tokens = tokens
    amounts = AmountReader(tokens: tokens, words: words)
  }

  // MARK: - Sorting

  mutating func read() {
    var index = 0
    while index < tokens.count { index = step(index) }
  }

  private mutating func step(_ index: Int) -> Int {
    if case .word(let word) = tokens[index], words.isUnknown(word) {
      unknown += 1
      return index + 1
    }
    if let next = timesOrMoment(at: index) { return next }
    if let (amount, next) = amounts.amount(at: index) {
      lengths.append((amount.pause(isAbout: isAbout), pauses + waits + stays > 0))
      isAbout = false
      return next
    }
    if let word = amounts.word(at: index), words.few[word] != nil,
      amounts.number(at: index + 1) != nil
    {
      // `unos 2 minutos`
      isAbout = true
      return index + 1
    }
    switch tokens[index] {
    case .clock(let time): clocks.append(time)
    case .number(let count): bare.append(count)
    case .mark("~"), .mark("≈"): isAbout = true
    case .mark(let mark): if mark == "♪" || mark == "♫" { manners += 1 }
    case .word(let word): sort(word, at: index)
    }
    return index + 1
  }

  private mutating func sort(_ word: String, at index: Int) {
    let isFirst = index == 0 || pauses + waits + stays + bells + rings + unknown + manners == 0
    if words.pause.contains(word) {
      pauses += 1
      if word == "slnc" { isMilliseconds = true }
      startsWithCue = startsWithCue || isFirst
    } else if words.bell.contains(word) {
      bells += 1
      startsWithCue = startsWithCue || isFirst
    } else if words.about.contains(word) {
      isAbout = true
    } else if words.short.contains(word) {
      isShort = true
    } else if words.long.contains(word) {
      isLong = true
    } else if words.negative.contains(word) {
      isNegative = true
    } else if words.wait.contains(word) {
      waits += 1
      startsWithCue = startsWithCue || isFirst
    } else if words.stay.contains(word) {
      stays += 1
      startsWithCue = startsWithCue || isFirst
    } else if words.repeating.contains(word) {
      repeats += 1
    } else if words.ringing.contains(word) {
      rings += 1
      startsWithCue = startsWithCue || isFirst && !words.filler.contains(word)
      if words.manner.contains(word) { manners += 1 }
    } else if words.filler.contains(word) || words.range.contains(word)
      || words.articles.contains(word)
    {
      return
    } else if words.numbers[word] != nil {
      bare.append((words.numbers[word] ?? 0) * 1000)
    } else if words.manner.contains(word) {
      manners += 1
    } else {
      unknown += 1
    }
  }

  /// `3 times`, `3x`, `x3`, `twice`, `a few moments`.
  private mutating func timesOrMoment(at index: Int) -> Int? {
    if let word = amounts.word(at: index) {
      if let count = words.once[word] {
        times = count
        return index + 1
      }
      if word == "x" || word == "×", let (count, next) = amounts.number(at: index + 1) {
        times = count / 1000
        return next
      }
      if words.moments.contains(word) {
        moments = moments ?? .short
        return index + 1
      }
      if words.few[word] != nil, amounts.word(at: index + 1).map(words.moments.contains) == true {
        moments = .medium
        return index + 2
      }
    }
    if case .mark("×")? = amounts.token(at: index),
      let (count, next) = amounts.number(at: index + 1)
    {
      times = count / 1000
      return next
    }
    guard let (count, next) = amounts.number(at: index), count % 1000 == 0 else { return nil }
    let isTimes =
      amounts.word(at: next).map { words.times.contains($0) } == true
      || amounts.mark(at: next) == "×"
    guard isTimes else { return nil }
    times = count / 1000
    return next + 1
  }

  // MARK: - Judging

  /// What the tokens say in a place; nil where they say nothing to a program.
  func direction(at place: Direction.Place) -> Direction? {
    guard !isNegative else { return nil }
    if place == .label {
      guard repeats > 0, let times, times > 1, unknown < 4, lengths.isEmpty else { return nil }
      return Direction([.repeats(times)])
    }
    if tokens.count == 3, clocks.count == 2 { return Direction([.clocks(clocks[0], clocks[1])]) }
    if tokens.count == 1, let clock = clocks.first { return Direction([.clock(clock)]) }
    if bells > 0 { return bell(at: place) }
    if repeats > 0, pauses == 0 {
      guard let times, times > 1, unknown == 0 else { return nil }
      return Direction([.repeats(times)])
    }
    if pauses + waits + stays == 0, let times, times > 1, lengths.isEmpty, unknown + manners == 0,
      bare.isEmpty
    {
      return Direction([.repeats(times)])
    }
    return silence(at: place)
  }

  private func bell(at place: Direction.Place) -> Direction? {
    if place == .sentence, !startsAsRequest { return nil }
    if place == .sentence || place == .line, stays > 0 { return nil }
    let isMusic = manners > 0 && unknown + manners > rings + 1
    if unknown > 0 || isMusic {
      switch place {
      case .brackets, .line: guard startsWithCue, !isMusic else { return nil }
      case .parentheses: guard startsWithCue, !isMusic, unknown < 4 else { return nil }
      case .sentence, .label:
        guard startsWithCue, rings > 0, unknown < 3, !isMusic else { return nil }
      }
    }
    var count = times ?? (bells > 1 && rings == 0 && unknown == 0 ? bells : 1)
    if times == nil, let number = bare.first, bare.count == 1, number % 1000 == 0 {
      count = number / 1000
    }
    guard count >= 1 else { return nil }
    let meanings = [.bell(count)] + lengths.map { Direction.Meaning.silence($0.pause) }
    return Direction(meanings, hasMore: unknown > 0)
  }

  private func silence(at place: Direction.Place) -> Direction? {
    let isCalled = pauses + waits + stays > 0
    if unknown + manners > 0 {
      // `(pause, let them breathe)`, `(allow 2 minutes for everybody to settle)`.
      guard place == .brackets || place == .parentheses, manners == 0 || !lengths.isEmpty else {
        return nil
      }
      guard startsWithCue && (pauses > 0 || !lengths.isEmpty) || pauses > 0 && !lengths.isEmpty
      else {
        return nil
      }
    }
    // `Rest in silence for a minute.` is guidance.
    if place == .sentence, stays > 0 || pauses + waits == 0 { return nil }
    if !lengths.isEmpty {
      return Direction(lengths.map { .silence($0.pause) }, hasMore: unknown + manners > 0)
    }
    guard isCalled || moments != nil else { return nil }
    if let number = bare.first, bare.count == 1, isCalled, number > 0 {
      return counted(number, at: place)
    }
    if bare.count == 2, pauses > 0, bare[0] < bare[1] {
      return Direction([.silence(.between(bare[0], bare[1]))], doubt: "read as seconds")
    }
    guard bare.isEmpty else { return nil }
    if let clock = clocks.first, clocks.count == 1, isCalled, place != .sentence {
      return Direction([.silence(.exact(clock))], doubt: "read as minutes and seconds")
    }
    guard clocks.isEmpty else { return nil }
    return named(at: place)
  }

  /// Whether a sentence begins by asking for a bell.
  private var startsAsRequest: Bool {
    guard case .word(let first)? = tokens.first else { return false }
    return words.bell.contains(first) || words.strike.contains(first)
      || words.numbers[first] != nil
  }

  /// `PAUSE 5`, `[[slnc 4000]]`, `count to 5`.
  private func counted(_ number: Int, at place: Direction.Place) -> Direction? {
    if isMilliseconds { return Direction([.silence(.exact(number / 1000))]) }
    guard pauses > 0 || place == .brackets || place == .parentheses,
      place != .sentence || waits == 0
    else { return nil }
    let isCount = pauses == 0
    return Direction(
      [.silence(isCount ? .about(number) : .exact(number))], hasMore: unknown + manners > 0,
      doubt: "read as seconds")
  }

  /// A pause without a number.
  private func named(at place: Direction.Place) -> Direction? {
    switch place {
    case .sentence, .label: guard pauses > 0 else { return nil }
    case .line: guard pauses + waits > 0 || moments != nil else { return nil }
    case .brackets, .parentheses:
      // `(stay here)` may be speech; `(hold)` is not.
      guard pauses + waits > 0 || stays > 0 && tokens.count < 4 || moments != nil && unknown == 0
      else { return nil }
    }
    let pause: ScriptPause
    if let moments {
      pause = isLong ? .long : moments
    } else if isShort {
      pause = .short
    } else if isLong {
      pause = .long
    } else if tokens.contains(.word("beat")) {
      pause = .short
    } else {
      pause = tokens.contains { isSilence($0) } ? .long : .medium
    }
    return Direction([.silence(pause)], hasMore: unknown + manners > 0)
  }

  /// Words for silence itself, which lasts longer than a pause.
  private func isSilence(_ token: DirectionToken) -> Bool {
    guard case .word(let word) = token else { return false }
    return ["silence", "silences", "stille", "schweigen", "silencio", "मौन", "stillness"]
      .contains(word)
  }
}
