public import KindlyLanguage

/// What a person may say about a script that is imported.
public struct ImportOptions: Sendable {
  /// The title of the practice; nil for that of the script, or its file's name.
  public var title: String?
  /// The language's tag; nil where it is to be recognised.
  public var language: String?
  /// Languages, by the first part of their tags, that a narrator speaks; nil for all.
  public var spoken: Set<String>?

  /// Joins what is said; nil leaves it to the script.
  public init(title: String? = nil, language: String? = nil, spoken: Set<String>? = nil) {
    self.title = title
    self.language = language
    self.spoken = spoken
  }
}

/// A script as a practice.
public struct ImportedPractice: Sendable {
  /// The practice file, without errors.
  public var text: String
  /// The line of the source for each line of the practice; nil where it comes from none.
  public var origins: [Int?]
  /// The script as it was decoded, for those who look at both; empty for documents that are no text.
  public var source: String
  /// How the script was written.
  public var notation: Notation
  /// The language it is in; nil where that can't be told.
  public var language: String?
  /// What became of its words and pauses.
  public var account: ImportAccount
  /// What a person should look at, in the order of the source.
  public var places: [ImportPlace]
}

/// A script for a human reader, in whatever notation, as a practice.
///
/// Every word of it is spoken, a heading, in the header, in a note, or read as a cue; nothing else is in
/// the practice. Any thread; the same bytes give the same practice.
/// - Throws: `ImportProblem` where the bytes are no script, nothing is spoken, or the practice would be
///   too large.
public func imported(
  _ source: Source, options: ImportOptions = ImportOptions()
) throws(ImportProblem) -> ImportedPractice {
  let (draft, notation, text, note) = try Reading.draft(of: source.bytes)
  guard draft.blocks.contains(where: { !$0.text.isEmpty }) || draft.title != nil else {
    throw .empty
  }
  return try Making(
    draft: draft, notation: notation, source: text, name: source.path, options: options, note: note
  ).practice()
}

/// From bytes to paragraphs.
private enum Reading {
  static func draft(
    of bytes: [UInt8]
  ) throws(ImportProblem) -> (ReadScript, Notation, text: String, note: String?) {
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      return (try OfficeReader.read(bytes), .office, "", nil)
    }
    if bytes.starts(with: Array("{\\rtf".utf8)) {
      return (RTFReader.read(bytes), .richText, "", nil)
    }
    let decoded = try Decoding.text(of: bytes)
    guard decoded.text.unicodeScalars.contains(where: { !$0.isBlank }) else { throw .empty }
    let notation = Notation.of(decoded.text)
    let (draft, read) = try draft(of: decoded.text, as: notation)
    return (draft, read, decoded.text, decoded.note)
  }

  /// The draft in a notation; in a simpler one where that reads more of the words.
  private static func draft(
    of text: String, as notation: Notation
  ) throws(ImportProblem) -> (ReadScript, Notation) {
    do {
      let draft = try notation.draft(text)
      guard notation == .ssml else { return (draft, notation) }
      // The library stops at what is no XML at all.
      let plain = TextReader.read(text, notation: .prose)
      let (own, whole) = (count(draft), count(plain))
      return own * 10 < whole * 9 ? (plain, .prose) : (draft, notation)
    } catch {
      // What only looks like YAML or XML is prose, with tags in it or not.
      guard notation == .yaml || notation == .ssml, case .damaged = error else { throw error }
      return (TextReader.read(text, notation: .prose), .prose)
    }
  }

  private static func count(_ draft: ReadScript) -> Int {
    let kept = draft.headerWords.reduce(0) { $0 + countedWords(of: $1.unicodeScalars).count }
    return draft.blocks.reduce(kept) { sum, block in
      block.text.cues.reduce(sum + countedWords(of: block.text.scalars).count) {
        $0 + countedWords(of: $1.read.unicodeScalars).count
      }
    }
  }
}

