/// A text with the looks of its letters, and the cues that markup put between them.
struct MarkedText: Sendable {
  private(set) var scalars: [Scalar] = []
  private(set) var styles: [Style] = []
  /// What stands at the places of `cue` in `scalars`, in order.
  private(set) var cues: [Cue] = []

  /// Stands for a cue among the letters.
  static let cue: Scalar = "\u{FFFC}"

  /// How letters look, or what they are said to be.
  struct Style: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    static let italic = Style(rawValue: 1)
    static let bold = Style(rawValue: 2)
    /// Words that are spoken whatever they look like.
    static let spoken = Style(rawValue: 4)
    /// A bracket that belongs to the text: it begins no direction.
    static let literal = Style(rawValue: 8)
  }

  /// What markup says, and the words it said it with.
  struct Cue: Sendable, Hashable {
    var kind: Step.Kind
    var read = ""
  }

  init() {}

  init(_ text: String, _ style: Style = []) { append(text, style) }

  var isEmpty: Bool { scalars.isEmpty }

  /// The letters as a string, without cues.
  var text: String { scalars.filter { $0 != Self.cue }.text }

  mutating func append(_ scalar: Scalar, _ style: Style = []) {
    scalars.append(scalar == Self.cue ? " " : scalar)
    styles.append(style)
  }

  mutating func append(_ text: String, _ style: Style = []) {
    for scalar in text.unicodeScalars { append(scalar, style) }
  }

  mutating func append(_ cue: Cue) {
    scalars.append(Self.cue)
    styles.append([])
    cues.append(cue)
  }

  mutating func append(_ kind: Step.Kind, read: String = "") {
    append(Cue(kind: kind, read: read))
  }

  mutating func append(_ other: MarkedText) {
    scalars += other.scalars
    styles += other.styles
    cues += other.cues
  }

  /// Gives a range of letters another look.
  mutating func add(_ style: Style, to range: Range<Int>) {
    for index in range { styles[index].formUnion(style) }
  }

  /// A part, with its cues.
  func part(_ range: Range<Int>) -> MarkedText {
    var part = MarkedText()
    part.scalars = Array(scalars[range])
    part.styles = Array(styles[range])
    if !cues.isEmpty {
      let before = scalars[..<range.lowerBound].count { $0 == Self.cue }
      let inside = part.scalars.count { $0 == Self.cue }
      part.cues = Array(cues[before..<(before + inside)])
    }
    return part
  }

  /// Whether every letter has a look.
  func isAll(_ style: Style) -> Bool {
    var seen = false
    for (scalar, own) in zip(scalars, styles) where scalar.isLetter {
      guard !own.isDisjoint(with: style) else { return false }
      seen = true
    }
    return seen
  }
}

/// A line or paragraph of a script, as every notation is taken apart first.
struct TextBlock: Sendable {
  var kind: Kind
  var line: Int
  var text: MarkedText

  /// What a notation says of a paragraph.
  enum Kind: Sendable, Hashable {
    /// Ordinary text.
    case text
    /// A heading, 1 for the highest.
    case heading(Int)
    /// A quotation.
    case quote
    /// A piece of speech that is known to be one, such as a caption.
    case speech
    /// Something nobody hears.
    case note
    /// A direction where it is understood, or else something nobody hears.
    case aside
    /// The end of a paragraph.
    case gap
    /// A line that divides.
    case rule
  }

  init(_ kind: Kind, line: Int, _ text: MarkedText = MarkedText()) {
    self.kind = kind
    self.line = line
    self.text = text
  }

  init(_ kind: Kind, line: Int, _ text: String) {
    self.init(kind, line: line, MarkedText(text))
  }

  /// Only a cue.
  init(_ cue: Step.Kind, line: Int, read: String = "") {
    var text = MarkedText()
    text.append(cue, read: read)
    self.init(.speech, line: line, text)
  }
}

extension [TextBlock] {
  /// Rows that give a silence as well as the time of the next row: the silence is what was asked for, and
  /// the time, which depends on the reader's pace, a note.
  var preferringSilences: [TextBlock] {
    var isAfterSilence = false
    return map { block in
      if block.kind == .note || block.kind == .aside { return block }
      let wasAfterSilence = isAfterSilence
      isAfterSilence = false
      guard let cue = block.text.cues.last else { return block }
      switch cue.kind {
      case .silence: isAfterSilence = true
      case .moment(let time, _) where wasAfterSilence:
        return TextBlock(.note, line: block.line, CueText.clock(time))
      default: break
      }
      return block
    }
  }
}

/// What a reader makes of a script: facts about the whole, and its paragraphs.
struct ReadScript: Sendable {
  var title: String?
  var author: String?
  var summary: String?
  var language: String?
  /// Milliseconds.
  var length: Int?
  var blocks: [TextBlock] = []
  /// Whether lines that look like `Title: …` at the top are still to be found.
  var mayHaveHeader = true
  /// Words that the reader has put where they are counted on their own: title, author and so on.
  var headerWords: [String] = []
}
