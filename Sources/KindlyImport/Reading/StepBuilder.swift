/// Reads the paragraphs of a script as steps, judged by what the whole of it is like.
struct StepBuilder {
  let words: Vocabulary
  let survey: Survey
  /// Facts about the whole, which the script itself may add to.
  var draft: Draft
  var steps: [Step] = []
  /// Words that are counted as read though no step keeps them: labels, times, directions.
  var read: [String] = []
  /// Places that a person should look at.
  var places: [ImportPlace] = []
  var line = 1

  /// The latest time of a moment, in milliseconds.
  private var latest = -1
  /// A length that the heading of the open section gives.
  private var sectionLength: (length: ScriptPause, start: Int)?
  /// The level of the heading under which nothing is spoken.
  private var asideLevel: Int?
  private var hasSpoken = false
  /// Whether the paragraph is one line between empty ones.
  private(set) var isAlone = false
  /// Whether a line is being read word by word, and the notes found in it so far.
  var isInline = false
  private var held: [String] = []
  /// The block before which nothing is spoken, where the script begins under a heading of its own.
  private var scriptStart = 0

  init(_ draft: Draft, words: Vocabulary) {
    self.draft = draft
    self.words = words
    survey = Survey(draft.blocks, words: words)
  }

  /// All steps of the draft.
  mutating func build() {
    let blocks = draft.blocks
    scriptStart = ScriptBounds.start(of: blocks)
    let chatter = ScriptBounds.chatter(in: blocks)
    let title = titleLine(of: blocks, after: chatter)
    for (index, block) in blocks.enumerated() {
      line = block.line
      isAlone =
        (index == 0 || Self.divides(blocks[index - 1]))
        && (index + 1 == blocks.count || Self.divides(blocks[index + 1]))
      if chatter.contains(index) {
        note(block.text.text)
        look("is about the script, and not spoken", block.text.text)
      } else if index == title {
        setTitle(block.text.scalars[...])
      } else if let title, index <= title + 2, draft.author == nil, !hasSpoken, isByline(block) {
        let words = block.text.scalars.trimmed
        draft.author = Wording.plain(words.drop { !$0.isBlank }.text)
        draft.headerWords.append(words.text)
      } else if index < scriptStart {
        beforeScript(block)
      } else {
        add(block)
      }
    }
    endSection()
  }

  /// The first line, where it is a few words that end no sentence and most others do.
  private func titleLine(of blocks: [Block], after chatter: Set<Int>) -> Int? {
    guard draft.title == nil, draft.mayHaveHeader,
      let first = blocks.indices.first(where: {
        !chatter.contains($0) && blocks[$0].text.scalars.isSpoken && blocks[$0].kind != .note
      }), blocks[first].kind == .text, blocks[first].text.cues.isEmpty
    else { return nil }
    let line = blocks[first].text.scalars.trimmed
    guard isHeadingLike(line, words: 8), line.count < 70,
      line.first?.properties.isUppercase == true,
      line.last?.isLetter == true || line.last?.digit != nil,
      !line.contains(where: { MarkupReader.brackets.contains($0) || $0 == ":" || $0 == "…" }),
      !line.text.contains(".."),
      Direction(line, at: .line, in: words) == nil
    else { return nil }
    let tokens = DirectionToken.tokens(of: line)
    let isAddress = tokens.contains {
      if case .word(let word) = $0 {
        words.address.contains(word) || word == "welcome"
      } else {
        false
      }
    }
    let others = blocks[(first + 1)...].filter { $0.kind == .text && $0.text.scalars.isSpoken }
    let ended = others.count { block in
      block.text.scalars.last { !$0.isBlank && !$0.isQuote }
        .map { $0.endsSentence || ")]}:,".unicodeScalars.contains($0) || $0 == MarkedText.cue }
        ?? false
    }
    return !isAddress && !others.isEmpty && ended * 3 >= others.count * 2 ? first : nil
  }

  /// `by Ana`, `von Ana` under the title.
  private func isByline(_ block: Block) -> Bool {
    let parts = block.text.scalars.trimmed.split(whereSeparator: \.isBlank)
    guard block.kind == .text, (2...5).contains(parts.count), parts.last?.last?.isLetter == true,
      parts[1].first?.properties.isUppercase == true
    else { return false }
    return ["by", "von", "por", "par", "द्वारा"].contains(parts[0].text.lowercased())
  }

