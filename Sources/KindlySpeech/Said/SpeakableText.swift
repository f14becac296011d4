/// A text as an engine gets it: what is said for the author's words, every character knowing where it
/// came from.
///
/// What the listener sees stays as the author wrote it. Pure; any thread.
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
  /// Where something else is said than is written, in the order of the text.
  var changes: [SaidChange] = []

  /// Reads a text as it is said in a language (a BCP 47 tag), with the words of some lists said as
  /// these tell; the first list that has a word counts.
  init(_ text: String, language: String = "en", lexicons: [SaidLexicon] = []) {
    let composed = ComposedText(text)
    var scanner = SaidScanner(
      composed.characters, language: SaidLanguage.of(tag: language), lexicons: lexicons)
    scanner.run()
    changes = (composed.changes + scanner.changes).sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    characters = Self.guarded(scanner.output)
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

  /// Whether there is anything to say: a letter or a digit.
  var isSpeakable: Bool { characters.contains { $0.scalar.isWordLike } }

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
  var isWordLike: Bool {
    if isASCII {
      return ("a"..."z").contains(self) || ("A"..."Z").contains(self) || isPlainDigit
    }
    // Letters in a frame, as emoji have them, are signs.
    if properties.generalCategory == .otherSymbol { return false }
    return isLetter || isMark || properties.numericType != nil
  }

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
