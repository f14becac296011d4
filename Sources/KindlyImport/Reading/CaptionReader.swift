/// Reads captions: SubRip, WebVTT, Audacity's labels, lyrics with times.
struct CaptionReader {
  /// A caption: when, and what.
  private struct Caption {
    var start: Int
    var end: Int?
    var lines: [String]
    var line: Int
  }

  private var captions: [Caption] = []
  private var draft = ReadScript()

  private init() { draft.mayHaveHeader = false }

  // MARK: - SubRip and WebVTT

  /// Captions with `start --> end` lines.
  static func arrows(_ text: String) -> ReadScript {
    var reader = CaptionReader()
    let lines = TextReader.lines(of: text).map { $0.trimmed }
    var index = 0
    while index < lines.count {
      if let (start, end) = times(lines[index]) {
        var caption = Caption(start: start, end: end, lines: [], line: index + 1)
        index += 1
        while index < lines.count, !lines[index].isEmpty, times(lines[index]) == nil {
          caption.lines.append(lines[index].text)
          index += 1
        }
        // A number right before the next times belongs to those.
        if index < lines.count, !lines[index].isEmpty, times(lines[index]) != nil,
          caption.lines.last.map({ Int($0) != nil }) == true
        {
          caption.lines.removeLast()
        }
        reader.captions.append(caption)
      } else {
        index = reader.besides(lines, index)
      }
    }
    reader.finish()
    return reader.draft
  }

  /// Blocks of WebVTT that are no captions; the index after them.
  private mutating func besides(_ lines: [ArraySlice<Scalar>], _ start: Int) -> Int {
    let line = lines[start].text
    guard line.hasPrefix("NOTE") || line.hasPrefix("STYLE") || line.hasPrefix("REGION") else {
      if line.hasPrefix("WEBVTT") {
        let title = BareWords.plain(String(line.dropFirst(6)))
        if draft.title == nil, title.scalars.isSpoken {
          draft.title = title
          draft.headerWords.append(title)
        }
      } else if line.hasPrefix("Language:"),
        let tag = Labels.language(String(line.dropFirst(9)).trimmedBlanks)
      {
        draft.language = tag
      }
      return start + 1
    }
    var index = start
    while index < lines.count, !lines[index].isEmpty {
      let words = lines[index].text
      if line.hasPrefix("NOTE") {
        let rest = index == start ? String(words.dropFirst(4)) : words
        draft.blocks.append(TextBlock(.note, line: index + 1, rest))
      }
      index += 1
    }
    return index
  }

  /// `00:00:01,000 --> 00:00:04,000 align:start`.
  static func times(_ line: ArraySlice<Scalar>) -> (Int, Int)? {
    guard line.count >= 9, line.contains(">") else { return nil }
    let parts = line.text.components(by: "-->")
    guard parts.count == 2 else { return nil }
    let start = DirectionToken.tokens(of: parts[0].scalars[...])
    let end = DirectionToken.tokens(of: parts[1].scalars.prefix(40))
    guard start.count == 1, case .clock(let from) = start[0], case .clock(let to)? = end.first
    else {
      return nil
    }
    return (from, max(from, to))
  }

  // MARK: - Labels and lyrics

