/// The file in canonical form, or nil if it has errors and so no form.
///
/// Words, notes and the order of lines stay; spaces, blank lines, cues, keys and escapes are written
/// in one way. Formatting twice changes nothing, and the tree stays the same.
public func formatted(_ source: Source, as kind: FileKind) -> String? {
  var problems = Problems(path: source.path)
  guard source.checkText(noting: &problems), problems.count == 0 else { return nil }
  guard !diagnostics(of: source, as: kind).contains(where: { $0.severity == .error }) else {
    return nil
  }
  var writer = CanonicalWriter(source, kind: kind)
  return writer.text()
}

/// Writes the lines of a source in canonical form.
struct CanonicalWriter {
  private let source: Source
  private let kind: FileKind
  private var reader: LineReader
  private var output: [String] = []
  private var blankPending = false

  init(_ source: Source, kind: FileKind) {
    self.source = source
    self.kind = kind
    reader = LineReader(source, problems: Problems(path: source.path))
  }

  /// The whole text.
  mutating func text() -> String {
    let lines = source.lines()
    let headerLines = header(of: lines)
    for (index, line) in lines.enumerated() {
      if index == headerLines.upperBound, index > 0, !headerLines.isEmpty { blankPending = true }
      write(line, isHeader: headerLines.contains(index))
    }
    return output.map { $0 + "\n" }.joined()
  }

  private func header(of lines: [Line]) -> Range<Int> {
    if !kind.hasHeader { return 0..<lines.count }
    var header = HeaderReader(source, kind: kind)
    var problems = Problems(path: source.path)
    return header.lines(of: lines, noting: &problems)
  }

  private mutating func write(_ line: Line, isHeader: Bool) {
    if line.isBlank {
      blankPending = true
      return
    }
    var texts: [String] = []
    if !line.text.isEmpty {
      texts = isHeader ? [entry(line.text)] : body(line.text)
    }
    if let note = line.note {
      let written = source.text(at: note)
      if texts.isEmpty { texts.append(written) } else { texts[texts.count - 1] += " " + written }
    }
    if texts.first?.hasPrefix("#") == true, source.bytes[line.text.lower] == Byte.hash,
      !followsBlank, kind.hasHeader
    {
      blankPending = true
    }
    if blankPending, !output.isEmpty { output.append("") }
    blankPending = false
    output += texts
  }

  /// Whether a blank line stands before the next one, or only notes between it and that.
  private var followsBlank: Bool {
    guard let last = output.last(where: { !$0.hasPrefix("//") }) else { return true }
    return blankPending || last.isEmpty
  }

  // MARK: - Lines

  /// `Key: value`, or the line as it is.
  private func entry(_ text: SourceSpan) -> String {
    guard let pair = source.pair(in: text) else {
      return kind.hasHeader ? spaced(text) : source.text(at: text)
    }
    let written = spaced(pair.key)
    let known = kind.keys.first { $0.name.lowercased() == written.lowercased() }?.name
    let key = known ?? written.prefix(1).uppercased() + written.dropFirst()
    let value = Located(source.text(at: pair.value).folded, at: pair.value)
    guard key == HeaderKey.pronounce.rawValue else { return key + after(":", spaced(pair.value)) }
    let parts = source.pronunciationParts(of: value).map { spaced($0.span) }
    return parts.dropFirst().reduce(key + after(":", parts.first ?? "")) { $0 + after(";", $1) }
  }

  /// A mark and what follows it, with a space between unless that made a note of what follows.
  private func after(_ mark: String, _ words: String) -> String {
    words.hasPrefix("//") ? mark + words : mark + " " + words
  }

  private mutating func body(_ text: SourceSpan) -> [String] {
    if kind == .phrases { return [phraseSetLine(text)] }
    var lines: [String] = []
    var current = ""
    for part in reader.parts(of: text) {
      switch part {
      case .heading(let pieces): return ["# " + spoken(pieces.span, atStart: false)]
      case .phrase(let phrase):
        let silences = phrase.silences.map { " [\($0.value.canonical)]" }
        return ["> " + spoken(phrase.words.span, atStart: false) + silences.joined()]
      case .speech(let pieces):
        if !current.isEmpty { current += " " }
        current += spoken(pieces.span, atStart: current.isEmpty)
      case .cue(let cue) where cue.value.kind.declaration.standsAlone:
        if !current.isEmpty { lines.append(current) }
        current = ""
        lines.append("[\(cue.value.canonical)]")
      case .cue(let cue):
        if !current.isEmpty { current += " " }
        current += "[\(cue.value.canonical)]"
      }
    }
    if !current.isEmpty { lines.append(current) }
    return lines
  }

  private func phraseSetLine(_ text: SourceSpan) -> String {
    if source.bytes[text.lower] == Byte.greater {
      return "> " + spoken(source.trim(SourceSpan(text.lower + 1, text.upper)), atStart: false)
    }
    if let pair = source.pair(in: text),
      let role = Wish.Role(rawValue: source.text(at: pair.key).lowercased())
    {
      return role.rawValue + ": " + spoken(pair.value, atStart: false)
    }
    return spoken(text, atStart: true)
  }

  // MARK: - Words

  /// The text with single spaces.
  private func spaced(_ span: SourceSpan) -> String {
    var words: [UInt8] = []
    var index = span.lower
    var pendingSpace = false
    while index < span.upper {
      let space = source.spaceLength(at: index, to: span.upper)
      if space > 0 {
        pendingSpace = true
        index += space
        continue
      }
      if pendingSpace { words.append(Byte.space) }
      pendingSpace = false
      words.append(source.bytes[index])
      index += 1
    }
    return String(decoding: words, as: UTF8.self)
  }

  /// Spoken text with single spaces and no escape that it can do without.
  private func spoken(_ span: SourceSpan, atStart: Bool) -> String {
    var words: [UInt8] = []
    var hadColon = false
    let text = Array(spaced(span).utf8)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == Byte.backslash, index + 1 < text.count {
        let next = text[index + 1]
        let after = index + 2 < text.count ? text[index + 2] : Byte.space
        let isNeeded =
          switch next {
          case Byte.openBracket, Byte.closeBracket, Byte.openBrace, Byte.closeBrace,
            Byte.backslash, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"),
            UInt8(ascii: "<"):
            true
          case Byte.hash, Byte.greater: atStart && words.isEmpty
          case Byte.slash: words.last == Byte.slash || after == Byte.slash
          case Byte.colon: !hadColon
          default: false
          }
        if isNeeded { words.append(Byte.backslash) }
        words.append(next)
        if next == Byte.colon { hadColon = true }
        index += 2
        continue
      }
      let isMark = atStart && (byte == Byte.hash || byte == Byte.greater)
      // What stood right behind a mark, such as `#//`, would become a note behind a space.
      if words.isEmpty, isMark || text[index...].starts(with: [Byte.slash, Byte.slash]) {
        words.append(Byte.backslash)
      }
      if byte == Byte.colon { hadColon = true }
      words.append(byte)
      index += 1
    }
    return String(decoding: words, as: UTF8.self)
  }
}
