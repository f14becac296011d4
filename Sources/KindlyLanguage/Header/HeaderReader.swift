/// Finds the header of a file and reads its values.
struct HeaderReader {
  private let source: Source
  private var entries: EntryReader<HeaderKey>
  private(set) var header = Header()

  init(_ source: Source, kind: FileKind) {
    self.source = source
    entries = EntryReader(source, keys: kind.headerKeys)
    entries.isBeforeScript = true
  }

  /// The lines of the header: the first paragraph, if one of them starts with a key or nearly so.
  /// Front matter between `---` lines counts as a header that needs mending.
  mutating func lines(
    of lines: [Line], noting problems: inout Problems
  ) -> Range<Int> {
    var start = 0
    while start < lines.count, lines[start].text.isEmpty { start += 1 }
    if start < lines.count, isRule(lines[start]),
      let close = lines[(start + 1)...].prefix(60).firstIndex(where: isRule),
      lines[start + 1..<close].contains(where: isKeyLine)
    {
      problems.note(ScriptProblem.frontMatter, at: lines[start].text)
      return start..<close + 1
    }
    var end = start
    var isHeader = false
    while end < lines.count, !lines[end].isBlank {
      if !lines[end].text.isEmpty {
        switch source.bytes[lines[end].text.lower] {
        case Byte.hash, Byte.openBracket, Byte.greater: return isHeader ? start..<end : 0..<0
        default: break
        }
        isHeader = isHeader || isKeyLine(lines[end])
      }
      end += 1
    }
    return isHeader ? start..<end : 0..<0
  }

  private func isRule(_ line: Line) -> Bool {
    line.text.upper - line.text.lower >= 3
      && source.bytes[line.text.lower..<line.text.upper].allSatisfy { $0 == UInt8(ascii: "-") }
  }

  private func isKeyLine(_ line: Line) -> Bool {
    guard !line.text.isEmpty, let pair = source.pair(in: line.text) else { return false }
    return entries.isNearKey(source.text(at: pair.key).folded)
  }

  /// The known key a line of the script starts with, exactly as keys are spelled.
  func key(startingLine text: SourceSpan) -> Located<String>? {
    // Few lines start with the letters of a key, and only those are searched for a colon.
    let line = source.bytes[text.lower..<text.upper]
    guard entries.keys.contains(where: { line.starts(with: $0.rawValue.utf8) }),
      let pair = source.pair(in: text)
    else { return nil }
    let name = source.text(at: pair.key)
    return entries.keys.contains { $0.rawValue == name } ? Located(name, at: pair.key) : nil
  }

  /// Reads the header's lines.
  mutating func read(_ lines: ArraySlice<Line>, noting problems: inout Problems) {
    for line in lines where !line.text.isEmpty && !isRule(line) {
      guard let entry = entries.entry(in: line.text, noting: &problems) else { continue }
      set(entry, noting: &problems)
    }
  }

  private mutating func set(_ entry: Sheet<HeaderKey>.Entry, noting problems: inout Problems) {
    let value = entry.value
    switch entry.key.value {
    case .title: setTitle(value, noting: &problems)
    case .summary: header.summary = value
    case .author: header.author = value
    case .care: header.care = value
    case .voice: header.voice = source.fileName(value, noting: &problems)
    case .bell: header.bell = source.fileName(value, noting: &problems)
    case .phrases: header.phrases = source.fileName(value, noting: &problems)
    case .recordings: header.recordings = folder(value, noting: &problems)
    case .language: header.language = source.language(value, noting: &problems)
    case .person: header.person = person(value, noting: &problems)
    case .tags: header.tags = source.split(value, at: ",")
    case .pronounce:
      header.pronounce += source.respellings(entry, noting: &problems)
    case .length:
      header.length = source.cueValue(entry, noting: &problems) { (reader) throws(CueMistake) in
        try reader.wholeLength()
      }
    case .breath:
      header.breath = source.cueValue(entry, noting: &problems) { (reader) throws(CueMistake) in
        try reader.breathShape()
      }
    case .toward:
      header.toward = source.cueValue(entry, noting: &problems) { (reader) throws(CueMistake) in
        try reader.pair()
      }
    case .background:
      header.background = source.cueValue(entry, noting: &problems) {
        (reader) throws(CueMistake) in try reader.backgroundChoice()
      }
    }
  }

  // MARK: - Values of headers alone

  /// Values in a title are filled in as they are in guidance.
  private mutating func setTitle(_ value: Located<String>, noting problems: inout Problems) {
    header.title = value
    guard value.value.contains("{") else { return }
    var reader = LineReader(source, problems: Problems(path: source.path))
    let pieces = reader.pieces(of: value.span)
    problems = problems.joined(with: reader.problems)
    header.title = Located(pieces.plainWords, at: value.span)
    header.titleWords = Located(pieces, at: value.span)
  }

  private func folder(
    _ value: Located<String>, noting problems: inout Problems
  ) -> Located<String>? {
    var folder = value
    if folder.value.hasSuffix("/"), folder.value != "/" { folder.value.removeLast() }
    return source.fileName(folder, noting: &problems)
  }

  private func person(
    _ value: Located<String>, noting problems: inout Problems
  ) -> Located<Person>? {
    if let person = Person(rawValue: value.value.lowercased()) {
      return Located(person, at: value.span)
    }
    problems.note(
      HeaderProblem.notOneOf(
        key: HeaderKey.person.rawValue, seen: value.value, choices: ["second", "third"]),
      at: value.span)
    return nil
  }
}
