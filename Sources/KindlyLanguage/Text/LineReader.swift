/// A part of a line of the script.
enum LinePart: Sendable, Equatable {
  case heading(Located<[Piece]>)
  case speech(Located<[Piece]>)
  case phrase(PhraseLine)
  case cue(Located<CueForm>)
}

/// Reads one line of the script into its parts and notes what is wrong with it.
struct LineReader {
  let source: Source
  var problems: Problems
  /// Cues that could not be read, and so may have opened a block.
  var unreadCues = 0
  /// Reused for the words of each piece.
  private var words: [UInt8] = []

  init(_ source: Source, problems: Problems) {
    self.source = source
    self.problems = problems
  }

  /// The parts of a line that is not blank, in order; none where nothing could be read.
  mutating func parts(of line: SourceSpan) -> [LinePart] {
    switch source.bytes[line.lower] {
    case Byte.hash: heading(line).map { [$0] } ?? []
    case Byte.greater: phrase(line).map { [$0] } ?? []
    default: mixed(line)
    }
  }

  // MARK: - Headings and phrases

  private mutating func heading(_ line: SourceSpan) -> LinePart? {
    var lower = line.lower
    while lower < line.upper, source.bytes[lower] == Byte.hash { lower += 1 }
    let text = source.trim(SourceSpan(lower, line.upper))
    guard !text.isEmpty else {
      problems.note(SpokenProblem.emptyHeading, at: line)
      return nil
    }
    var kept: [Located<[Piece]>] = []
    for part in mixed(text, inHeading: true) {
      switch part {
      case .speech(let pieces): kept.append(pieces)
      case .cue(let cue):
        problems.note(SpokenProblem.cueInHeading(cue: "[\(cue.value.canonical)]"), at: cue.span)
      case .heading, .phrase: break
      }
    }
    return kept.first.map { .heading(Located($0.value, at: text)) }
  }

  private mutating func phrase(_ line: SourceSpan) -> LinePart? {
    let text = source.trim(SourceSpan(line.lower + 1, line.upper))
    guard !text.isEmpty else {
      problems.note(SpokenProblem.nothingToSpeak(">"), at: line)
      return nil
    }
    var words: Located<[Piece]>?
    var silences: [Located<Silence>] = []
    for part in mixed(text) {
      switch part {
      case .speech(let pieces) where words == nil && silences.isEmpty: words = pieces
      case .speech(let pieces): problems.note(SpokenProblem.wordsAfterSilence, at: pieces.span)
      case .cue(let cue):
        if case .cue(.silence(let silence)) = cue.value, silence.interval == nil {
          silences.append(Located(silence, at: cue.span))
        } else {
          problems.note(SpokenProblem.cueInPhrase(cue: "[\(cue.value.canonical)]"), at: cue.span)
        }
      case .heading, .phrase: break
      }
    }
    return words.map { .phrase(PhraseLine(words: $0, silences: silences)) }
  }

  // MARK: - Text and cues

  /// Text and cues of a span, each piece of text checked for what should not be spoken.
  mutating func mixed(_ line: SourceSpan, inHeading: Bool = false) -> [LinePart] {
    var parts: [LinePart] = []
    var index = line.lower
    while index < line.upper {
      if source.bytes[index] == Byte.openBracket {
        guard let close = closing(from: index, to: line.upper) else {
          return parts
        }
        let inside = source.trim(SourceSpan(index + 1, close))
        let span = SourceSpan(index, close + 1)
        do throws(CueMistake) {
          parts.append(.cue(Located(try CueReader.read(source, in: inside), at: span)))
        } catch {
          unreadCues += 1
          problems.note(error.problem, at: error.span.isEmpty ? span : error.span)
        }
        index = close + 1
        continue
      }
      var end = index
      while end < line.upper, source.bytes[end] != Byte.openBracket {
        end += source.bytes[end] == Byte.backslash && end + 1 < line.upper ? 2 : 1
      }
      end = min(end, line.upper)
      let text = source.trim(SourceSpan(index, end))
      if !text.isEmpty, let pieces = spoken(text, isWhole: text == line, inHeading: inHeading) {
        parts.append(.speech(pieces))
      }
      index = end
    }
    return parts
  }

  /// The offset of the bracket that closes the one at `open`, or nil after noting what is wrong.
  private mutating func closing(from open: Int, to end: Int) -> Int? {
    for index in open + 1..<max(end, open + 1) {
      switch source.bytes[index] {
      case Byte.closeBracket: return index
      case Byte.openBracket:
        problems.note(SpokenProblem.nestedBracket, at: SourceSpan(index, index + 1))
        return nil
      default: break
      }
    }
    problems.note(SpokenProblem.openBracket, at: SourceSpan(open, end))
    return nil
  }

