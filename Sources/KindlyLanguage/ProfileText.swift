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
  /// - Parameters:
  ///   - source: the profile as it is.
  ///   - wishes: the wishes it shall have.
  ///   - language: the language of the wishes, written down before them; nil where the profile says it
  ///     already.
  public static func text(
    of source: Source, withWishes wishes: [WrittenWish], in language: String? = nil
  ) -> String {
    WishRewriting(source).text(with: wishes, in: language)
  }
}

/// A profile's lines on their way to other wishes.
private struct WishRewriting {
  private let source: Source
  private let lines: [Line]
  /// The wishes that are there, and which lines they stand on.
  private var present: [(wish: WrittenWish, lines: [Int])] = []

  init(_ source: Source) {
    self.source = source
    lines = source.lines()
    var group: [Wish.Role] = []
    for (index, line) in lines.enumerated() {
      if line.isBlank { group = [] }
      guard let wish = wish(line) else { continue }
      if let role = wish.role, !group.isEmpty, !group.contains(role) {
        present[present.count - 1].lines.append(index)
        present[present.count - 1].wish.lines.append(wish)
        group.append(role)
      } else {
        present.append((WrittenWish(lines: [wish]), [index]))
        group = wish.role.map { [$0] } ?? []
      }
    }
  }

  func text(with wishes: [WrittenWish], in language: String?) -> String {
    let old = Set(present.flatMap(\.lines))
    var left = present
    var new = language.map { ["Language: " + $0, ""] } ?? []
    for wish in wishes {
      if let at = left.firstIndex(where: { $0.wish == wish }) {
        new += left.remove(at: at).lines.map { source.text(at: lines[$0].whole) }
      } else {
        new += wish.lines.map(\.text)
      }
      // A blank line ends a group.
      if wish.lines[0].role != nil { new.append("") }
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
  private func wish(_ line: Line) -> WrittenWish.Line? {
    guard !line.text.isEmpty else { return nil }
    var text = line.text
    let isMarked = source.bytes[text.lower] == Byte.greater
    if isMarked { text = source.trim(SourceSpan(text.lower + 1, text.upper)) }
    if !text.isEmpty, let pair = source.pair(in: text),
      let role = Wish.Role(rawValue: source.text(at: pair.key).lowercased())
    {
      return WrittenWish.Line(role: role, words: source.text(at: pair.value).folded)
    }
    return isMarked ? WrittenWish.Line(words: source.text(at: text).folded) : nil
  }
}
