/// What the whole of a script tells about its marks: the same mark is speech in one file and a
/// direction in another.
struct Survey {
  /// Whether lines that are italic as a whole are spoken.
  private(set) var italicIsSpeech = false
  /// Whether bold lines are spoken.
  private(set) var boldIsSpeech = false
  /// Whether lines in parentheses are spoken.
  private(set) var parenthesesAreSpeech = false
  /// Whether lines begin with their times.
  private(set) var isTimed = false
  /// The labels of those who speak, in lower case.
  private(set) var speakers: Set<String> = []

  init(_ blocks: [TextBlock], words: Vocabulary) {
    var lines = 0
    var (italic, bold, parentheses) = (0, 0, 0)
    var times: [Int] = []
    var labels: [String: Int] = [:]
    var longest: [String: Int] = [:]
    var capitals: Set<String> = []
    for block in blocks where Self.isSaid(block) {
      let text = block.text.scalars.trimmed
      guard text.isSpoken else { continue }
      lines += 1
      let isItalic = block.text.isAll(.italic)
      let isEnclosed = Self.isEnclosed(text)
      if isItalic || isEnclosed, Self.isOrdinary(text, words) {
        if isItalic { italic += 1 }
        if isEnclosed { parentheses += 1 }
      }
      if block.text.isAll(.bold) { bold += 1 }
      if let stamp = Stamp(text) { times.append(stamp.start) }
      if let label = Labels.label(in: text) {
        let name = label.name.lowercased()
        labels[name, default: 0] += 1
        if label.name.unicodeScalars.count > 2, label.name == label.name.uppercased(),
          label.name != name
        {
          capitals.insert(name)
        }
        // Captions name who speaks, if only once.
        if block.kind == .speech, capitals.contains(name) { speakers.insert(name) }
        let words = text[label.after...].split(whereSeparator: \.isBlank).count
        longest[name] = max(longest[name] ?? 0, words)
      }
    }
    boldIsSpeech = bold * 2 > lines && bold > 2
    if italic + parentheses > 0 {
      let ordinary = blocks.count { block in
        let text = block.text.scalars.trimmed
        return Self.isSaid(block) && text.isSpoken && Self.isOrdinary(text, words)
      }
      italicIsSpeech = italic * 2 >= max(ordinary, 1)
      parenthesesAreSpeech = parentheses * 2 > max(ordinary, 1)
    }
    let isRising = zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
    isTimed = times.count >= 2 && times.count * 5 >= lines * 2 && isRising
    let labelled = labels.values.reduce(0, +)
    for (name, count) in labels {
      // `Voice: warm` is a fact; `Voice: Let your eyes close.` is speech.
      let isFact = Labels.facts[name] != nil && count < 2 && (longest[name] ?? 0) < 4
      let isKnown = Labels.speakers.contains(Self.role(name)) && !isFact
      if isKnown || count > 2 && labelled * 2 > lines && Labels.facts[name] == nil {
        speakers.insert(name)
      }
    }
    // `reminder-2: Notice the breath.`: names of sound files.
    let files = labels.keys.filter { name in
      name.contains { $0 == "-" || $0 == "_" } && !name.contains(" ") && !capitals.contains(name)
    }
    if files.count > 2, files.count * 2 > lines { speakers.formUnion(files) }
    if !speakers.isEmpty {
      speakers.formUnion(labels.keys.filter { Labels.speakers.contains(Self.role($0)) })
    }
    // Where nearly every line has a label, all of them are people.
    if !speakers.isEmpty, labelled * 10 >= lines * 7 {
      speakers.formUnion(
        labels.keys.filter { Labels.facts[$0] == nil && !Labels.sounds.contains($0) })
    }
    // Beside somebody who speaks, names in capitals are others who do.
    guard speakers.contains(where: { capitals.contains($0) }) else { return }
    speakers.formUnion(
      capitals.filter { Labels.facts[$0] == nil && !Labels.sounds.contains($0) })
  }

  private static func isSaid(_ block: TextBlock) -> Bool {
    block.kind == .text || block.kind == .quote || block.kind == .speech
  }

  /// `narrator 2` is a narrator.
  private static func role(_ name: String) -> String {
    String(name.reversed().drop { $0.isNumber || $0 == " " || $0 == "#" }.reversed())
  }

  /// Neither a direction nor about the reading.
  private static func isOrdinary(_ text: ArraySlice<Scalar>, _ words: Vocabulary) -> Bool {
    let core = text.drop { !$0.isSpoken }
    guard core.count < 80 else { return true }
    let end = core.lastIndex(where: \.isSpoken).map { $0 + 1 } ?? core.endIndex
    return Direction(core[..<end], at: .line, in: words) == nil
      && !words.isAboutReading(core[..<end])
  }

  /// `(…)` as a whole.
  private static func isEnclosed(_ text: ArraySlice<Scalar>) -> Bool {
    guard text.first == "(", text.last == ")" else { return false }
    return !text.dropFirst().dropLast().contains("(")
  }
}

/// A time at the start of a line: `00:30`, `[1:02:30]`, `(0:30) –`, `02:00 - 05:00`.
struct Stamp {
  /// Milliseconds from the start.
  var start: Int
  var end: Int?
  /// The index after it and the marks that divide it from the text.
  var after: Int
  /// Whether brackets say that it is none of the words.
  var isEnclosed = false
  /// As written, for those who count words.
  var written: ArraySlice<Scalar>

  private static let marks: MarkSet = ":|"
  private static let ends: MarkSet = ":|,;]"
  private static let points: MarkSet = ":.,"

  init?(_ text: ArraySlice<Scalar>) {
    // Most lines begin with a letter.
    guard let first = text.first, !first.isLetter else { return nil }
    var index = text.startIndex
    var close: Scalar?
    if index < text.endIndex, let mark = text[index].closingBracket {
      close = mark
      index += 1
    } else if index < text.endIndex, text[index] == "<" {
      close = ">"
      index += 1
    }
    while index < text.endIndex, text[index].isBlank { index += 1 }
    guard let first = Self.clock(text, &index) else { return nil }
    start = first
    var ahead = index
    while ahead < text.endIndex, text[ahead].isBlank { ahead += 1 }
    if ahead < text.endIndex, text[ahead].isDash || text[ahead] == "→" {
      while ahead < text.endIndex,
        text[ahead].isDash || text[ahead].isBlank || text[ahead] == ">"
          || text[ahead] == "→"
      {
        ahead += 1
      }
      if let second = Self.clock(text, &ahead) {
        end = second
        index = ahead
      }
    }
    if let close {
      while index < text.endIndex, text[index].isBlank { index += 1 }
      guard index < text.endIndex, text[index] == close else { return nil }
      index += 1
      isEnclosed = true
    } else if index < text.endIndex {
      guard
        text[index].isBlank || text[index].isDash || Self.ends.contains(text[index])
      else { return nil }
    }
    written = text[text.startIndex..<index]
    while index < text.endIndex,
      text[index].isBlank || text[index].isDash || Self.marks.contains(text[index])
    {
      index += 1
    }
    after = index
  }

  private static func clock(_ text: ArraySlice<Scalar>, _ index: inout Int) -> Int? {
    let start = index
    var end = index
    while end < text.endIndex, end - start < 14,
      text[end].digit != nil || points.contains(text[end])
    {
      end += 1
    }
    while end > start, !(text[end - 1].digit != nil) { end -= 1 }
    guard end > start, text[start].digit != nil else { return nil }
    let tokens = DirectionToken.tokens(of: text[start..<end])
    guard tokens.count == 1, case .clock(let time) = tokens[0] else { return nil }
    index = end
    return time
  }
}
