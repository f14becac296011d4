/// Goes once through a composed text and writes what is said.
///
/// Everything written keeps the place it came from, so that word times point into the author's text.
struct SaidScanner {
  typealias Character = SpeakableText.Character

  let language: SaidLanguage
  /// Lists of words, the one that counts first.
  let lexicons: [SaidLexicon]
  let input: [Character]
  /// The place in `input` that is read next.
  var index = 0
  var output: [Character] = []
  var changes: [SaidChange] = []
  /// Whether a word was said whose end is not yet marked by a space.
  var owesSpace = false
  /// The ending of the last German ordinal.
  var lastEnding: String?
  /// Whether what was said last can be read in more than one way.
  var isGuess = false

  init(_ input: [Character], language: SaidLanguage, lexicons: [SaidLexicon] = []) {
    self.input = input
    self.language = language
    self.lexicons = lexicons
  }

  /// Reads to the end.
  mutating func run() {
    output.reserveCapacity(input.count * 2)
    while index < input.count {
      if !isInsideWord(index), sayListed() || sayAbbreviation() { continue }
      let scalar = input[index].scalar
      if scalar.isPlainDigit {
        sayNumber()
      } else if scalar.isWordLike {
        sayWord()
      } else {
        saySign()
      }
    }
  }

  // MARK: - Looking

  func scalar(_ place: Int) -> Unicode.Scalar? {
    input.indices.contains(place) ? input[place].scalar : nil
  }

  func isDigit(_ place: Int) -> Bool { scalar(place)?.isPlainDigit ?? false }

  func isWordLike(_ place: Int) -> Bool { scalar(place)?.isWordLike ?? false }

  func isSpace(_ place: Int) -> Bool { scalar(place) == " " }

  /// Whether the place goes on with a word that began before it.
  func isInsideWord(_ place: Int) -> Bool { isWordLike(place) && isWordLike(place - 1) }

  /// The place after spaces.
  func skipSpaces(_ place: Int) -> Int {
    var place = place
    while isSpace(place) { place += 1 }
    return place
  }

  /// The end of the letters from a place on.
  func endOfLetters(_ place: Int) -> Int {
    var end = place
    while let scalar = scalar(end), scalar.isWordLike, !scalar.isPlainDigit { end += 1 }
    return end
  }

  /// The text between two places.
  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: input[range].lazy.map(\.scalar))
    return String(view)
  }

  /// The place after a form; nil if it is not there. A space in a form is any space or none.
  func end(of form: [Unicode.Scalar], at place: Int) -> Int? {
    var place = place
    for scalar in form {
      if scalar == " " {
        place = skipSpaces(place)
      } else if self.scalar(place) == scalar {
        place += 1
      } else {
        return nil
      }
    }
    return place
  }

  // MARK: - Writing

  /// The offsets in the text as given that a range of the input stands for, without spaces around it.
  func origin(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while range.count > 1, isSpace(range.lowerBound) {
      range = range.lowerBound + 1..<range.upperBound
    }
    guard let first = input[range].first, let last = input[range].last else { return 0..<0 }
    return first.origin.lowerBound..<max(first.origin.lowerBound, last.origin.upperBound)
  }

  /// Says words for a range of the input, apart from what is before and after.
  mutating func say(_ words: String, for range: Range<Int>) {
    let origin = origin(range)
    space(at: origin.lowerBound..<origin.lowerBound)
    for scalar in words.unicodeScalars { output.append(Character(scalar: scalar, origin: origin)) }
    owesSpace = true
  }

  /// Ends the word before, if there is one.
  mutating func space(at origin: Range<Int>) {
    owesSpace = false
    guard let last = output.last?.scalar, last != " ", !last.opens else { return }
    output.append(Character(scalar: " ", origin: origin))
  }

  /// Takes the next character as it is.
  mutating func copy() {
    let character = input[index]
    if owesSpace, character.scalar.isWordLike { space(at: character.origin) }
    owesSpace = false
    output.append(character)
    index += 1
  }

  /// Notes that a range of the input is said as what was written to the output since `mark`.
  mutating func note(_ kind: SaidChange.Kind, _ range: Range<Int>, since mark: Int) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: output[min(mark, output.count)...].lazy.map(\.scalar))
    let said = String(view).drop { $0 == " " }
    changes.append(
      SaidChange(kind: kind, written: text(range), said: String(said), range: origin(range)))
  }
}

extension Unicode.Scalar {
  /// One of 0 to 9.
  var isPlainDigit: Bool { ("0"..."9").contains(self) }

  /// Marks after which no space comes.
  var opens: Bool { ["(", "\"", "'", "„", "“", "«", "‹", "¿", "¡", "-"].contains(self) }
}