  /// One utterance; nil if there is nothing in it to speak.
  private mutating func spoken(
    _ span: SourceSpan, isWhole: Bool, inHeading: Bool
  ) -> Located<[Piece]>? {
    let before = problems.count
    let pieces = pieces(of: span)
    if !source.isSpoken(span) {
      if problems.count == before {
        problems.note(SpokenProblem.nothingToSpeak(source.text(at: span)), at: span)
      }
      return nil
    }
    let length = span.upper - span.lower
    if length > Limit.utteranceCharacters {
      let characters = source.text(at: span).unicodeScalars.count
      if characters > Limit.utteranceCharacters {
        problems.note(SpokenProblem.utteranceTooLong(characters: characters), at: span)
      }
    }
    checkStrangers(in: span, isWhole: isWhole && !inHeading)
    return Located(pieces, at: span)
  }

  /// Words and values of a span.
  mutating func pieces(of span: SourceSpan) -> [Piece] {
    var pieces: [Piece] = []
    words.removeAll(keepingCapacity: true)
    var pendingSpace = false
    var index = span.lower
    while index < span.upper {
      let byte = source.bytes[index]
      if byte < 0x80, byte != Byte.space, byte != Byte.tab, byte != Byte.backslash,
        byte != Byte.openBrace, byte != Byte.closeBrace, byte != Byte.closeBracket
      {
        if pendingSpace { words.append(Byte.space) }
        pendingSpace = false
        words.append(byte)
        index += 1
        continue
      }
      let space = source.spaceLength(at: index, to: span.upper)
      if space > 0 {
        pendingSpace = !(words.isEmpty && pieces.isEmpty)
        index += space
        continue
      }
      if byte >= 0x80 {
        index = copyWide(at: index, to: span.upper, after: &pendingSpace)
        continue
      }
      if byte == Byte.openBrace {
        if pendingSpace { words.append(Byte.space) }
        pendingSpace = false
        flush(into: &pieces)
        index = value(at: index, to: span.upper, into: &pieces)
        continue
      }
      if pendingSpace { words.append(Byte.space) }
      pendingSpace = false
      if byte == Byte.backslash {
        index = escape(at: index, to: span.upper)
      } else {
        problems.note(
          byte == Byte.closeBrace ? SpokenProblem.strayBrace : .strayBracket,
          at: SourceSpan(index, index + 1))
        index += 1
      }
    }
    flush(into: &pieces)
    checkVerbs(of: pieces)
    return pieces
  }

  /// Notes verbs that would not agree with the value before them.
  private mutating func checkVerbs(of pieces: [Piece]) {
    for (index, piece) in pieces.enumerated() {
      guard case .value(let value) = piece else { continue }
      do throws(ValueProblem) {
        try value.value.checkVerb(before: index + 1 < pieces.count ? pieces[index + 1] : nil)
      } catch {
        problems.note(error, at: value.span)
      }
    }
  }

  private mutating func flush(into pieces: inout [Piece]) {
    if words.isEmpty { return }
    pieces.append(.text(String(decoding: words, as: UTF8.self)))
    words.removeAll(keepingCapacity: true)
  }

  /// Copies a character outside ASCII, folded; the offset after it.
  private mutating func copyWide(at index: Int, to end: Int, after space: inout Bool) -> Int {
    guard let (scalar, length) = source.scalar(at: index) else { return index + 1 }
    if scalar.isInvisibleMark { return index + length }
    if space { words.append(Byte.space) }
    space = false
    if scalar == "’" {
      words.append(UInt8(ascii: "'"))
    } else {
      words.append(contentsOf: source.bytes[index..<min(index + length, end)])
    }
    return index + length
  }

  private mutating func escape(at index: Int, to end: Int) -> Int {
    guard index + 1 < end, source.bytes[index + 1].isPunctuation else {
      problems.note(SpokenProblem.badEscape, at: SourceSpan(index, index + 1))
      return index + 1
    }
    words.append(source.bytes[index + 1])
    return index + 2
  }

  /// Reads `{word}`, `{they are}`, `{word|default}`; the offset after it.
  private mutating func value(at open: Int, to end: Int, into pieces: inout [Piece]) -> Int {
    guard let close = source.bytes[open..<end].firstIndex(of: Byte.closeBrace) else {
      problems.note(SpokenProblem.openBrace, at: SourceSpan(open, end))
      return end
    }
    let span = SourceSpan(open, close + 1)
    let inside = SourceSpan(open + 1, close)
    switch ValueReader.read(source, in: inside) {
    case .success(let value):
      pieces.append(.value(Located(value, at: span)))
    case .failure(let problem): problems.note(problem, at: span)
    }
    return close + 1
  }
}

extension Source {
  /// Whether a span holds a letter, a digit or a value: something to speak.
  func isSpoken(_ span: SourceSpan) -> Bool {
    var index = span.lower
    while index < span.upper {
      let byte = bytes[index]
      if byte.isLetter || byte.isDigit { return true }
      if byte < 0x80 {
        index += 1
        continue
      }
      guard let (scalar, length) = scalar(at: index) else {
        index += 1
        continue
      }
      if scalar.isSpoken { return true }
      index += length
    }
    return false
  }
}
