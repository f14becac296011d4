extension LineReader {
  /// Notes what was probably not meant to be spoken: cues in parentheses or in brackets of other
  /// shapes, tags, stars, cue words without brackets.
  mutating func checkStrangers(in span: SourceSpan, isWhole: Bool) {
    var hasStar = false
    var index = span.lower
    while index < span.upper {
      switch source.bytes[index] {
      case Byte.backslash: index += 1
      case UInt8(ascii: "("): checkParenthesis(at: index, in: span, isWhole: isWhole)
      case UInt8(ascii: "<"): checkTag(at: index, to: span.upper)
      case UInt8(ascii: "*") where !hasStar:
        hasStar = true
        checkStars(at: index, to: span.upper)
      case 0xE3, 0xEF: checkWideBracket(at: index, to: span.upper)
      default: break
      }
      index += 1
    }
    if isWhole { checkBareCue(in: span) }
  }

  private mutating func checkParenthesis(at open: Int, in span: SourceSpan, isWhole: Bool) {
    guard let close = source.bytes[open..<span.upper].firstIndex(of: UInt8(ascii: ")")) else {
      return
    }
    let inside = source.trim(SourceSpan(open + 1, close))
    let whole = SourceSpan(open, close + 1)
    if close - open < 200, let cue = try? CueReader.read(source, in: inside) {
      problems.note(SpokenProblem.parenthesisedCue("[\(cue.canonical)]"), at: whole)
    } else if isWhole, whole == span {
      problems.note(SpokenProblem.onlyParenthesis, at: whole)
    }
  }

  private mutating func checkTag(at open: Int, to end: Int) {
    guard open + 1 < end,
      source.bytes[open + 1].isLetter || source.bytes[open + 1] == Byte.slash
    else { return }
    let close = source.bytes[open..<end].firstIndex(of: Byte.greater) ?? end - 1
    let span = SourceSpan(open, close + 1)
    problems.note(SpokenProblem.tag(pauseOfTag(source.text(at: span))), at: span)
  }

  private mutating func checkStars(at open: Int, to end: Int) {
    guard let close = source.bytes[(open + 1)..<end].firstIndex(of: UInt8(ascii: "*")) else {
      return
    }
    problems.note(SpokenProblem.stars, at: SourceSpan(open, close + 1))
  }

  /// `［pause］`, `【pause】`, `〔pause〕`: brackets an input method gives for the square ones.
  private mutating func checkWideBracket(at open: Int, to end: Int) {
    let pairs: [[UInt8]: [UInt8]] = [
      [0xEF, 0xBC, 0xBB]: [0xEF, 0xBC, 0xBD], [0xE3, 0x80, 0x90]: [0xE3, 0x80, 0x91],
      [0xE3, 0x80, 0x94]: [0xE3, 0x80, 0x95],
    ]
    guard open + 3 < end, let closing = pairs[Array(source.bytes[open..<open + 3])] else { return }
    var close = open + 3
    while close + 3 <= end, !source.bytes[close...].starts(with: closing) { close += 1 }
    guard close + 3 <= end else { return }
    let inside = source.trim(SourceSpan(open + 3, close))
    guard !inside.isEmpty, source.bytes[inside.lower] < 0x80 else { return }
    problems.note(
      SpokenProblem.wideBrackets("[\(source.text(at: inside).folded)]"),
      at: SourceSpan(open, close + 3))
  }

  /// A line such as `pause 10 seconds`.
  private mutating func checkBareCue(in span: SourceSpan) {
    guard span.upper - span.lower < 80 else { return }
    var upper = span.lower
    while upper < span.upper, source.bytes[upper].isLetter { upper += 1 }
    let first = source.text(at: SourceSpan(span.lower, upper)).lowercased()
    let startsLikeCue = [
      "pause", "silence", "bell", "ring", "repeat", "breathe", "include", "phrases", "toward",
      "short", "long", "longer", "soft", "end",
    ].contains(first)
    guard startsLikeCue || source.bytes[span.lower].isDigit,
      let cue = try? CueReader.read(source, in: span)
    else { return }
    if case .end = cue, upper == span.upper { return }
    problems.note(SpokenProblem.bareCue("[\(cue.canonical)]"), at: span)
  }
}

/// The cue to write for an SSML break, such as `[3s]` for `<break time="3s"/>`; nil for other tags.
func pauseOfTag(_ tag: String) -> String? {
  guard tag.lowercased().hasPrefix("<break") else { return nil }
  let quoted = tag.split(whereSeparator: { $0 == "\"" || $0 == "'" }).dropFirst().first
  guard let quoted else { return "[pause]" }
  let source = Source(path: "", text: String(quoted))
  guard let cue = try? CueReader.read(source, in: SourceSpan(0, source.bytes.count)) else {
    return "[pause]"
  }
  return "[\(cue.canonical)]"
}
