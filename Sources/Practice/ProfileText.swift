extension Profile {
  /// What a new profile says.
  public static let template = """
    // Your settings for Kindly. They stay on this machine.
    // Every line is optional: remove the two slashes before those you want.

    // Name: Mira
    // Friend: Rosa, she
    // Benefactor: James, he
    // Neutral: the neighbour, they
    // Difficult: Alex, they
    // Someone: Maya, she
    // Voice: calm
    // Bell: bowl
    // Breath: in 4s, out 6s
    // Length: 20 minutes
    // Set: place = the garden

    // Your own wishes, one a line, each after a ">":

    """

  /// A profile's text with other own wishes. All else stays as it is written: every other line, every
  /// note, and the line of a wish that stays.
  /// - Parameter wishes: the wishes as they are written after `>`.
  public static func text(of source: Source, withWishes wishes: [String]) -> String {
    var rewriting = WishRewriting(source)
    return rewriting.text(with: wishes)
  }
}

/// A profile's lines on their way to other wishes.
private struct WishRewriting {
  private let source: Source
  private let lines: [Line]
  /// The wishes that are there: their words, and which lines they stand on.
  private var present: [(words: String, lines: [Int])] = []

  init(_ source: Source) {
    self.source = source
    lines = source.lines()
    var group: [Wish.Role] = []
    for (index, line) in lines.enumerated() {
      if line.isBlank { group = [] }
      guard let (role, words) = wish(line) else { continue }
      if let role, !group.isEmpty, !group.contains(role) {
        present[present.count - 1].lines.append(index)
        if role == .oneself { present[present.count - 1].words = words }
      } else {
        present.append((words, [index]))
        group = []
      }
      if let role { group.append(role) } else { group = [] }
    }
  }

  mutating func text(with wishes: [String]) -> String {
    let old = Set(present.flatMap(\.lines))
    var left = present
    var new: [String] = []
    for wish in wishes {
      if let at = left.firstIndex(where: { $0.words == wish.folded }) {
        let kept = left.remove(at: at).lines
        new += kept.map { source.text(at: lines[$0].whole) }
        if kept.count > 1 { new.append("") }
      } else {
        new.append("> " + wish)
      }
    }
    let gone = Set(left.flatMap(\.lines))
    var out: [String] = []
    var isIn = false
    for (index, line) in lines.enumerated() {
      guard old.contains(index) else {
        out.append(source.text(at: line.whole))
        continue
      }
      if !isIn { out += new }
      isIn = true
      if gone.contains(index), let note = line.note { out.append(source.text(at: note)) }
    }
    if !isIn, !new.isEmpty {
      if let last = out.last, !last.isEmpty { out.append("") }
      out += new
    }
    let lineEnd =
      source.text(at: SourceSpan(0, source.bytes.count)).contains("\r\n") ? "\r\n" : "\n"
    return source.text(at: SourceSpan(0, source.markLength)) + out.map { $0 + lineEnd }.joined()
  }

  /// The recipient and the words of a line that holds a wish.
  private func wish(_ line: Line) -> (role: Wish.Role?, words: String)? {
    guard !line.text.isEmpty else { return nil }
    var text = line.text
    let isMarked = source.bytes[text.lower] == Byte.greater
    if isMarked { text = source.trim(SourceSpan(text.lower + 1, text.upper)) }
    if !text.isEmpty, let pair = source.pair(in: text),
      let role = Wish.Role(rawValue: source.text(at: pair.key).lowercased())
    {
      return (role, source.text(at: pair.value).folded)
    }
    return isMarked ? (nil, source.text(at: text).folded) : nil
  }
}