  private static func divides(_ block: Block) -> Bool {
    switch block.kind {
    case .gap, .rule, .heading: true
    default: false
    }
  }

  private mutating func beforeScript(_ block: Block) {
    switch block.kind {
    case .heading(1) where draft.title == nil: setTitle(block.text.scalars[...])
    case .gap, .rule: append(.paragraph)
    default:
      let text = block.text.scalars.trimmed
      if let label = Labels.label(in: text),
        takeHeader(label.name.lowercased(), text[label.after...].text)
      {
        draft.headerWords.append(label.name)
      } else {
        note(block.text.text)
      }
    }
  }

  private mutating func add(_ block: Block) {
    if asideLevel != nil {
      switch block.kind {
      case .heading, .gap, .rule: break
      case .text where isBoldLine(block.text): break
      default: return note(block.text.text)
      }
    }
    switch block.kind {
    case .gap, .rule: append(.paragraph)
    case .note: note(block.text.text)
    case .aside: aside(block.text)
    case .heading(let level): heading(block.text, level: level)
    case .quote: quote(block.text)
    case .text, .speech: paragraph(block.text, isSpeech: block.kind == .speech)
    }
  }

  // MARK: - Steps

  mutating func append(_ kind: Step.Kind, read words: String = "") {
    if case .paragraph = kind {
      // Gaps at the start, after a heading and beside one another change nothing.
      switch steps.last?.kind {
      case nil, .paragraph, .section: return
      default: break
      }
    }
    switch kind {
    case .say, .wish, .bell, .silence: hasSpoken = true
    default: break
    }
    if !words.isEmpty { read.append(words) }
    steps.append(Step(kind, line: line, read: words))
  }

  mutating func note(_ words: String) {
    let words = words.scalars.trimmed
    guard words.isSpoken else { return }
    if isInline { held.append(words.text) } else { append(.note(words.text)) }
  }

  /// Notes within a line stand behind the words they were taken from.
  mutating func releaseNotes() {
    for words in held { append(.note(words)) }
    held = []
  }

  /// Tells a place to a person.
  mutating func look(_ what: String, _ words: String) {
    places.append(ImportPlace(line: line, words: words.trimmedBlanks, what: what))
  }

  private mutating func quote(_ text: MarkedText) {
    let plain = text.text
    if isWish(plain) {
      sayWish(text.scalars[...])
    } else {
      paragraph(text, isSpeech: true)
    }
  }

  /// Whether a line is a wish for silent repetition, by how it begins.
  func isWish(_ text: String) -> Bool {
    let start = text.scalars.drop { !$0.isSpoken }.prefix(24).text.lowercased()
    return words.wishes.contains { start.hasPrefix($0) }
  }

  mutating func sayWish(_ text: ArraySlice<Scalar>) {
    let words = Wording.cleaned(text)
    if words.isSpoken { append(.wish(words.text)) }
  }

  mutating func say(_ text: ArraySlice<Scalar>) {
    let words = Wording.cleaned(text)
    guard words.isSpoken else { return }
    append(.say(words.text))
  }

  /// A direction where it is understood, or else a note.
  private mutating func aside(_ text: MarkedText) {
    let core = Wording.core(of: text.scalars[...])
    if let direction = Direction(core, at: .sentence, in: words)
      ?? Direction(core, at: .brackets, in: words)
    {
      take(direction, written: text.scalars[...])
    } else {
      note(text.text)
    }
  }

  // MARK: - Directions

  /// Takes what a direction asks for. False where there is nothing it could be about.
  mutating func take(
    _ direction: Direction, written: ArraySlice<Scalar>, isLine: Bool = false
  ) {
    let words = written.trimmed.text
    var isRead = false
    for meaning in direction.meanings {
      switch meaning {
      case .silence(let pause): append(.silence(pause), read: isRead ? "" : words)
      case .bell(let times): append(.bell(times: min(times, 1000)), read: isRead ? "" : words)
      case .clock(let time): moment(time, written: written)
      case .clocks(let start, _): moment(start, written: written)
      case .repeats(let times) where ringsAgain(times): read.append(words)
      case .repeats(let times): repeatLast(times, written: words, isLine: isLine)
      }
      isRead = true
    }
    if direction.hasMore {
      // The words are in the note as well as read, and count once.
      if read.last == words { read.removeLast() }
      append(.note(words))
    }
    if let doubt = direction.doubt { look(doubt, words) }
  }

