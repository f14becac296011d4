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
struct Redirection {
  var words: WishWords
  let original: WishWords
  let first: EnglishForms?
  let later: EnglishForms
  var mention: Mention
  /// How the last subject agrees; nil before there was one.
  var lastAgreement: EnglishForms.Agreement?
  /// "MAY I BE SAFE": capitals all through, and not only in I.
  let isAllCapitals: Bool
  /// Verbs that have found their subject.
  var settled: Set<Int> = []

  init(_ words: WishWords, first: EnglishForms?, later: EnglishForms, mention: Mention) {
    self.words = words
    original = words
    self.first = first
    self.later = later
    self.mention = mention
    isAllCapitals = words.isAllCapitals
  }

  mutating func run() throws(PhraseProblem) {
    for index in original.parts.indices {
      guard let key = original.key(index) else { continue }
      switch key {
      case "i" where !isAbbreviation(index): try redirectSubject(index)
      case "i'm", "i've", "i'll", "i'd": try redirectContraction(key, index)
      case "me": exchange(index, \.object)
      case "my": exchange(index, \.possessive)
      case "mine" where isBeforeOwn(index): exchange(index, \.possessive)
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
        throw .verb(verb.word, pronoun: pronoun)
      }
      forms = later
    }
    if forms != later { mention = .later }
    put(forms.subject, at: index)
    lastAgreement = forms.agreement
    guard let verb, verb.agrees else { return }
    agree(verb.index, forms.agreement)
    try agreeWithCoordinated(after: verb.index, forms.agreement)
  }

  private mutating func redirectContraction(
    _ key: String, _ index: Int
  ) throws(PhraseProblem) {
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
    if key == "i'm" { try agreeWithCoordinated(after: index, forms.agreement) }
  }

  /// Puts a word in place of another; its capital follows the sentence.
  mutating func put(_ word: String, at index: Int) {
    guard case .word(let old) = original.parts[index] else { return }
    let written = old.filter(\.isLetter)
    let isSubject = old.first?.lowercased() == "i"
    var word = word
    if isAllCapitals
      || written.count > 1 && !isSubject && written.allSatisfy(\.isUppercase)
        && word != first?.object
    {
      word = word.uppercased()
    } else if original.startsSentence(index) || (!isSubject && written.first?.isUppercase == true) {
      word = word.prefix(1).uppercased() + word.dropFirst()
    }
    words.parts[index] = .word(word)
  }

  /// "mine own", as old books have it.
  private func isBeforeOwn(_ index: Int) -> Bool {
    original.key(original.word(from: index, by: 1)) == "own"
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

  /// The pronoun that later mentions have.
  var pronoun: Pronoun {
    [.she, .he].first { $0.rawValue == later.subject } ?? .they
  }
}
