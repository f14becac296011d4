/// Reads JSON and YAML with texts and pauses, whatever their keys are called.
struct DataReader {
  var draft = ReadScript()

  static func read(_ text: String, kind: String) throws(ImportProblem) -> ReadScript {
    var reader = DataReader()
    reader.draft.mayHaveHeader = false
    let node = try DataNode.document(kind == "JSON" ? joinedLines(text) : text, kind: kind)
    reader.document(node)
    reader.draft.blocks = reader.draft.blocks.preferringSilences
    return reader.draft
  }

  /// JSON Lines, an object on each line, as one list on the same lines.
  private static func joinedLines(_ text: String) -> String {
    let lines = text.utf8.split(separator: 0x0A).filter { line in
      line.contains { $0 != 0x20 && $0 != 0x0D }
    }
    func isObject(_ line: Substring.UTF8View) -> Bool {
      line.first == UInt8(ascii: "{")
        && line.last { $0 != 0x20 && $0 != 0x0D } == UInt8(ascii: "}")
    }
    guard lines.count > 1, lines.allSatisfy(isObject) else { return text }
    let joined = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("{") ? line + "," : line
    }
    return "[" + joined.joined(separator: "\n") + "]"
  }

  // MARK: - The whole

  private mutating func document(_ node: DataNode) {
    if case .mapping(let pairs, _) = node, !Self.isStep(pairs) {
      for (key, value) in pairs { top(key, value) }
    } else {
      read(node)
    }
  }

  /// Whether a mapping is something to hear, and not the document around it.
  private static func isStep(_ pairs: [(key: String, value: DataNode)]) -> Bool {
    pairs.allSatisfy { pair in
      if case .scalar = pair.value { true } else { false }
    }
      && pairs.contains { pair in
        if case .words = role(of: pair.key) { true } else { false }
      }
  }

  private mutating func top(_ key: String, _ value: DataNode) {
    guard case .scalar(let text, _, let line) = value else {
      named(key, value)
      return
    }
    let plain = BareWords.plain(text)
    switch Labels.facts[key.lowercased()] {
    case .title where draft.title == nil && !plain.isEmpty: draft.title = plain
    case .author where draft.author == nil && !plain.isEmpty: draft.author = plain
    case .summary where draft.summary == nil && !plain.isEmpty: draft.summary = plain
    case .language where draft.language == nil && Labels.language(text) != nil:
      draft.language = Labels.language(text)
    case .length where draft.length == nil && Labels.length(text) != nil:
      draft.length = Labels.length(text)
    default:
      if draft.length == nil, let length = Self.length(key, text) {
        draft.length = length
        break
      }
      if case .words = Self.role(of: key) {
        words(text, line: line)
      } else if case .heading = Self.role(of: key) {
        add(.heading(2), text, line)
      } else {
        note(key, text, line: line)
      }
      return
    }
    draft.headerWords.append(text)
  }

  /// `durationMinutes: 5`.
  static func length(_ key: String, _ text: String) -> Int? {
    let folded = key.lowercased().filter { $0.isLetter }
    guard folded.hasPrefix("duration") || folded.hasPrefix("length") || folded.hasPrefix("total"),
      let number = Double(text), number > 0, number < 100_000
    else { return nil }
    if folded.hasSuffix("minutes") || folded.hasSuffix("min") { return Int(number * 60_000) }
    if folded.hasSuffix("seconds") || folded.hasSuffix("sec") { return Int(number * 1000) }
    return nil
  }

  /// A list or mapping under a name: a section where it holds what is heard, and the name says more
  /// than that it does.
  private mutating func named(_ key: String, _ value: DataNode) {
    if case .mapping(let pairs, _) = value,
      ["meta", "metadata", "info", "header"].contains(key.lowercased())
    {
      for (key, value) in pairs { top(key, value) }
      return
    }
    // A document within a name of its own.
    if case .mapping(let pairs, _) = value, !Self.isStep(pairs), case .note = Self.role(of: key),
      pairs.contains(where: { Labels.facts[$0.key.lowercased()] == .title })
    {
      for (key, value) in pairs { top(key, value) }
      return
    }
    if case .note = Self.role(of: key), !Self.speaks(value) {
      noteAll(key, value)
      return
    }
    read(value)
  }

  /// Whether something in a value is spoken.
  static func speaks(_ node: DataNode) -> Bool {
    switch node {
    case .scalar: false
    case .list(let items, _):
      items.contains { item in
        if case .scalar(let text, _, _) = item { text.contains(" ") } else { speaks(item) }
      }
    case .mapping(let pairs, _):
      pairs.contains { pair in
        switch role(of: pair.key) {
        case .words, .pause, .bell, .milliseconds: true
        default: speaks(pair.value)
        }
      }
    }
  }

  mutating func noteAll(_ key: String, _ node: DataNode) {
    switch node {
    case .scalar(let text, _, let line): note(key, text, line: line)
    case .list(let items, _): for item in items { noteAll(key, item) }
    case .mapping(let pairs, _): for (key, value) in pairs { noteAll(key, value) }
    }
  }

  // MARK: - Steps

  mutating func read(_ node: DataNode) {
    switch node {
    case .scalar(let text, _, let line): words(text, line: line)
    case .list(let items, _): for item in items { read(item) }
    case .mapping(let pairs, let line): step(pairs, line: line)
    }
  }

  /// One mapping: `{type: pause, duration: 12}`, `{say: …, pause: 5s}`, `{bell: 3}`.
  mutating func step(_ pairs: [(key: String, value: DataNode)], line: Int) {
    let type = Self.type(of: pairs)
    let pairs = Self.withWords(pairs, type: type)
    let hasWords = pairs.contains { pair in
      if case .words = Self.role(of: pair.key), case .scalar = pair.value { true } else { false }
    }
    let hasInner = pairs.contains { pair in
      if case .scalar = pair.value { false } else { Self.speaks(pair.value) }
    }
    let named = hasInner && !hasWords ? Self.withSentences(pairs) : pairs
    let start = draft.blocks.count
    for (key, value) in named { before(key, value, type: type, hasInner: hasInner) }
    for (key, value) in named {
      middle(key, value, type: type, hasWords: hasWords, hasInner: hasInner)
    }
    for (key, value) in named {
      after(key, value, type: type, hasWords: hasWords || hasInner, from: start)
    }
    if type == .bell,
      !pairs.contains(where: { if case .bell = Self.role(of: $0.key) { true } else { false } })
    {
      draft.blocks.append(TextBlock(.bell(times: Self.count(in: pairs)), line: line))
    }
    if type == .pause, !pairs.contains(where: { pair in Self.lengthens(pair.key) }) {
      draft.blocks.append(TextBlock(.silence(.medium), line: line))
    }
  }

  /// A step without a key for words: its longest text is spoken.
  private static func withWords(
    _ pairs: [(key: String, value: DataNode)], type: Kind
  ) -> [(key: String, value: DataNode)] {
    guard type == .unknown || type == .words,
      !pairs.contains(where: { pair in
        switch role(of: pair.key) {
        case .words: true
        case .pause, .milliseconds, .bell: false
        default: if case .scalar = pair.value { false } else { speaks(pair.value) }
        }
      })
    else { return pairs }
    var best: (index: Int, count: Int)?
    for (index, pair) in pairs.enumerated() {
      guard case .scalar(let text, _, _) = pair.value, text.contains(" "), !text.contains("/"),
        !asides.contains(pair.key.lowercased())
      else { continue }
      switch role(of: pair.key) {
      case .note, .fact(.other):
        if text.utf8.count > best?.count ?? 0 { best = (index, text.utf8.count) }
      default: continue
      }
    }
    guard let best else { return pairs }
    var pairs = pairs
    pairs[best.index].key = "text"
    return pairs
  }

  /// Whole sentences beside lists of speech are speech too, whatever their key.
  private static func withSentences(
    _ pairs: [(key: String, value: DataNode)]
  ) -> [(key: String, value: DataNode)] {
    pairs.map { pair in
      guard case .scalar(let text, _, _) = pair.value, !asides.contains(pair.key.lowercased()),
        !text.contains("://"), text.split(separator: " ").count > 3,
        text.unicodeScalars.last(where: { !$0.isBlank })?.endsSentence == true
      else { return pair }
      switch role(of: pair.key) {
      // `start` and `end` may name a time or what is said then.
      case .note, .time, .end: return ("text", pair.value)
      default: return pair
      }
    }
  }

  /// Keys whose texts are for the reader.
  private static let asides = Vocabulary.set(
    "note notes comment comments description music source copyright license theme file category tags "
      + "purpose hint tip direction")

  private static func lengthens(_ key: String) -> Bool {
    switch role(of: key) {
    case .pause, .milliseconds, .length: true
    default: false
    }
  }

  /// What a mapping is, by the value of its `type`.
  enum Kind { case words, heading, pause, bell, note, unknown }

  static func type(of pairs: [(key: String, value: DataNode)]) -> Kind {
    for (key, value) in pairs {
      guard case .type = role(of: key), case .scalar(let text, _, _) = value else { continue }
      switch role(of: text) {
      case .pause, .milliseconds: return .pause
      case .bell: return .bell
      case .heading: return .heading
      case .words: return .words
      default:
        let name = text.lowercased()
        if name == "title" || name == "h1" || name == "h2" { return .heading }
        if name == "sound" || name == "sfx" {
          return pairs.contains { pair in
            if case .scalar(let text, _, _) = pair.value { Tag.isBell(text) } else { false }
          } ? .bell : .note
        }
        if ["note", "comment", "music", "meta", "aside", "direction"].contains(name) {
          return .note
        }
        if ["guide", "voice", "narrate", "wish"].contains(name) { return .words }
      }
    }
    return .unknown
  }

  /// How often a bell rings.
  static func count(in pairs: [(key: String, value: DataNode)]) -> Int {
    for (key, value) in pairs {
      guard ["count", "times", "strikes", "repeat", "repeats"].contains(key.lowercased()),
        case .scalar(let text, _, _) = value, let times = Int(text), times > 0
      else { continue }
      return min(times, 1000)
    }
    return 1
  }
}
