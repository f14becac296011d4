/// Reads the paragraphs of a script as steps, judged by what the whole of it is like.
struct StepBuilder {
  let words: Vocabulary
  let survey: Survey
  /// Facts about the whole, which the script itself may add to.
  var draft: ReadScript
  var steps: [Step] = []
  /// Words that are counted as read though no step keeps them: labels, times, directions.
  var read: [String] = []
  /// Places that a person should look at.
  var places: [ImportPlace] = []
  var line = 1

  /// The latest time of a moment, in milliseconds.
  var latest = -1
  /// A length that the heading of the open section gives.
  private var sectionLength: (length: ScriptPause, start: Int)?
  /// The level of the heading under which nothing is spoken.
  private var asideLevel: Int?
  private var hasSpoken = false
  /// Whether the paragraph is one line between empty ones.
  private(set) var isAlone = false
  /// Whether a line is being read word by word, and the notes found in it so far.
  var isInline = false
  /// Whether its notation says of the whole line that it is spoken.
  var isSaid = false
  private var held: [String] = []
  /// Whether a length is said once; several are those of parts.
  private(set) var hasOneLength = true
  /// The block before which nothing is spoken, where the script begins under a heading of its own.
  private var scriptStart = 0
  /// Where what is repeated begins among the steps, while its paragraph is read.
  var repeatStart: Int?
  /// Whether nothing is spoken after the block that is read.
  private(set) var isLast = false

  init(_ draft: ReadScript, words: Vocabulary) {
    self.draft = draft
    self.words = words
    survey = Survey(draft.blocks, words: words)
  }

  /// All steps of the draft.
  mutating func build() {
    let blocks = draft.blocks
    scriptStart = ScriptBounds.start(of: blocks)
    let section = ScriptBounds.section(above: scriptStart, of: blocks)
    let timed = survey.isTimed ? blocks.firstIndex { Stamp($0.text.scalars.trimmed) != nil } : nil
    let last = blocks.lastIndex { $0.text.scalars.isSpoken }
    let chatter = ScriptBounds.chatter(in: blocks)
    hasOneLength = blocks.count(where: Self.isLength) < 2
    let title = titleLine(of: blocks, after: chatter)
    let titleHeading = titleHeading(of: blocks, after: chatter)
    for (index, block) in blocks.enumerated() {
      line = block.line
      isLast = index == last
      isAlone =
        (index == 0 || Self.divides(blocks[index - 1]))
        && (index + 1 == blocks.count || Self.divides(blocks[index + 1]))
      if chatter.contains(index) {
        note(block.text.text)
        look("is about the script, and not spoken", block.text.text)
      } else if index == title {
        setTitle(block.text.scalars[...])
      } else if index == titleHeading {
        heading(block.text, level: 1)
      } else if let title, index <= title + 2, draft.author == nil, !hasSpoken, isByline(block) {
        let words = block.text.scalars.trimmed
        draft.author = BareWords.plain(words.drop { !$0.isBlank }.text)
        draft.headerWords.append(words.text)
      } else if index < scriptStart {
        beforeScript(block, isSection: index == section)
      } else if let timed, index < timed, block.kind == .text,
        isHeadingLike(block.text.scalars.trimmed, words: 12)
      {
        // The title, and what stands under it before the first time.
        let text = block.text.scalars.trimmed
        let isTitle = draft.title == nil && text.first?.properties.isUppercase == true
        if isTitle, !text.contains(":") { setTitle(text) } else { note(block.text.text) }
      } else {
        add(block)
      }
    }
    closeRepeat()
    endSection()
    dropDots()
  }

  /// `Duration: 10 minutes`.
  private static func isLength(_ block: TextBlock) -> Bool {
    let label = Labels.label(in: block.text.scalars.drop { !$0.isSpoken })
    return label.map { Labels.facts[$0.name.lowercased()] == .length } ?? false
  }

  private static func divides(_ block: TextBlock) -> Bool {
    switch block.kind {
    case .gap, .rule, .heading: true
    default: false
    }
  }

  private mutating func beforeScript(_ block: TextBlock, isSection: Bool) {
    switch block.kind {
    case .heading(let level) where level == 1 && draft.title == nil || isSection:
      heading(block.text, level: level)
      closeAside()
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

  private mutating func add(_ block: TextBlock) {
    if asideLevel != nil {
      switch block.kind {
      case .heading, .gap, .rule: break
      case .text where isBoldLine(block.text): break
      default: return note(block.text.text)
      }
    }
    switch block.kind {
    case .gap, .rule, .heading: closeRepeat(isGap: block.kind == .gap)
    default: break
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
      case nil, .paragraph, .section, .repeatStart: return
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
    let words = BareWords.cleaned(text)
    if words.isSpoken { append(.wish(words.text)) }
  }

  mutating func say(_ text: ArraySlice<Scalar>) {
    let words = BareWords.cleaned(text)
    guard words.isSpoken else { return }
    append(.say(words.text))
  }

  /// A direction where it is understood, or else a note.
  private mutating func aside(_ text: MarkedText) {
    let core = BareWords.core(of: text.scalars[...])
    if let direction = Direction(core, at: .sentence, in: words)
      ?? Direction(core, at: .brackets, in: words)
    {
      take(direction, written: text.scalars[...])
    } else {
      note(text.text)
    }
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
    let title = BareWords.cleaned(text).text
    draft.title = title
    draft.headerWords.append(text.text)
  }

  func isBoldLine(_ text: MarkedText) -> Bool {
    text.cues.isEmpty && text.isAll(.bold) && !survey.boldIsSpeech
  }
}
