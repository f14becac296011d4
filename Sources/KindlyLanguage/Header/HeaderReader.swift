/// Finds the header of a file and reads its values.
struct HeaderReader {
  private let source: Source
  private var entries: EntryReader
  private(set) var header = Header()

  init(_ source: Source, kind: FileKind) {
    self.source = source
    entries = EntryReader(
      source, keys: kind.headerKeys,
      otherNames: [
        "duration": "Length", "time": "Length", "name": "Title", "lang": "Language",
        "narrator": "Voice", "description": "Summary", "warning": "Care",
      ].filter { kind.headerKeys.contains($0.value) })
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
    guard entries.keys.contains(where: { line.starts(with: $0.utf8) }),
      let pair = source.pair(in: text)
    else { return nil }
    let name = source.text(at: pair.key)
    return entries.keys.contains(name) ? Located(name, at: pair.key) : nil
  }

  /// Reads the header's lines.
  mutating func read(_ lines: ArraySlice<Line>, noting problems: inout Problems) {
    for line in lines where !line.text.isEmpty && !isRule(line) {
      guard let entry = entries.entry(in: line.text, noting: &problems) else { continue }
      set(entry, noting: &problems)
    }
  }

  private mutating func set(_ entry: Sheet.Entry, noting problems: inout Problems) {
    let value = entry.value
    switch entry.key.value {
    case "Title": header.title = value
    case "Summary": header.summary = value
    case "Author": header.author = value
    case "Care": header.care = value
    case "Voice": header.voice = name(entry, noting: &problems)
    case "Bell": header.bell = name(entry, noting: &problems)
    case "Phrases": header.phrases = name(entry, noting: &problems)
    case "Recordings": header.recordings = folder(value, noting: &problems)
    case "Language": header.language = language(value, noting: &problems)
    case "Person": header.person = person(value, noting: &problems)
    case "Tags": header.tags = split(value, at: ",")
    case "Pronounce": header.pronounce = pronounce(value, noting: &problems)
    default: setCueValue(entry, noting: &problems)
    }
  }

  /// Values that are written like the inside of a cue.
  private mutating func setCueValue(_ entry: Sheet.Entry, noting problems: inout Problems) {
    var reader = CueReader(source, in: entry.value.span)
    do throws(CueMistake) {
      switch entry.key.value {
      case "Length":
        let length = try reader.duration()
        try reader.finish()
        guard case .frames(1...) = length else {
          throw CueMistake(problem: .mixedUnits, span: entry.value.span)
        }
        header.length = Located(length, at: entry.value.span)
      case "Breath":
        header.breath = Located(try reader.breathShape(), at: entry.value.span)
        try reader.finish()
      default:
        header.toward = Located(try reader.pair(), at: entry.value.span)
      }
    } catch {
      switch error.problem {
      case .noUnit, .clockAsLength, .tooLong, .breathPart, .tooManyPeople, .pronounAlone:
        problems.note(error.problem, at: error.span)
      default:
        let example =
          switch entry.key.value {
          case "Length": "20 min"
          case "Breath": "in 4s, out 6s"
          default: "friend"
          }
        problems.note(
          HeaderProblem.unreadable(
            key: entry.key.value, seen: entry.value.value, example: example),
          at: entry.value.span)
      }
    }
  }

  // MARK: - Other values

  private func name(_ entry: Sheet.Entry, noting problems: inout Problems) -> Located<String>? {
    if leavesFolder(entry.value.value) {
      problems.note(CueProblem.outside(entry.value.value), at: entry.value.span)
      return nil
    }
    return entry.value
  }

  private func folder(
    _ value: Located<String>, noting problems: inout Problems
  ) -> Located<String>? {
    var folder = value
    if folder.value.hasSuffix("/"), folder.value != "/" { folder.value.removeLast() }
    if leavesFolder(folder.value) {
      problems.note(CueProblem.outside(value.value), at: value.span)
      return nil
    }
    return folder
  }

  private func language(
    _ value: Located<String>, noting problems: inout Problems
  ) -> Located<String>? {
    if isLanguageTag(value.value) { return value }
    problems.note(
      CueProblem.notLanguage(value.value, suggestion: languageNamed(value.value)), at: value.span)
    return nil
  }

  private func person(
    _ value: Located<String>, noting problems: inout Problems
  ) -> Located<Person>? {
    if let person = Person(rawValue: value.value.lowercased()) {
      return Located(person, at: value.span)
    }
    problems.note(
      HeaderProblem.notOneOf(key: "Person", seen: value.value, choices: ["second", "third"]),
      at: value.span)
    return nil
  }

  private func pronounce(
    _ value: Located<String>, noting problems: inout Problems
  ) -> [Located<Respelling>] {
    var respellings: [Located<Respelling>] = []
    for part in split(value, at: ";") {
      let words = part.value.split(separator: " ").map(String.init)
      guard let middle = words.firstIndex(of: "as"), middle > 0, middle + 1 < words.count else {
        problems.note(
          HeaderProblem.unreadable(
            key: "Pronounce", seen: part.value, example: "metta as meh-tah; sangha as sung-gah"),
          at: part.span)
        continue
      }
      respellings.append(
        Located(
          Respelling(
            word: words[..<middle].joined(separator: " "),
            spoken: words[(middle + 1)...].joined(separator: " ")),
          at: part.span))
    }
    return respellings
  }

  private func split(_ value: Located<String>, at separator: Character) -> [Located<String>] {
    guard let mark = separator.asciiValue else { return [] }
    var parts: [Located<String>] = []
    var lower = value.span.lower
    for index in value.span.lower...value.span.upper
    where index == value.span.upper || source.bytes[index] == mark {
      let span = source.trim(SourceSpan(lower, index))
      if !span.isEmpty { parts.append(Located(source.text(at: span).folded, at: span)) }
      lower = index + 1
    }
    return parts
  }
}
