/// Which verbs belong to I, and how they agree with whoever stands in its place.
extension Redirection {
  /// The verb that I stands before, or after in a question; nil if there is none that changes.
  func finiteVerb(of subject: Int) -> (index: Int, word: String, agrees: Bool)? {
    if let before = original.word(from: subject, by: -1), let key = original.key(before),
      !settled.contains(before), EnglishVerbs.agreeing(key, with: .plural) != nil
    {
      return (before, key, true)
    }
    if let governor = verb(from: subject, by: -1), let key = original.key(governor),
      EnglishVerbs.unchanging.contains(key), !settled.contains(governor)
    {
      return nil
    }
    guard let next = verb(from: subject, by: 1), let key = original.key(next) else { return nil }
    if EnglishVerbs.agreeing(key, with: .plural) != nil { return (next, key, true) }
    if EnglishVerbs.unchanging.contains(key) || EnglishVerbs.noVerbs.contains(key) { return nil }
    return (next, key, false)
  }

  /// The nearest word that is not an adverb; commas around adverbs are passed, a comma before
  /// another word is not: "I, too, am", but not "I, who".
  func verb(from subject: Int, by step: Int) -> Int? {
    var index = subject
    var passedComma = false
    while let next = original.word(
      from: index, by: step, across: { $0.allSatisfy { $0.isWhitespace || $0 == "," } })
    {
      if original.word(from: index, by: step) != next { passedComma = true }
      guard let key = original.key(next) else { return nil }
      if !EnglishVerbs.isAdverb(key) {
        return passedComma && index == subject ? nil : next
      }
      index = next
    }
    return nil
  }

  /// "I am and was", "I am safe and have enough": a verb after "and" has the same subject.
  /// - Throws: `PhraseProblem.verb` for "I am safe and feel loved", which she would only be with
  ///   another form of "feel".
  mutating func agreeWithCoordinated(
    after verb: Int, _ agreement: EnglishForms.Agreement
  ) throws(PhraseProblem) {
    var index = verb
    var isInfinitive = false
    while let next = original.word(
      from: index, by: 1, across: { !$0.contains(where: ".!?;:".contains) })
    {
      index = next
      switch original.key(next) {
      case "i", "who", "that": return
      case "to": isInfinitive = true
      case "and", "or", "but":
        guard let other = self.verb(from: next, by: 1), let word = original.key(other) else {
          continue
        }
        if EnglishVerbs.agreeing(word, with: agreement) != nil {
          if !isInfinitive { agree(other, agreement) }
        } else if agreement == .singular, !isInfinitive, EnglishVerbs.plainlyVerbs.contains(word) {
          throw .verb(word, pronoun: pronoun)
        }
      default: continue
      }
    }
  }

  mutating func agree(_ index: Int, _ agreement: EnglishForms.Agreement) {
    settled.insert(index)
    guard let key = original.key(index), let word = EnglishVerbs.agreeing(key, with: agreement)
    else { return }
    put(word, at: index)
  }

  /// "I who am loved": only I goes with "am", however far away it stands.
  mutating func settleStrayVerbs() {
    guard let lastAgreement else { return }
    for index in original.parts.indices
    where original.key(index) == "am" && !settled.contains(index) && !isTime(index) {
      agree(index, lastAgreement)
    }
  }

  /// "6 am".
  private func isTime(_ index: Int) -> Bool {
    let before = original.key(original.word(from: index, by: -1))
    return before?.first?.isNumber == true
  }
}
