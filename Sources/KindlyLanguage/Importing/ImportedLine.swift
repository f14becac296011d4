/// One line of a script for a human reader, taken apart into words, cues and notes.
struct ImportedLine {
  private let text: [Character]
  private var index = 0
  private var parts: [Part] = []
  private var pending = ""
  /// What was not understood, in order.
  private(set) var notes: [String] = []

  private enum Part {
    case words(String)
    case cue(String)
  }

  init(_ text: String) { self.text = Array(text) }

  // MARK: - What came out

  /// The cues, in order.
  var cues: [String] { parts.compactMap { if case .cue(let cue) = $0 { cue } else { nil } } }

  /// The words without escapes, without the cues.
  var plainWords: String {
    parts.compactMap { if case .words(let words) = $0 { words } else { nil } }
      .joined(separator: " ").folded
  }

  /// The words as they stand in a practice, without the cues.
  var words: String { escaped(plainWords) }

  /// Whether there is something to speak.
  var speaks: Bool { plainWords.unicodeScalars.contains(where: \.isSpoken) }

  /// The lines of the practice: words and cues in their order, very long words broken.
  var lines: [String] {
    var lines: [String] = []
    var current = ""
    for part in parts {
      switch part {
      case .words(let words):
        guard words.unicodeScalars.contains(where: \.isSpoken) else { continue }
        for piece in broken(words.folded) {
          if !current.isEmpty, !current.hasSuffix("]") { lines.append(current) }
          current = current.hasSuffix("]") ? current + " " + escaped(piece) : escaped(piece)
        }
      case .cue(let cue): current += (current.isEmpty ? "" : " ") + "[\(cue)]"
      }
    }
    if !current.isEmpty { lines.append(current) }
    return lines
  }

  /// Words in pieces that one utterance may have, broken after sentences or else between words.
  private func broken(_ words: String) -> [String] {
    guard words.unicodeScalars.count > Limit.utteranceCharacters else { return [words] }
    var pieces: [String] = []
    var piece = ""
    for word in words.split(separator: " ") {
      let word = String(word.unicodeScalars.prefix(500).map(String.init).joined())
      let isFull = piece.unicodeScalars.count + word.unicodeScalars.count > 1200
      let endsSentence = piece.last.map { ".!?".contains($0) } == true
      if isFull || piece.unicodeScalars.count > 400 && endsSentence {
        pieces.append(piece)
        piece = ""
      }
      piece += (piece.isEmpty ? "" : " ") + word
    }
    return pieces + [piece]
  }

  /// Words with a backslash before every mark that would mean something.
  private func escaped(_ words: String) -> String {
    var out = ""
    var last: Character = " "
    for character in words {
      if "[]{}\\()*<".contains(character) || character == "/" && last == "/"
        || out.isEmpty && "#>".contains(character)
      {
        out += "\\"
      }
      out.append(character)
      last = character
    }
    if let colon = out.firstIndex(of: ":"),
      HeaderKey(rawValue: out[..<colon].trimmed) != nil
    {
      out.insert("\\", at: colon)
    }
    return out
  }

  // MARK: - Reading

  /// Takes the line apart.
  mutating func read() {
    skipMarker()
    skipTimestamp()
    if let cue = Direction.ofLine(rest) {
      add(cue)
      return
    }
    if Direction.isRepeat(rest) {
      notes.append(rest + " (put [repeat 3 times] before and [end] after what is repeated)")
      return
    }
    while index < text.count { step() }
    flush()
  }

  private var rest: String { String(text[min(index, text.count)...]).trimmed }

  /// `- `, `* `, `3. `, `3) `, and `> ` of a quotation.
  private mutating func skipMarker() {
    var after = index
    if after < text.count, "-*+•>".contains(text[after]) {
      after += 1
    } else {
      while after < text.count, after < 3, text[after].isASCII, text[after].isNumber { after += 1 }
      guard after > index, after < text.count, ".)".contains(text[after]) else { return }
      after += 1
    }
    guard after < text.count, text[after] == " " else { return }
    while after < text.count, text[after] == " " { after += 1 }
    index = after
  }

  /// `00:30`, `[1:02:30]`, `(0:30) –` at the start becomes a note.
  private mutating func skipTimestamp() {
    var after = index
    let start = after
    if after < text.count, "[(".contains(text[after]) { after += 1 }
    let clock = after
    while after < text.count, text[after].isASCII, text[after].isNumber || text[after] == ":" {
      after += 1
    }
    let written = String(text[clock..<after])
    guard written.contains(":"), written.first != ":", written.last != ":", written.count <= 8
    else { return }
    if after < text.count, "])".contains(text[after]) { after += 1 }
    guard after == text.count || text[after] == " " || clock > start else { return }
    while after < text.count, " -–—:|".contains(text[after]) { after += 1 }
    notes.append("at " + written)
    index = after
  }

