/// Turns wishes in the first person toward somebody else.
///
/// Whether a language has a table is `Addressee.redirects`; elsewhere wishes are spoken as written.
extension Addressee {
  /// Whether wishes written on one line can be directed at others in this language.
  /// - Parameter language: a BCP 47 tag; nil for English.
  public static func redirects(language: String?) -> Bool {
    guard let language else { return true }
    return language.lowercased().split { $0 == "-" || $0 == "_" }.first == "en"
  }

  /// A wish, written in the first person, directed at this addressee.
  /// - Parameters:
  ///   - words: the wish; its values are never looked into.
  ///   - mention: whether the addressee has been named; set to `.later` when this wish names them.
  ///   - language: a BCP 47 tag; nil for English.
  /// - Throws: `PhraseProblem.verb`.
  public func wish(
    _ words: [Piece], mention: inout Mention, language: String? = nil
  ) throws(PhraseProblem) -> [Piece] {
    guard let rows = english, Self.redirects(language: language) else { return words }
    var redirection = Redirection(
      WishWords(words), first: rows.first, later: rows.later, mention: mention)
    try redirection.run()
    mention = redirection.mention
    return redirection.words.pieces
  }
}

/// One wish on its way to another person: every first-person word is exchanged once.
private struct Redirection {
  var words: WishWords
  let original: WishWords
  let first: EnglishForms?
  let later: EnglishForms
  var mention: Mention
  /// How the last subject agrees; nil before there was one.
  private var lastAgreement: EnglishForms.Agreement?
  /// Verbs that have found their subject.
  private var settled: Set<Int> = []

  init(_ words: WishWords, first: EnglishForms?, later: EnglishForms, mention: Mention) {
    self.words = words
    original = words
    self.first = first
    self.later = later
    self.mention = mention
  }

  mutating func run() throws(PhraseProblem) {
    for index in original.parts.indices {
      guard let key = original.key(index) else { continue }
      switch key {
      case "i" where !isAbbreviation(index): try redirectSubject(index)
      case "i'm", "i've", "i'll", "i'd": redirectContraction(key, index)
      case "me": exchange(index, \.object)
      case "my": exchange(index, \.possessive)
      case "mine" where !isPit(index): exchange(index, \.own)
      case "myself": exchange(index, \.reflexive)
      default: break
      }
    }
    settleStrayVerbs()
  }

  /// Exchanges a word for the name if it is due and this word can carry it, else for a pronoun.
  private mutating func exchange(_ index: Int, _ form: KeyPath<EnglishForms, String?>) {
    if mention == .first, let word = first?[keyPath: form] {
      mention = .later
      put(word, at: index)
    } else if let word = later[keyPath: form] {
      put(word, at: index)
    }
  }

  private mutating func redirectSubject(_ index: Int) throws(PhraseProblem) {
    var forms = (mention == .first ? first : nil) ?? later
    let verb = finiteVerb(of: index)
    if let verb, !verb.agrees, forms.agreement == .singular {
      // "Alex feel" is as wrong as "she feel"; "they feel" is right.
      guard later.agreement == .plural else {
        throw .verb(
          original.key(verb.index) ?? "", pronoun: later.subject == "he" ? .he : .she)
      }
      forms = later
    }
    if forms != later { mention = .later }
    put(forms.subject, at: index)
    lastAgreement = forms.agreement
    guard let verb, verb.agrees else { return }
    agree(verb.index, forms.agreement)
    agreeWithCoordinated(after: verb.index, forms.agreement)
  }

  /// The verb that I stands before, or after in a question; nil if there is none that changes.
  private func finiteVerb(of subject: Int) -> (index: Int, agrees: Bool)? {
    if let before = original.word(from: subject, by: -1), let key = original.key(before),
      !settled.contains(before), EnglishVerbs.agreeing(key, with: .plural) != nil
    {
      return (before, true)
    }
    if let governor = verb(from: subject, by: -1), let key = original.key(governor),
      EnglishVerbs.unchanging.contains(key), !settled.contains(governor)
    {
      return nil
    }
    guard let next = verb(from: subject, by: 1), let key = original.key(next) else { return nil }
    if EnglishVerbs.agreeing(key, with: .plural) != nil { return (next, true) }
    if EnglishVerbs.unchanging.contains(key) || EnglishVerbs.noVerbs.contains(key) { return nil }
    return (next, false)
  }

