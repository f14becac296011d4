/// A word, number or mark of a cue after folding.
struct CueToken: Sendable, Hashable {
  /// What it is.
  var kind: Kind
  /// The word in lower case, or the number or mark as written.
  var text: String
  /// Where it stands.
  var span: SourceSpan
  /// Whether *a* or *an* stood before it: `a minute`.
  var afterArticle: Bool

  enum Kind: Sendable, Hashable {
    case word
    /// Millionths.
    case number(Int64)
    /// `14:30`, `1:02:30`: seconds, and how they were grouped.
    case clock(seconds: Int64, parts: Int)
    /// What stands between quotation marks, to the letter.
    case quoted
    case comma
    /// Between two lengths: `10s–40s`.
    case dash
    case about
  }
}

/// Folds the inside of a cue into tokens: case and `- _ : ; . !` between words carry no meaning, and a
/// few small words are dropped. Where a name may follow, what is quoted is taken to the letter;
/// elsewhere quotation marks carry no meaning either.
struct CueFolding {
  let source: Source
  let end: Int
  var index: Int
  private var tokens: [CueToken] = []
  private var article = false
  /// Whether a word was read that a name may follow.
  private var takesName: Bool

  private init(_ source: Source, _ span: SourceSpan, takesName: Bool) {
    self.source = source
    self.takesName = takesName
    index = span.lower
    end = span.upper
  }

  /// The tokens between two offsets; `takesName` where a name may be the first of them.
  static func tokens(
    of source: Source, in span: SourceSpan, takesName: Bool = false
  ) -> [CueToken] {
    var folding = CueFolding(source, span, takesName: takesName)
    while folding.index < folding.end { folding.step() }
    return folding.tokens
  }

  private mutating func step() {
    let start = index
    let (scalar, length) = next(at: index)
    switch scalar {
    case _ where scalar.isSpace || scalar.isInvisibleMark: index += length
    case "0"..."9": number()
    case _ where CueWords.fractions[scalar] != nil: number()
    case _ where takesName && quote(scalar, length): break
    case ",", ";":
      index += length
      add(.comma, ",", from: start)
    case "~", "≈":
      index += length
      add(.about, "~", from: start)
    case "×":
      index += length
      add(.word, "x", from: start)
    case "&":
      index += length
      add(.word, "and", from: start)
    case "-", "–", "—", "−":
      index += length
      dash(from: start)
    case "_", ":", ".", "!", "\"", "“", "”", "„", "«", "»", "'", "’", "‘": index += length
    case _ where scalar.isSpoken: word()
    default:
      index += length
      add(.word, String(scalar), from: start)
    }
  }

  private mutating func word() {
    let start = index
    var text = ""
    while index < end {
      let (scalar, length) = next(at: index)
      let isInner = scalar == "'" || scalar == "’"
      guard isInner || (scalar.isSpoken && !("0"..."9" ~= scalar)) || scalar.isJoining else {
        break
      }
      if isInner {
        guard index + length < end, next(at: index + length).0.isSpoken else { break }
        text += "'"
      } else {
        text.unicodeScalars.append(scalar)
      }
      index += length
    }
    text = text.lowercased()
    switch text {
    case _ where isPartOfName(start): add(.word, text, from: start)
    case "a", "an":
      // Before a comma or the end it is no article, but a name.
      if isBeforePart { add(.word, text, from: start) } else { article = true }
    case "the", "for", "of", "please", "now": break
    default:
      add(.word, text, from: start)
      takesName = takesName || CueWords.beforeNames.contains(text)
    }
  }

  /// Whether a word is joined to its neighbour in a name: the last letter of `sit4a`, or the first word
  /// of `the-visit`.
  private func isPartOfName(_ start: Int) -> Bool {
    guard takesName else { return false }
    if start > 0, source.bytes[start - 1].isJoint { return true }
    return index < end && source.bytes[index].isJoint
  }

  /// Takes everything up to the mark that closes a quotation; false if none begins here.
  private mutating func quote(_ mark: Unicode.Scalar, _ length: Int) -> Bool {
    guard let closing = CueWords.closingQuotes[mark] else { return false }
    // An apostrophe within a name closes nothing.
    let isSingle = "'‘’‚‹".unicodeScalars.contains(mark)
    var at = index + length
    while at < end {
      let (scalar, width) = next(at: at)
      let after = at + width
      if closing.contains(scalar), !isSingle || after == end || !next(at: after).0.isSpoken {
        let inside = SourceSpan(index + length, at)
        let start = index
        index = after
        add(.quoted, source.text(at: inside).trimmed, from: start)
        return true
      }
      at = after
    }
    return false
  }

  /// Whether the next mark is a comma, or nothing is left.
  private var isBeforePart: Bool {
    let rest = source.trim(SourceSpan(index, end))
    return rest.isEmpty || source.bytes[rest.lower] == UInt8(ascii: ",")
  }

  /// A dash joins two lengths, or separates words; before a number it would be a minus.
  private mutating func dash(from start: Int) {
    var after = index
    while after < end, next(at: after).0.isSpace { after += next(at: after).length }
    guard after < end, source.bytes[after].isDigit else { return }
    if let last = tokens.last, last.isNumber || CueWords.units[last.text] != nil {
      add(.dash, "to", from: start)
    } else if after == index {
      add(.word, "-", from: start)
    }
  }

  mutating func add(_ kind: CueToken.Kind, _ text: String? = nil, from start: Int) {
    let span = SourceSpan(start, index)
    tokens.append(
      CueToken(
        kind: kind, text: text ?? source.text(at: span), span: span, afterArticle: article))
    article = false
  }

  func next(at index: Int) -> (Unicode.Scalar, length: Int) {
    let byte = source.bytes[index]
    if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
    guard let (scalar, length) = source.scalar(at: index), index + length <= end else {
      return ("\u{FFFD}", 1)
    }
    return (scalar, length)
  }
}

extension UInt8 {
  /// What holds the parts of a name together: a digit, or a mark without space around it.
  fileprivate var isJoint: Bool {
    isDigit || "-_./".utf8.contains(self)
  }
}

extension CueToken {
  var isNumber: Bool { if case .number = kind { true } else { false } }
}

extension Unicode.Scalar {
  /// Marks and joiners that continue a word.
  var isJoining: Bool {
    value == 0x200C || value == 0x200D
      || (value > 0x2FF && properties.canonicalCombiningClass != .notReordered)
      || properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark
  }
}
