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
    case comma
    /// Between two lengths: `10s–40s`.
    case dash
    case about
  }
}

/// Folds the inside of a cue into tokens: case, quotation marks and `- _ : ; . !` between words
/// carry no meaning, and a few small words are dropped.
struct CueFolding {
  private let source: Source
  private let end: Int
  private var index: Int
  private var tokens: [CueToken] = []
  private var article = false

  private init(_ source: Source, _ span: SourceSpan) {
    self.source = source
    index = span.lower
    end = span.upper
  }

  /// The tokens between two offsets.
  static func tokens(of source: Source, in span: SourceSpan) -> [CueToken] {
    var folding = CueFolding(source, span)
    while folding.index < folding.end { folding.step() }
    return folding.tokens
  }

  private mutating func step() {
    let start = index
    let (scalar, length) = next(at: index)
    switch scalar {
    case _ where scalar.isSpace || scalar.isInvisibleMark: index += length
    case "0"..."9": number()
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
    case "a", "an":
      // Before a comma or the end it is no article, but a name.
      if isBeforePart { add(.word, text, from: start) } else { article = true }
    case "the", "for", "of", "please", "now": break
    default: add(.word, text, from: start)
    }
  }

  /// Whether the next mark is a comma, or nothing is left.
  private var isBeforePart: Bool {
    let rest = source.trim(SourceSpan(index, end))
    return rest.isEmpty || source.bytes[rest.lower] == UInt8(ascii: ",")
  }

  private mutating func number() {
    let start = index
    var parts = [digits()]
    while parts.count < 3, index + 2 < end, source.bytes[index] == Byte.colon,
      source.bytes[index + 1].isDigit, source.bytes[index + 2].isDigit,
      index + 3 == end || !source.bytes[index + 3].isDigit
    {
      index += 1
      parts.append(digits())
    }
    if parts.count > 1 {
      let seconds = parts.reduce(Int64(0)) { $0 * 60 + min($1, 1_000_000) }
      add(.clock(seconds: seconds, parts: parts.count), from: start)
      return
    }
    var millionths = parts[0] * 1_000_000
    if index + 1 < end, source.bytes[index] == UInt8(ascii: "."), source.bytes[index + 1].isDigit {
      index += 1
      var place: Int64 = 100_000
      while index < end, source.bytes[index].isDigit {
        millionths += Int64(source.bytes[index] - 0x30) * place
        place /= 10
        index += 1
      }
    }
    add(.number(millionths), from: start)
  }

  /// Digits as a number, capped far above every limit.
  private mutating func digits() -> Int64 {
    var value: Int64 = 0
    while index < end, source.bytes[index].isDigit {
      value = min(value * 10 + Int64(source.bytes[index] - 0x30), 1_000_000_000)
      index += 1
    }
    return value
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

  private mutating func add(_ kind: CueToken.Kind, _ text: String? = nil, from start: Int) {
    let span = SourceSpan(start, index)
    tokens.append(
      CueToken(
        kind: kind, text: text ?? source.text(at: span), span: span, afterArticle: article))
    article = false
  }

  private func next(at index: Int) -> (Unicode.Scalar, length: Int) {
    let byte = source.bytes[index]
    if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
    guard let (scalar, length) = source.scalar(at: index), index + length <= end else {
      return ("\u{FFFD}", 1)
    }
    return (scalar, length)
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
