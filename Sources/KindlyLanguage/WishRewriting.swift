/// A profile's lines on their way to other wishes of a language.
struct WishRewriting {
  private let source: Source
  private let lines: [Line]
  /// The wishes of the language that are there, and which lines they stand on.
  private var present: [(wish: WrittenWish, lines: [Int])] = []
  /// The language that has to be written down before the wishes; nil where it is there.
  private let missing: String?
  /// The line before which the first wishes of the language go.
  private let end: Int

  init(_ source: Source, _ language: String?) {
    self.source = source
    lines = source.lines()
    let parts = WishParts(of: lines, in: source)
    let own = parts.places(of: language)
    missing = own.isSaid ? nil : language
    end = own.lines.last?.upperBound ?? lines.count
    var group: [Wish.Role] = []
    for (index, line) in lines.enumerated() {
      if line.isBlank { group = [] }
      guard own.lines.contains(where: { $0.contains(index) }),
        let wish = WishParts.wish(line, in: source)
      else { continue }
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

  func text(with wishes: [WrittenWish]) -> String {
    let old = Set(present.flatMap(\.lines))
    var left = present
    var new: [String] = []
    for wish in wishes {
      if let at = left.firstIndex(where: { $0.wish == wish }) {
        new += left.remove(at: at).lines.map { source.text(at: lines[$0].whole) }
      } else {
        new += wish.lines.map(\.text)
      }
      // A blank line ends a group.
      if wish.lines[0].role != nil { new.append("") }
    }
    if let missing, !new.isEmpty { new = ["Language: " + missing, ""] + new }
    let gone = Set(left.flatMap(\.lines))
    var out: [String] = []
    var isIn = false
    for (index, line) in lines.enumerated() {
      if present.isEmpty, index == end { insert(new, at: &out, isIn: &isIn) }
      guard old.contains(index) else {
        out.append(source.text(at: line.whole))
        continue
      }
      if !isIn { out += new }
      isIn = true
      if gone.contains(index), let note = line.note { out.append(source.text(at: note)) }
    }
    if !isIn { insert(new, at: &out, isIn: &isIn) }
    let lineEnd =
      source.text(at: SourceSpan(0, source.bytes.count)).contains("\r\n") ? "\r\n" : "\n"
    return source.text(at: SourceSpan(0, source.markLength)) + out.map { $0 + lineEnd }.joined()
  }

  /// Wishes where none were, a blank line before them, and one behind them if something follows.
  private func insert(_ new: [String], at out: inout [String], isIn: inout Bool) {
    isIn = true
    guard !new.isEmpty else { return }
    if let last = out.last, !last.isEmpty { out.append("") }
    out += new
    if end < lines.count { out.append("") }
  }
}

/// The parts of a profile, which its `Language` lines divide.
struct WishParts {
  private struct Part {
    var language: String?
    var lines: Range<Int>
    var wishes: [WrittenWish.Line] = []
  }

  private var parts: [Part] = []

  init(of lines: [Line], in source: Source) {
    parts.append(Part(lines: 0..<lines.count))
    for (index, line) in lines.enumerated() {
      if let wish = Self.wish(line, in: source) {
        parts[parts.count - 1].wishes.append(wish)
      } else if let language = Self.language(line, in: source) {
        let start = parts[parts.count - 1].lines.lowerBound
        parts[parts.count - 1].lines = start..<index
        parts.append(Part(language: language, lines: index..<lines.count))
      }
    }
    // As they are read: wishes above the first language are of it if none stand below it.
    if parts.count > 1, parts[1].wishes.isEmpty { parts[0].language = parts[1].language }
  }

  /// Where wishes of a language stand, and whether the profile says which they are.
  func places(of language: String?) -> (lines: [Range<Int>], isSaid: Bool) {
    guard let language else {
      return ([parts[0].lines], true)
    }
    let own = parts.filter {
      $0.language.map { primaryLanguage($0) == primaryLanguage(language) } ?? false
    }
    if !own.isEmpty { return (own.map(\.lines), true) }
    let said = read(
      phrases: Source(path: "", text: parts[0].wishes.map(\.text).joined(separator: "\n")))
    let isTop =
      parts[0].language == nil && !parts[0].wishes.isEmpty
      && said.tree.writtenLanguage.map { primaryLanguage($0) == primaryLanguage(language) } ?? false
    return (isTop ? [parts[0].lines] : [], false)
  }

  /// The recipient and the words of a line that holds a wish.
  static func wish(_ line: Line, in source: Source) -> WrittenWish.Line? {
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

  /// The tag of a line that says a language.
  private static func language(_ line: Line, in source: Source) -> String? {
    guard !line.text.isEmpty, let pair = source.pair(in: line.text),
      source.text(at: pair.key).folded.lowercased() == ProfileKey.language.rawValue.lowercased()
    else { return nil }
    var problems = Problems(path: source.path)
    return source.language(
      Located(source.text(at: pair.value).folded, at: pair.value), noting: &problems)?.value
  }
}