  /// `0.000000⇥2.500000⇥words`.
  static func labels(_ text: String) -> ReadScript {
    var reader = CaptionReader()
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map(Substring.init)
      guard cells.count >= 2, let start = milliseconds(cells[0]), let end = milliseconds(cells[1])
      else {
        continue
      }
      reader.captions.append(
        Caption(
          start: start, end: end > start ? end : nil,
          lines: [cells.dropFirst(2).joined(separator: " ")], line: index + 1))
    }
    reader.finish()
    return reader.draft
  }

  static func milliseconds(_ cell: Substring) -> Int? {
    let seconds =
      Double(cell) ?? Double(String(cell).replacing(",", with: ".").trimmedBlanks) ?? -1
    guard seconds >= 0, seconds < 1e6 else { return nil }
    return Int((seconds * 1000).rounded())
  }

  /// `[00:30.00]words`, `[ti:Title]`.
  static func lyrics(_ text: String) -> ReadScript {
    var reader = CaptionReader()
    for (index, line) in TextReader.lines(of: text).enumerated() {
      var rest = line.trimmed
      var times: [Int] = []
      while rest.first == "[", let stamp = Stamp(rest), stamp.isEnclosed {
        times.append(stamp.start)
        rest = rest[stamp.after...]
      }
      if times.isEmpty {
        reader.tag(rest, line: index + 1)
      } else {
        let words = withoutWordTimes(rest)
        for time in times {
          reader.captions.append(Caption(start: time, end: nil, lines: [words], line: index + 1))
        }
      }
    }
    reader.captions.sort { ($0.start, $0.line) < ($1.start, $1.line) }
    reader.finish(isDense: true)
    return reader.draft
  }

  private mutating func tag(_ line: ArraySlice<Scalar>, line number: Int) {
    guard line.first == "[", line.last == "]", let colon = line.firstIndex(of: ":") else {
      draft.blocks.append(TextBlock(.note, line: number, line.text))
      return
    }
    let key = line[..<colon].dropFirst().text.lowercased()
    let value = line[(colon + 1)...].dropLast().text.trimmedBlanks
    switch key {
    case "ti" where draft.title == nil: draft.title = BareWords.plain(value)
    case "ar", "au": draft.author = draft.author ?? BareWords.plain(value)
    case "la" where Labels.language(value) != nil: draft.language = Labels.language(value)
    case "length" where Labels.length(value) != nil: draft.length = Labels.length(value)
    default: draft.blocks.append(TextBlock(.note, line: number, value))
    }
  }

  /// `<00:01.50>` before single words.
  private static func withoutWordTimes(_ text: ArraySlice<Scalar>) -> String {
    var out: [Scalar] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == "<", let close = text[index...].prefix(14).firstIndex(of: ">"),
        text[(index + 1)..<close].allSatisfy({ $0.digit != nil || $0 == ":" || $0 == "." })
      {
        index = close + 1
      } else {
        out.append(text[index])
        index += 1
      }
    }
    return out.text
  }

  // MARK: - To paragraphs

  /// Captions as paragraphs with their times; those that go on with a sentence are joined.
  private mutating func finish(isDense: Bool = false) {
    dropRolled()
    var last: (end: Int?, isOpen: Bool)?
    for caption in captions {
      let texts = Self.plain(caption.lines)
      guard texts.contains(where: { $0.scalars.isSpoken }) else {
        if last != nil { last = (caption.start, false) }
        continue
      }
      let gap = last.map { caption.start - ($0.end ?? caption.start) }
      let isNear = gap.map { $0 < 1500 } == true && last?.end != nil
      if isNear, last?.isOpen == true, texts.count == 1, let open = draft.blocks.last,
        open.kind == .speech, open.text.scalars.count < 1500
      {
        var joined = open.text
        joined.append(" ")
        joined.append(texts[0])
        draft.blocks[draft.blocks.count - 1].text = joined
      } else {
        if !isNear {
          let known = last?.end == nil ? (isDense ? 0 : nil) : gap
          draft.blocks.append(
            TextBlock(
              .moment(at: caption.start, gap: last == nil ? nil : known), line: caption.line))
        }
        for text in texts { draft.blocks.append(TextBlock(.speech, line: caption.line, text)) }
      }
      let end = texts.last?.scalars.last { !$0.isBlank && !$0.isQuote }
      let isOpen = end.map { $0.isLetter || $0 == "," || $0 == ";" } ?? false
      last = (caption.end, isOpen)
    }
  }

  /// Captions that scroll show each line twice; it is spoken once.
  private mutating func dropRolled() {
    let repeats = zip(captions, captions.dropFirst()).count {
      $0.lines.last != nil && $0.lines.last?.trimmedBlanks != "" && $0.lines.last == $1.lines.first
    }
    guard captions.count > 3, repeats * 3 > captions.count else { return }
    for index in captions.indices.dropFirst().reversed() {
      let before = captions[index - 1].lines
      while let first = captions[index].lines.first,
        before.contains(first) || first.trimmedBlanks.isEmpty
      {
        captions[index].lines.removeFirst()
      }
    }
    captions.removeAll(where: \.lines.isEmpty)
  }

  /// The texts of a caption: its lines as one, or one for each speaker.
  private static func plain(_ lines: [String]) -> [MarkedText] {
    let lines = lines.map { withoutWordTimes(withoutOverrides($0.scalars)[...]) }
    let isDialogue = lines.count > 1 && lines.allSatisfy { $0.hasPrefix("-") || $0.hasPrefix("–") }
    let texts = isDialogue ? lines.map { String($0.dropFirst()) } : [lines.joined(separator: " ")]
    return texts.map { MarkupReader.read($0.scalars, marks: .tags).out }
  }

  /// `{\an8}`.
  private static func withoutOverrides(_ text: [Scalar]) -> [Scalar] {
    guard text.contains("{") else { return text }
    var out: [Scalar] = []
    var index = 0
    while index < text.count {
      if text[index] == "{", index + 1 < text.count, text[index + 1] == "\\",
        let close = text[index...].firstIndex(of: "}")
      {
        index = close + 1
      } else {
        out.append(text[index])
        index += 1
      }
    }
    return out
  }
}

extension String {
  /// The parts between every occurrence of a mark.
  func components(by mark: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let place = rest.firstRange(of: mark) {
      parts.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    parts.append(String(rest))
    return parts
  }
}
