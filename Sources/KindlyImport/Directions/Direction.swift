/// What a few words of a script ask of its reader.
struct Direction: Hashable {
  /// What is to happen, in order; never empty.
  var meanings: [Meaning]
  /// Whether some of its words say more than that, and are kept.
  var hasMore = false
  /// How it was read, where it may have been meant otherwise.
  var doubt: String?

  /// What a direction asks for.
  enum Meaning: Hashable {
    case silence(ScriptPause)
    case bell(Int)
    /// What stands before or after is heard so many times.
    case repeats(Int)
    /// A time from the start, or a length of minutes and seconds, in milliseconds.
    case clock(Int)
    /// `0:30-5:00`.
    case clocks(Int, Int)
  }

  /// Where the words stand, and so how much of them must be understood.
  enum Place {
    /// In brackets, or in a tag: most is enough.
    case brackets
    /// In parentheses, which also hold speech.
    case parentheses
    /// On a line of its own between dashes, stars or dots.
    case line
    /// A sentence among others: all of it must be a direction.
    case sentence
    /// Before a colon, where only a repetition is looked for.
    case label
  }

  /// Understands a direction, or not.
  init?(_ text: ArraySlice<Scalar>, at place: Place, in words: Vocabulary) {
    guard text.count < 200, words.mayBeDirection(text) else { return nil }
    switch place {
    // There every word but those about a bell must say something.
    case .line, .sentence: if words.isPlainSpeech(text) { return nil }
    case .brackets, .parentheses, .label: break
    }
    let tokens = DirectionToken.tokens(of: text).filter { token in
      if case .mark(let mark) = token { !mark.isBracket } else { true }
    }
    guard !tokens.isEmpty, words.mayBeDirection(tokens) else { return nil }
    var reading = DirectionReading(tokens: tokens, words: words)
    reading.read()
    guard let direction = reading.direction(at: place) else { return nil }
    self = direction
  }

  init(_ meanings: [Meaning], hasMore: Bool = false, doubt: String? = nil) {
    self.meanings = meanings
    self.hasMore = hasMore
    self.doubt = doubt
  }
}
