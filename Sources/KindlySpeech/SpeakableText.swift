/// A text as an engine gets it: cleaned, respelled, and every character knowing where it came from.
///
/// espeak-ng aborts on some short plain texts (dotted runs, apostrophes in rows, words without end)
/// and reads marks aloud that no listener sees. What the listener sees stays as the author wrote it.
struct SpeakableText: Sendable, Hashable {
  /// A character for the engine.
  struct Character: Sendable, Hashable {
    /// What the engine reads.
    var scalar: Unicode.Scalar
    /// The UTF-8 offsets it stands for in the text as given.
    var origin: Range<Int>
  }

  /// What the engine reads, in order.
  var characters: [Character]

  /// Cleans and respells a text; of several respellings of a word the first counts.
  init(_ text: String, pronunciations: [Respelling] = []) {
    characters = Self.cleaned(text)
    for respelling in pronunciations { respell(respelling) }
    loosenInitials()
    breakRows()
  }

  init(characters: some Sequence<Character>) { self.characters = Array(characters) }

  /// The text itself.
  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: characters.lazy.map(\.scalar))
    return String(view)
  }

  /// Whether there is anything to say: a letter, a digit, or a symbol that has a name.
  var isSpeakable: Bool {
    characters.contains { $0.scalar.isWordLike || $0.scalar.properties.isEmojiPresentation }
  }

  /// The offsets in the text as given that `count` characters from `position` on stand for.
  func origin(of position: Int, count: Int) -> Range<Int>? {
    let span = characters.indices.clamped(to: position..<(position + max(0, count)))
    guard let first = span.first, let last = span.last else { return nil }
    let start = characters[first].origin.lowerBound
    return start..<max(start, characters[last].origin.upperBound)
  }
}

extension Unicode.Scalar {
  /// Letters, digits, and the marks that belong to them.
  var isWordLike: Bool { isLetter || isMark || properties.numericType != nil }

  /// Letters of any script.
  var isLetter: Bool { properties.isAlphabetic && !isMark }

  /// Combining marks.
  var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
