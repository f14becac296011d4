/// Words of a person that could not be read as what was asked for: those of an option, a form, a file
/// of another kind. Whoever asked says where they stood.
public struct UnreadableWords: Error, Sendable, Hashable {
  /// The words.
  public var words: String
  /// What was seen, in one sentence.
  public var message: String
  /// What to do, in one sentence.
  public var hint: String
  /// Both sentences where they say more than that the words can't be read; nil where they don't.
  public var detail: String?
  /// What may stand there instead; nil if nothing is known.
  public var replacement: String?

  /// Both sentences.
  public var sentence: String { message + " " + hint }
}

extension Duration {
  /// Reads a length of time such as `20m`, `1 h 10 min` or `1,5 min`, as cues and headers take it; it is
  /// longer than 0 and at most a day.
  public init(words: String, example: String = "20 min") throws(UnreadableWords) {
    self = try PersonsWords.read(words, example: example) { (reader) throws(CueMistake) in
      try reader.wholeLength()
    }
  }
}

extension Silence.Length {
  /// Reads how long a silence is: `20s`, `~20s`, `3-7m`, `1 to 2 minutes`.
  public init(words: String, example: String = "5 min") throws(UnreadableWords) {
    self = try PersonsWords.read(words, example: example) { (reader) throws(CueMistake) in
      try reader.length()
    }
  }
}

extension Recipient {
  /// Reads one recipient or a pair, as `[toward …]` takes them: `friend and self`, `Maya, she`.
  public static func pair(
    words: String, example: String = "friend, or \"Maya, she\""
  ) throws(UnreadableWords) -> [Recipient] {
    try PersonsWords.read(words, example: example) { (reader) throws(CueMistake) in
      try reader.pair()
    }
  }
}

extension BreathShape {
  /// Reads `in 4s, out 6s`, with `hold 2s` after each where wanted.
  public init(words: String, example: String = "in 4s, out 6s") throws(UnreadableWords) {
    self = try PersonsWords.read(words, example: example) { (reader) throws(CueMistake) in
      try reader.breathShape()
    }
  }
}

extension BackgroundCue {
  /// Reads what is to lie under a practice, as the header takes it: `rain`, `"sea.flac", softly`, `none`.
  public init(words: String, example: String = "rain, softly") throws(UnreadableWords) {
    self = try PersonsWords.read(words, example: example) { (reader) throws(CueMistake) in
      try reader.backgroundChoice()
    }
  }
}

/// Reads words that stand outside of any file.
private enum PersonsWords {
  static func read<Value>(
    _ words: String, example: String,
    _ read: (inout CueReader) throws(CueMistake) -> Value
  ) throws(UnreadableWords) -> Value {
    // An option may hold a line end; no value does.
    let line = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    let source = Source(path: "", text: line)
    let whole = SourceSpan(0, source.bytes.count)
    var reader = CueReader(source, in: whole, takesName: true)
    do throws(CueMistake) {
      let value = try read(&reader)
      try reader.finish()
      return value
    } catch {
      guard error.problem.isClearOutsideOfCues else {
        throw UnreadableWords(
          words: words, message: "\"\(line)\" can't be read.",
          hint: "Write it like this: \(example).",
          detail: nil, replacement: nil)
      }
      let told = error.problem.words
      throw UnreadableWords(
        words: words, message: told.message, hint: told.hint,
        detail: told.message + " " + told.hint, replacement: told.replacement)
    }
  }
}

extension Script {
  /// A practice that only says some words, to the letter: nothing in them is a cue, a note or a value.
  public init(saying words: String, title: String, language: String?) {
    self.init(saying: [.text(words)], title: title, language: language)
  }

  /// A practice that only says a wish as a profile has it, with its escapes and values.
  public init(sayingWish words: String, title: String, language: String?) {
    let line = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    let source = Source(path: "", text: line)
    var reader = LineReader(source, problems: Problems(path: ""))
    let pieces = reader.pieces(of: source.trim(SourceSpan(0, source.bytes.count)))
    self.init(saying: pieces, title: title, language: language)
  }

  private init(saying pieces: [Piece], title: String, language: String?) {
    let nowhere = SourceSpan(0, 0)
    self.init(body: [.speech(Located(pieces, at: nowhere))])
    header.title = Located(title, at: nowhere)
    header.language = language.map { Located($0, at: nowhere) }
    header.bell = Located("none", at: nowhere)
  }
}