  /// The nearest word that is not an adverb; commas around adverbs are passed, a comma before
  /// another word is not: "I, too, am", but not "I, who".
  private func verb(from subject: Int, by step: Int) -> Int? {
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
  private mutating func agreeWithCoordinated(
    after verb: Int, _ agreement: EnglishForms.Agreement
  ) {
    var index = verb
    while let next = original.word(
      from: index, by: 1, across: { !$0.contains(where: ".!?;:".contains) })
    {
      let key = original.key(next)
      if key == "i" || key == "who" || key == "that" { return }
      if key == "and" || key == "or" || key == "but",
        let other = self.verb(from: next, by: 1), let word = original.key(other),
        EnglishVerbs.agreeing(word, with: agreement) != nil
      {
        agree(other, agreement)
      }
      index = next
    }
  }

  private mutating func agree(_ index: Int, _ agreement: EnglishForms.Agreement) {
    settled.insert(index)
    guard let key = original.key(index), let word = EnglishVerbs.agreeing(key, with: agreement)
    else { return }
    put(word, at: index)
  }

  private mutating func redirectContraction(_ key: String, _ index: Int) {
    let named = mention == .first ? first : nil
    let forms = named ?? later
    if named != nil { mention = .later }
    lastAgreement = forms.agreement
    let singular = forms.agreement == .singular
    let ending =
      switch key {
      case "i'm": forms.isPronoun ? (singular ? "'s" : "'re") : (singular ? " is" : " are")
      case "i've": forms.isPronoun ? (singular ? "'s" : "'ve") : (singular ? " has" : " have")
      case "i'll": forms.isPronoun ? "'ll" : " will"
      default:
        forms.isPronoun
          ? "'d"
          : verb(from: index, by: 1).flatMap(original.key).map(EnglishVerbs.followsHad) == true
            ? " had" : " would"
      }
    put(forms.subject + ending, at: index)
    if key == "i'm" { agreeWithCoordinated(after: index, forms.agreement) }
  }

  /// "I who am loved": only I goes with "am", however far away it stands.
  private mutating func settleStrayVerbs() {
    guard let lastAgreement else { return }
    for index in original.parts.indices
    where original.key(index) == "am" && !settled.contains(index) && !isTime(index) {
      agree(index, lastAgreement)
    }
  }

  /// Puts a word in place of another; its capital follows the sentence.
  private mutating func put(_ word: String, at index: Int) {
    guard case .word(let old) = original.parts[index] else { return }
    let written = old.filter(\.isLetter)
    let isSubject = old.first?.lowercased() == "i"
    var word = word
    if written.count > 1 && !isSubject && written.allSatisfy(\.isUppercase) && word != first?.object
    {
      word = word.uppercased()
    } else if original.startsSentence(index) || (!isSubject && written.first?.isUppercase == true) {
      word = word.prefix(1).uppercased() + word.dropFirst()
    }
    words.parts[index] = .word(word)
  }

  /// "i.e."
  private func isAbbreviation(_ index: Int) -> Bool {
    guard index + 2 < original.parts.count, case .between(".") = original.parts[index + 1] else {
      return false
    }
    return original.key(index + 2) == "e"
  }

  /// "the mine", "a gold mine": a hole in the ground.
  private func isPit(_ index: Int) -> Bool {
    let before = original.key(original.word(from: index, by: -1))
    return before.map { ["a", "the", "this", "that", "coal", "gold", "every"].contains($0) }
      ?? false
  }

  /// "6 am".
  private func isTime(_ index: Int) -> Bool {
    let before = original.key(original.word(from: index, by: -1))
    return before?.first?.isNumber == true
  }
}