  private mutating func step() {
    switch text[index] {
    case "(": parenthesis()
    case "[": bracket()
    case "<": tag()
    case "*", "_": emphasis()
    case "`": index += 1
    case "…", ".": ellipsis()
    default: append(text[index], length: 1)
    }
  }

  private mutating func append(_ character: Character, length: Int) {
    index += length
    pending.append(character)
  }

  /// Puts the words gathered so far among the parts.
  private mutating func flush() {
    if !pending.isEmpty { parts.append(.words(pending)) }
    pending = ""
  }

  private mutating func append(_ words: String) { pending += words }

  private mutating func add(_ direction: Direction) {
    flush()
    parts.append(.cue(direction.cue))
    if let doubt = direction.doubt { notes.append(doubt) }
  }

  /// How far a closing mark is looked for, so that a long line of opening ones takes no longer.
  private static let reach = 400

  /// The characters up to a closing one, and the index after it.
  private func inside(to close: Character) -> (words: String, after: Int)? {
    let reach = min(text.count, index + Self.reach)
    guard let end = text[(index + 1)..<reach].firstIndex(of: close) else { return nil }
    return (String(text[(index + 1)..<end]).trimmed, end + 1)
  }

  private mutating func parenthesis() {
    guard let (words, after) = inside(to: ")") else { return append("(", length: 1) }
    index = after
    if index < text.count, text[index] == "[", let modifier = inside(to: "]") {
      // Speech Markdown: (words)[emphasis:"strong"].
      append(words)
      index = modifier.after
    } else if let direction = Direction(words) {
      add(direction)
    } else if !words.isEmpty {
      notes.append("(\(words))")
    }
  }

  private mutating func bracket() {
    guard let (words, after) = inside(to: "]") else { return append("[", length: 1) }
    index = after
    if index < text.count, text[index] == "(", let address = inside(to: ")") {
      // Markdown: [words](address).
      append(words)
      notes.append(address.words)
      index = address.after
    } else if let direction = Direction(words) {
      add(direction)
    } else if !words.isEmpty {
      notes.append("[\(words)]")
    }
  }

  private mutating func tag() {
    let next = index + 1 < text.count ? text[index + 1] : " "
    guard next.isLetter || next == "/", let (words, after) = inside(to: ">") else {
      return append("<", length: 1)
    }
    index = after
    if let pause = pauseOfTag("<" + words) {
      flush()
      parts.append(.cue(String(pause.dropFirst().dropLast())))
    }
  }

  /// `*words*`, `**words**`, `_words_`: the marks go; a direction in them becomes a cue.
  private mutating func emphasis() {
    let mark = text[index]
    let before = index > 0 ? text[index - 1] : " "
    if mark == "_", before.isLetter || before.isNumber { return append(mark, length: 1) }
    var count = 0
    while index + count < text.count, text[index + count] == mark { count += 1 }
    let start = index + count
    guard
      let end = text[start..<max(start, min(text.count, start + Self.reach))].firstIndex(of: mark),
      end > start
    else {
      index = start
      return
    }
    let words = String(text[start..<end])
    var after = end
    while after < text.count, text[after] == mark { after += 1 }
    let isWholeLine = parts.isEmpty && pending.isEmpty && after == text.count
    index = after
    if let direction = Direction(words) {
      add(direction)
    } else if isWholeLine, count == 1 {
      notes.append(words)
    } else {
      append(words)
    }
  }

  /// `…pause…` and `...pause 10 seconds...`.
  private mutating func ellipsis() {
    let start = dots(at: index)
    guard start > 0 else { return append(text[index], length: 1) }
    var end = index + start
    while end < text.count, dots(at: end) == 0, end - index < 60 { end += 1 }
    if end < text.count, dots(at: end) > 0,
      let direction = Direction(String(text[(index + start)..<end]))
    {
      index = end + dots(at: end)
      add(direction)
    } else {
      append(text[index], length: 1)
    }
  }

  /// How many characters an ellipsis takes here.
  private func dots(at index: Int) -> Int {
    if text[index] == "…" { return 1 }
    return text[index...].starts(with: "...") ? 3 : 0
  }
}
