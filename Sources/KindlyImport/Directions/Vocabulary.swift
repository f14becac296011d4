/// The words of one language that directions for a reader are made of, in lower case.
///
/// A new language is one more table: a file beside the others and a line in `known`.
struct Vocabulary: Sendable {
  /// The language's tag.
  var tag = "en"
  /// Words that mean silence on their own: `pause`.
  var pause: Set<String> = []
  /// Words that mean silence where a length follows, also in the middle of prose: `wait`.
  var wait: Set<String> = []
  /// Words that mean silence in brackets only, where they may as well be guidance: `rest`.
  var stay: Set<String> = []
  /// `short`, `long`, `about`.
  var short: Set<String> = []
  var long: Set<String> = []
  var about: Set<String> = []
  /// `half`.
  var half: Set<String> = []
  /// Words that say how many without a number: `few` is 3.
  var few: [String: Int] = [:]
  /// Number words up to 90, and articles that stand for 1.
  var numbers: [String: Int] = [:]
  var articles: Set<String> = []
  /// Units by their words.
  var units: [String: Unit] = [:]
  /// `moment`: a length of no number.
  var moments: Set<String> = []
  /// Between two numbers: `to`, `or`.
  var range: Set<String> = []
  /// Words for a bell, and words that are said about its ringing.
  var bell: Set<String> = []
  var ringing: Set<String> = []
  /// Words with which a sentence asks for it: `ring`.
  var strike: Set<String> = []
  /// `times`, and words that hold their number: `twice`.
  var times: Set<String> = []
  var once: [String: Int] = [:]
  /// `repeat`.
  var repeating: Set<String> = []
  /// Words that turn a direction into its opposite.
  var negative: Set<String> = []
  /// Small words that change nothing in a direction.
  var filler: Set<String> = []
  /// Words of directions that are for the reader alone: how to speak, music, the recording.
  var manner: Set<String> = []
  /// Words that speak to a listener, by which guidance is told from directions.
  var address: Set<String> = []
  /// How wishes begin.
  var wishes: [String] = []
  /// How a line begins that asks for a repetition of what follows its colon.
  var headings: Set<String> = []
  /// The most frequent words, by which the language is recognised.
  var frequent: Set<String> = []
  /// Words without one of which nothing but numbers makes a direction; see `finished`.
  private(set) var signals: Set<String> = []
  /// Every word that says something in a direction; see `finished`.
  private(set) var meant: Set<String> = []

  /// Filters for `signals`, `manner`, `meant`, `bell`, and the words that begin a cue; see `finished`.
  private(set) var signalled: WordFilter?
  private(set) var mannered: WordFilter?
  private(set) var called: WordFilter?
  private(set) var understood: WordFilter?
  private(set) var rung: WordFilter?

  /// A unit of time.
  enum Unit: Int, Sendable {
    case millisecond = 1
    case second = 1000
    case minute = 60_000
    case hour = 3_600_000
    case breath = 0
  }

  /// The languages whose directions are understood.
  static let known: [Vocabulary] = [.english, .german, .spanish, .french, .hindi]

  /// The words for a script in a language: its own and the English ones, which every kind of tool
  /// writes; all there are for a language without a table.
  static func of(_ tag: String?) -> Vocabulary {
    let primary = String((tag ?? "en").prefix { $0 != "-" }).lowercased()
    return withEnglish[primary] ?? all
  }

  /// Every word of every language.
  static let all = (known.dropFirst() + [italian, portuguese, dutch]).reduce(english) {
    $0.joined(with: $1)
  }.finished

  private static let withEnglish = Dictionary(
    uniqueKeysWithValues: known.map {
      ($0.tag, $0.tag == "en" ? $0.finished : $0.joined(with: english).finished)
    })

  /// The table with what is found in it at once. Most sentences of a script ask for nothing, and are left
  /// after one look for each word.
  private var finished: Vocabulary {
    var table = self
    let sets = [pause, wait, stay, bell, repeating, moments, times, half]
    table.signals = sets.reduce(Set(once.keys).union(units.keys)) { $0.union($1) }
    let others = [short, long, about, articles, range, ringing, negative, filler, manner]
    let counts = Set(few.keys).union(numbers.keys).union(["x", "×"])
    table.meant = others.reduce(table.signals.union(counts)) { $0.union($1) }
    table.signalled = WordFilter(table.signals)
    table.mannered = WordFilter(manner)
    table.understood = WordFilter(table.meant)
    table.rung = WordFilter(bell)
    table.called = WordFilter(pause.union(wait).union(bell))
    return table
  }

