/// What `{…}` says in guidance: the recipient's words, the listener's name, and an author's own.
public struct Values: Sendable, Hashable {
  /// Whom `{name}` and `{they}` are about.
  public var addressee: Addressee
  /// What `{listener}` says; nil if the profile has no name.
  public var listener: String?
  /// An author's own words by name: those of `--set` over those of the profile.
  public var own: [String: String]
  /// The language of the guidance, a BCP 47 tag; nil for English.
  public var language: String?

  /// Makes the values of one place in a practice.
  public init(
    addressee: Addressee = .oneself, listener: String? = nil, own: [String: String] = [:],
    language: String? = nil
  ) {
    self.addressee = addressee
    self.listener = listener
    self.own = own
    self.language = language
  }

  /// Whether a value of `{word}` is a person's to give, as that of `{place}` or `{listener}` is: `{they}`,
  /// `{name}` and `{round}` are filled in by themselves.
  public static func isSettable(_ word: String) -> Bool {
    GuidanceWord(rawValue: word) == nil && word != "round"
  }

  /// The utterance with its values said, starting with a capital.
  ///
  /// A value that nobody has set and that has no default is said by its own name and noted in
  /// `unset`: a warning when a practice is checked, an error when it is played.
  /// - Throws: `ValueProblem` where the words would be wrong for this recipient or language.
  public func utterance(
    _ pieces: [Piece], unset: inout [Located<String>]
  ) throws(Located<ValueProblem>) -> String {
    var said = try words(pieces, unset: &unset)
    if let first = said.firstIndex(where: \.isLetter),
      said[..<first].allSatisfy({ !$0.isNumber })
    {
      said.replaceSubrange(first...first, with: said[first].titlecased)
    }
    return said
  }

  /// The same without the capital: for a piece of a heading or a wish.
  public func words(
    _ pieces: [Piece], unset: inout [Located<String>]
  ) throws(Located<ValueProblem>) -> String {
    var said = ""
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let text): said += text
      case .value(let value):
        let next = index + 1 < pieces.count ? pieces[index + 1] : nil
        do {
          try value.value.checkVerb(before: next)
          if let words = try words(of: value.value, before: next) {
            said += said.endsSentence ? words.capitalizedFirst : words
          } else {
            unset.append(Located(value.value.name, at: value.span))
            said += value.value.name
          }
        } catch {
          throw Located(error, at: value.span)
        }
      }
    }
    return said
  }

  /// The words of one value; nil if it is not set.
  private func words(
    of value: Piece.Value, before next: Piece?
  ) throws(ValueProblem) -> String? {
    if value.name == "listener" { return listener ?? value.fallback }
    guard let word = GuidanceWord(rawValue: value.name) else {
      return own[value.name] ?? value.fallback
    }
    if let language, !Addressee.redirects(language: language) {
      if word == .name, value.verb == nil, let name = addressee.givenName ?? value.fallback {
        return name
      }
      throw .noWords(value.spelled, language: language)
    }
    let forms = addressee.guidance
    if let verb = value.verb {
      guard let clause = forms.clause(word, verb) else { throw .unknownVerb(value.spelled) }
      return clause
    }
    guard word == .name else { return forms[word] }
    if let fallback = value.fallback, addressee.givenName == nil { return fallback }
    if forms.nameAgreement == .plural, let verb = next?.firstWord,
      ["is", "has", "does"].contains(verb)
    {
      throw .nameBeforeVerb(verb: verb, name: forms.name)
    }
    return forms.name
  }
}

extension Piece.Value {
  /// The value as it stands in the file, without its default: `{they are}`.
  var spelled: String { "{" + name + (verb.map { " " + $0 } ?? "") + "}" }

  /// A bare `{they}` before a verb that agrees is wrong for somebody: "she are".
  /// - Throws: `ValueProblem.bareThey`.
  public func checkVerb(before next: Piece?) throws(ValueProblem) {
    guard name == GuidanceWord.they.rawValue, verb == nil, let word = next?.firstWord else {
      return
    }
    if GuidanceForms.firstPerson[word] != nil || Self.contracted[word] != nil {
      throw .bareThey(verb: Self.contracted[word] ?? word)
    }
  }

  private static let contracted = [
    "'re": "are", "'s": "are", "'ve": "have", "aren't": "are", "isn't": "are", "haven't": "have",
    "hasn't": "have", "don't": "do", "doesn't": "do", "weren't": "were", "wasn't": "was",
  ]
}

extension Piece {
  /// The first word of a text, with an apostrophe it starts with; nil for a value or at a stop.
  fileprivate var firstWord: String? {
    guard case .text(let text) = self else { return nil }
    let start = text.drop(while: \.isWhitespace)
    let word = start.prefix { $0.isLetter || $0 == "'" || $0 == "\u{2019}" }
    let plain = word.lowercased().map { $0 == "\u{2019}" ? "'" : $0 }
    // A word right behind the value belongs to it only with an apostrophe.
    if start.startIndex == text.startIndex && plain.first != "'" { return nil }
    return plain.isEmpty ? nil : String(plain)
  }
}

extension String {
  /// Whether the next word starts a sentence.
  fileprivate var endsSentence: Bool {
    let end = reversed().drop { $0.isWhitespace || "\"'\u{201D})".contains($0) }
    guard let last = end.first else { return false }
    return "!?".contains(last) || last == "." && end.dropFirst().first != "."
  }

  fileprivate var capitalizedFirst: String { (first?.titlecased ?? "") + dropFirst() }
}

extension Character {
  /// As it begins a sentence. A ligature such as "ﬁ" has no capital of its own and stays as it is.
  fileprivate var titlecased: String {
    guard let first = unicodeScalars.first else { return "" }
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: unicodeScalars.dropFirst())
    let capital = first.properties.titlecaseMapping
    return capital.unicodeScalars.count == 1 ? capital + String(rest) : String(self)
  }
}
