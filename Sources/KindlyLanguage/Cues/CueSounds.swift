import KindlyBase

extension CueReader {
  /// A bell cue.
  mutating func bell() throws(CueMistake) -> BellCue {
    var cue = BellCue()
    _ = accept("ring")
    if accept("soft", "softly") { cue.softly = true }
    guard accept("bell", "bells") else {
      throw next == nil ? incomplete("[bell, softly]") : unknown()
    }
    if next?.kind == .quoted {
      cue.name = name()?.value
    } else if let word = nextWord, !Self.bellOptions.contains(word), CueWords.numbers[word] == nil {
      if let near = nearest(to: word, in: Self.bellOptions.filter { $0.count > 3 }) {
        throw CueMistake(
          problem: .unknown(word: word, isFirst: false, suggestion: "[bell, \(near)]"),
          span: tokens[index].span)
      }
      cue.name = name()?.value
    }
    var seen: Set<String> = []
    skipCommas()
    while let token = next {
      let option = try bellOption(of: &cue)
      guard seen.insert(option).inserted else {
        throw CueMistake(problem: .saidTwice(option), span: token.span)
      }
      skipCommas()
    }
    return cue
  }

  private static let bellOptions = [
    "softly", "soft", "once", "twice", "thrice", "x", "let", "fade", "at", "every",
  ]

  /// One part of a bell cue; the name of what it set.
  private mutating func bellOption(of cue: inout BellCue) throws(CueMistake) -> String {
    if accept("softly", "soft") {
      cue.softly = true
      return "softly"
    }
    if accept("let") {
      _ = accept("it")
      try expect("fade", "ring", orSay: "[bell, let it fade]")
      cue.letFade = true
      return "let it fade"
    }
    if accept("at") {
      cue.at = try clock()
      return "at"
    }
    if let times = try times() {
      cue.times = times
      return "times"
    }
    guard startsLength else { throw unknown() }
    cue.apart = try duration()
    try expect("apart", orSay: "[bell, 3 times, 8s apart]")
    return "apart"
  }

  /// A phrases cue.
  mutating func phrases() throws(CueMistake) -> PhrasesCue {
    index += 1
    var cue = PhrasesCue()
    if next?.kind == .quoted {
      cue.name = name()?.value
    } else if let word = nextWord, !Self.phrasesOptions.contains(word),
      CueWords.numbers[word] == nil
    {
      if let near = nearest(to: word, in: Self.phrasesOptions.filter { $0.count > 3 }) {
        throw CueMistake(
          problem: .unknown(word: word, isFirst: false, suggestion: "[phrases, \(near)]"),
          span: tokens[index].span)
      }
      cue.name = name()?.value
    }
    var seen: Set<String> = []
    skipCommas()
    while let token = next {
      let option = try phrasesOption(of: &cue)
      guard seen.insert(option).inserted else {
        throw CueMistake(problem: .saidTwice(option), span: token.span)
      }
      skipCommas()
    }
    return cue
  }

  private static let phrasesOptions = ["fill", "on", "x", "once", "twice", "thrice", "half"]

  private mutating func phrasesOption(of cue: inout PhrasesCue) throws(CueMistake) -> String {
    if accept("fill") {
      cue.rounds = .fill
      return "rounds"
    }
    if accept("on") {
      try expect("out", orSay: "[phrases, on the out-breath]")
      try expect("breath", orSay: "[phrases, on the out-breath]")
      cue.onOutBreath = true
      return "on the out-breath"
    }
    if let rounds = try rounds() {
      cue.rounds = .count(rounds)
      return "rounds"
    }
    guard startsLength else { throw unknown() }
    let length = try duration()
    if accept("apart") {
      cue.apart = length
      return "apart"
    }
    try expect("after", orSay: "[phrases, 3 rounds, 10s apart, 8s after each]")
    try expect("each", orSay: "[phrases, 8s after each]")
    _ = accept("phrase")
    cue.afterEach = length
    return "after each"
  }

  private mutating func rounds() throws(CueMistake) -> Int? {
    let start = index
    guard let count = amount(), accept("rounds", "round") else {
      index = start
      return try times()
    }
    guard count % 1_000_000 == 0, count >= 1_000_000, count <= Int64(Limit.times) * 1_000_000
    else {
      let span = tokens[start].span.joined(with: tokens[index - 2].span)
      throw CueMistake(problem: .timesOutOfRange(seen: source.text(at: span)), span: span)
    }
    return Int(count / 1_000_000)
  }

  /// Whether a length may stand here: anything but a word that is none of its.
  private var startsLength: Bool {
    guard let next, next.kind == .word else { return true }
    return next.afterArticle || next.text == "half" || CueWords.numbers[next.text] != nil
  }

  private static let breathExample = "[breath in 4s, out 6s]"

  /// `in 4s, hold 2s, out 6s, hold 1s`.
  mutating func breathShape() throws(CueMistake) -> BreathShape {
    try expect("in", orSay: Self.breathExample)
    let inward = try breathPart()
    let holdIn = try hold()
    try expect("out", orSay: Self.breathExample)
    let outward = try breathPart()
    let holdOut = try hold()
    return BreathShape(inward: inward, holdIn: holdIn, outward: outward, holdOut: holdOut)
  }

  private mutating func hold() throws(CueMistake) -> Duration? {
    accept("hold") ? try breathPart() : nil
  }

  private mutating func breathPart() throws(CueMistake) -> Duration {
    let start = index
    let part = try duration(orSay: Self.breathExample)
    skipCommas()
    switch part {
    case .frames(let frames) where frames > 0 && frames <= 60 * Frames.rate: return part
    default: throw CueMistake(problem: .breathPart, span: tokens[start].span)
    }
  }
}