  /// What follows begins at a time.
  mutating func moment(_ time: Int, gap: Int? = nil, written: ArraySlice<Scalar>) {
    let words = written.trimmed.text
    guard time > latest, time < 24 * 3_600_000 else {
      if time != latest { note(words) } else { read.append(words) }
      return
    }
    latest = time
    append(.moment(at: time, gap: gap), read: words)
  }

  /// What was said before is heard several times: the utterance, or for a line of its own the paragraph.
  private mutating func repeatLast(_ times: Int, written: String, isLine: Bool) {
    guard times <= 1000, let start = repeated(isLine: isLine) else { return note(written) }
    let line = steps[start].line
    steps.insert(Step(.repeatStart(times: times), line: line), at: start)
    while steps.last?.kind == .paragraph { steps.removeLast() }
    steps.append(Step(.repeatEnd, line: self.line))
    read.append(written)
    look("repeats the words before it", written)
  }

  /// `Gong (3x)`: the bell right before rings so often.
  private mutating func ringsAgain(_ times: Int) -> Bool {
    guard let last = steps.last, last.line == line, last.kind == .bell(times: 1), times <= 1000
    else {
      return false
    }
    steps[steps.count - 1].kind = .bell(times: times)
    return true
  }

  /// The first step of what a repetition is about; nil where it can't be told.
  private func repeated(isLine: Bool) -> Int? {
    var start = steps.count
    while start > 0, steps[start - 1].kind == .paragraph { start -= 1 }
    let end = start
    loop: while start > 0 {
      switch steps[start - 1].kind {
      case .say, .wish:
        start -= 1
        if !isLine { return start }
      case .silence, .bell: start -= 1
      case .note: start -= 1
      case .paragraph, .section, .moment, .repeatStart, .repeatEnd: break loop
      }
    }
    let hasWords = steps[start..<end].contains { step in
      switch step.kind {
      case .say, .wish: true
      default: false
      }
    }
    return isLine && hasWords ? start : nil
  }

  // MARK: - Sections

  mutating func openSection(_ name: String, level: Int, length: ScriptPause?, isSilence: Bool) {
    endSection()
    asideLevel = nil
    append(.section(name))
    guard let length else { return }
    if isSilence {
      append(.silence(length))
    } else {
      sectionLength = (length, steps.count)
    }
  }

  mutating func openAside(level: Int) { asideLevel = level }

  mutating func closeAside() { asideLevel = nil }

  var latestMoment: Int { latest }

  /// Whether a heading of a level ends what is not spoken.
  func endsAside(level: Int) -> Bool { asideLevel.map { level <= $0 } ?? true }

  /// What is left of the length that a heading gave its section is silence at its end.
  mutating func endSection() {
    guard let (length, start) = sectionLength else { return }
    sectionLength = nil
    let target =
      switch length {
      case .exact(let time), .about(let time): time
      case .between(let low, let high): (low + high) / 2
      default: 0
      }
    let rest = steps[start...]
    // Times within say where the silence is.
    guard !rest.contains(where: { if case .moment = $0.kind { true } else { false } }) else {
      return
    }
    let left = target - rest.reduce(0) { $0 + SpokenLength.natural(of: $1) }
    guard left >= 3000 else { return }
    var end = steps.count
    while end > start, steps[end - 1].kind == .paragraph { end -= 1 }
    steps.insert(Step(.silence(.about(left / 1000 * 1000)), line: line), at: end)
  }

  var speaksAlready: Bool { hasSpoken }

  mutating func setTitle(_ text: ArraySlice<Scalar>) {
    let title = Wording.cleaned(text).text
    draft.title = title
    draft.headerWords.append(text.text)
  }

  func isBoldLine(_ text: MarkedText) -> Bool {
    text.cues.isEmpty && text.isAll(.bold) && !survey.boldIsSpeech
  }
}

/// A place of the source that a person should look at.
public struct ImportPlace: Sendable, Hashable {
  /// The line of the source, from 1.
  public var line: Int
  /// The words there.
  public var words: String
  /// What became of them, to be read after them.
  public var what: String
}