  /// Whether numbers or words are in a text that a direction may be made of: most sentences have none, and
  /// are left without making words of them.
  func mayBeDirection(_ text: ArraySlice<Scalar>) -> Bool {
    guard let signalled else { return true }
    return text.contains { $0.digit != nil || $0.fraction != nil } || signalled.mayFind(in: text)
  }

  /// Whether a text surely has a word that says nothing in a direction, no word for a bell and no number.
  func isPlainSpeech(_ text: ArraySlice<Scalar>) -> Bool {
    guard let understood, let rung else { return false }
    return understood.misses(wordIn: text) && !rung.mayFind(in: text)
      && !text.contains { $0.digit != nil }
  }

  /// Whether a cue word may be among the first words of a text.
  func mayBeginCue(_ text: ArraySlice<Scalar>) -> Bool {
    called?.mayFind(in: text, most: 9) ?? true
  }

  /// Whether one of the tokens is a number, or a word that a direction may be made of.
  func mayBeDirection(_ tokens: [DirectionToken]) -> Bool {
    guard !signals.isEmpty else { return true }
    return tokens.contains { token in
      switch token {
      case .word(let word): signals.contains(word)
      case .number, .clock: true
      case .mark: false
      }
    }
  }

  /// Whether a word says nothing in any direction: one look instead of one in each set.
  func isUnknown(_ word: String) -> Bool { !meant.isEmpty && !meant.contains(word) }

  /// Both tables as one; where they disagree this one goes before the other.
  func joined(with other: Vocabulary) -> Vocabulary {
    var all = self
    for key in Self.sets { all[keyPath: key].formUnion(other[keyPath: key]) }
    all.few.merge(other.few) { own, _ in own }
    all.numbers.merge(other.numbers) { own, _ in own }
    all.units.merge(other.units) { own, _ in own }
    all.once.merge(other.once) { own, _ in own }
    all.wishes += other.wishes
    return all
  }

  private static var sets: [WritableKeyPath<Vocabulary, Set<String>>] {
    [
      \.pause, \.wait, \.stay, \.short, \.long, \.about, \.half, \.articles, \.moments, \.range,
      \.bell, \.ringing, \.strike, \.times, \.repeating, \.negative, \.filler, \.manner, \.address,
      \.headings, \.frequent,
    ]
  }

  /// A table of words written with spaces between them.
  static func set(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init))
  }

  /// Units from lists of words.
  static func units(
    _ seconds: String, _ minutes: String, _ hours: String, _ breaths: String
  ) -> [String: Unit] {
    var units: [String: Unit] = [:]
    for word in set(seconds) { units[word] = .second }
    for word in set(minutes) { units[word] = .minute }
    for word in set(hours) { units[word] = .hour }
    for word in set(breaths) { units[word] = .breath }
    return units
  }

  /// Numbers from a list that counts up from one; `+` before a word jumps to the tens.
  static func numbers(_ ones: String, tens: [String: Int]) -> [String: Int] {
    var numbers = tens
    for (index, word) in ones.split(separator: " ").enumerated() {
      for form in word.split(separator: "/") { numbers[String(form)] = index + 1 }
    }
    return numbers
  }

  /// Whether a few words are about how to read, music or the recording, and for no listener.
  func isAboutReading(_ text: ArraySlice<Scalar>) -> Bool {
    if let mannered, !mannered.mayFind(in: text), text.hasSeveralWords { return false }
    let tokens = DirectionToken.tokens(of: text.trimmed)
    var (manners, all, addresses) = (0, 0, 0)
    for case .word(let word) in tokens {
      all += 1
      if manner.contains(word) { manners += 1 }
      if address.contains(word) { addresses += 1 }
    }
    if all == 1,
      case .word(let only)? = tokens.first(where: { if case .word = $0 { true } else { false } }),
      only.hasSuffix("ly")
    {
      return true
    }
    // `(notice your voice)` speaks to the listener.
    return manners > 0 && addresses == 0 && (manners * 6 >= all || all <= 6)
  }
}