/// From paragraphs to a practice.
private struct Making {
  var draft: ReadScript
  let notation: Notation
  let source: String
  let name: String
  let options: ImportOptions
  let note: String?

  mutating func setLanguage() -> String? {
    let guess = LanguageGuess.language(
      of: draft.blocks.lazy.flatMap { block in block.text.scalars + [" "] })
    let language = options.language ?? draft.language ?? guess
    draft.language = language
    return language
  }

  func practice() throws(ImportProblem) -> ImportedPractice {
    var making = self
    let language = making.setLanguage()
    var builder = StepBuilder(making.draft, words: .of(language))
    builder.build()
    var places = builder.places
    if let language, options.language == nil, making.draft.language != nil,
      !Vocabulary.known.contains(where: { language.hasPrefix($0.tag) })
    {
      places.append(
        ImportPlace(
          line: 1, words: "Language: \(language)",
          what: "has no table of directions; pauses were looked for in all the languages that do"))
    }
    var account = ImportAccount(source: making.draft, builder: builder)
    let written = ImportedText(
      builder, title: title(builder.draft), spoken: options.spoken)
    let writer = written.writer
    account.pauses = writer.pauses
    guard account.spoken > 0 || builder.speaksAlready else { throw .nothingSpoken }
    guard account.lost.isEmpty else { throw .wordsLost(account.lost) }
    let bytes = written.text.utf8.count
    guard bytes <= Limit.fileBytes, writer.lines.count <= 190_000 else {
      throw .tooLarge(bytes: bytes)
    }
    places += writer.places
    if let note { places.append(ImportPlace(line: 1, words: "The text", what: "was \(note)")) }
    if let told = written.told { places.append(told) }
    return ImportedPractice(
      text: written.text, origins: writer.lines.map(\.origin), source: source, notation: notation,
      language: language, account: account, places: places.sorted { $0.line < $1.line })
  }

  /// The title that is asked for, that of the script, or its file's name.
  private func title(_ draft: ReadScript) -> String {
    for title in [options.title, draft.title] {
      if let plain = title.map(BareWords.plain), plain.scalars.isSpoken { return plain }
    }
    let file = name.split(separator: "/").last.map(String.init) ?? ""
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    let words = BareWords.plain(stem.replacing("-", with: " ").replacing("_", with: " "))
    guard words.scalars.isSpoken, name != "standard input", name != "-" else {
      return "Imported script"
    }
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// The written practice, checked once more: a line that has an error after all becomes a note.
private struct ImportedText {
  var writer: PracticeWriter
  var text: String
  var told: ImportPlace?

  init(_ builder: StepBuilder, title: String, spoken: Set<String>?) {
    var draft = builder.draft
    let steps = builder.steps
    if let language = draft.language, let spoken,
      !spoken.contains(String(language.prefix { $0 != "-" }).lowercased())
    {
      told = ImportPlace(
        line: 1, words: "Language: \(language)",
        what: "is spoken by no narrator here, and left out: words would be spelled or mispronounced"
      )
      draft.language = nil
    }
    writer = PracticeWriter(draft, steps: steps, title: title)
    let whole = writer.text
    // What is too large for a practice is refused anyway.
    text = whole.utf8.count <= Limit.fileBytes ? Self.checked(whole) : whole
  }

  /// The text with every line that has an error turned into a note.
  private static func checked(_ text: String, passes: Int = 3) -> String {
    let source = Source(path: "imported.practice", text: text)
    let errors = read(practice: source).diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty, passes > 0 else { return text }
    let places = Places(of: source)
    let wrong = Set(errors.compactMap { $0.span.map { places.line(of: $0.lower) } })
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let noted = zip(1..., lines).map { number, words in
      wrong.contains(number) && !words.hasPrefix("//") ? "// " + words : String(words)
    }
    return checked(noted.joined(separator: "\n"), passes: passes - 1)
  }
}
