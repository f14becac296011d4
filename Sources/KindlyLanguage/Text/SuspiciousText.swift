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

  /// How far a closing mark is looked for: no cue is longer, and a line of opening marks alone
  /// takes no longer than any other.
  private static let reach = 200

  /// The offset of a byte that closes what is open, if it is near.
  private func close(_ byte: UInt8, after open: Int, to end: Int) -> Int? {
    source.bytes[open..<min(end, open + Self.reach)].firstIndex(of: byte)
  }

  private mutating func checkParenthesis(at open: Int, in span: SourceSpan, isWhole: Bool) {
    let mark = UInt8(ascii: ")")
    if let close = close(mark, after: open, to: span.upper),
      let cue = try? CueReader.read(source, in: source.trim(SourceSpan(open + 1, close)))
    {
      problems.note(
        SpokenProblem.parenthesisedCue("[\(cue.canonical)]"), at: SourceSpan(open, close + 1))
    } else if isWhole, open == span.lower, source.bytes[span.upper - 1] == mark,
      source.bytes[open..<span.upper].firstIndex(of: mark) == span.upper - 1
    {
      problems.note(SpokenProblem.onlyParenthesis, at: span)
    }
  }

  private mutating func checkTag(at open: Int, to end: Int) {
    guard open + 1 < end,
      source.bytes[open + 1].isLetter || source.bytes[open + 1] == Byte.slash
    else { return }
    let close = close(Byte.greater, after: open, to: end) ?? min(end, open + 20) - 1
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
    guard open + 3 < end else { return }
    let closing: (UInt8, UInt8)
    switch (source.bytes[open], source.bytes[open + 1], source.bytes[open + 2]) {
    case (0xEF, 0xBC, 0xBB): closing = (0xBC, 0xBD)
    case (0xE3, 0x80, 0x90): closing = (0x80, 0x91)
    case (0xE3, 0x80, 0x94): closing = (0x80, 0x95)
    default: return
    }
    let last = min(end, open + Self.reach) - 2
    guard
      let close = (open + 3..<max(open + 3, last)).first(where: {
        source.bytes[$0] == source.bytes[open] && source.bytes[$0 + 1] == closing.0
          && source.bytes[$0 + 2] == closing.1
      })
    else { return }
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

/// The cue to write for a tag that makes a pause, such as `[3s]` for `<break time="3s"/>`; nil for
/// other tags.
func pauseOfTag(_ tag: String) -> String? {
  let text = tag.lowercased().drop { $0 == "<" }
  guard ["break", "pause", "silence", "wait"].contains(String(text.prefix(while: \.isLetter)))
  else {
    return nil
  }
  let values = text.split(whereSeparator: { "\"'".contains($0) }).map(String.init)
  for (name, value) in zip(values, values.dropFirst()) where value.first?.isNumber == true {
    let isBare = value.allSatisfy { $0.isNumber || $0 == "." }
    let unit = isBare ? (name.contains("sec=") && !name.contains("msec") ? "s" : "ms") : ""
    if let cue = pause(of: value + unit) { return cue }
  }
  if text.contains("strong") { return "[long pause]" }
  if text.contains("weak") { return "[short pause]" }
  // `<pause 3s>`.
  let words = text.drop(while: \.isLetter).filter { !"/>=".contains($0) }
  return pause(of: String(words)) ?? "[pause]"
}

private func pause(of length: String) -> String? {
  let source = Source(path: "", text: length)
  guard let cue = try? CueReader.read(source, in: SourceSpan(0, source.bytes.count)),
    case .cue(.silence) = cue
  else { return nil }
  return "[\(cue.canonical)]"
}
