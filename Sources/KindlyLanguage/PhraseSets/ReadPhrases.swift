/// Reads a phrase set: a header, then one wish a line, or a group of lines for each recipient.
///
/// A blank line ends a group, and so does a recipient who has a line in it already.
public func read(phrases source: Source) -> Reading<PhraseSet> {
  var problems = Problems(path: source.path)
  var set = PhraseSet()
  guard source.checkText(noting: &problems) else {
    return Reading(tree: set, diagnostics: problems.inOrder)
  }
  let lines = source.lines()
  source.checkLength(of: lines, noting: &problems)
  var header = HeaderReader(source, kind: .phrases)
  let headerLines = header.lines(of: lines, noting: &problems)
  header.read(lines[headerLines], noting: &problems)
  set.header = header.header
  var reader = WishReader(source, problems: problems)
  for line in lines[headerLines.upperBound...] where !source.isTooLong(line) {
    reader.read(line)
  }
  reader.finish()
  set.wishes = reader.wishes
  return Reading(tree: set, diagnostics: reader.reader.problems.inOrder)
}

/// Gathers the lines of a phrase set to wishes.
struct WishReader {
  private let source: Source
  fileprivate(set) var reader: LineReader
  fileprivate(set) var wishes: [Wish] = []
  private var group: [Wish.Variant] = []

  init(_ source: Source, problems: Problems) {
    self.source = source
    reader = LineReader(source, problems: problems)
  }

  mutating func read(_ line: Line) {
    if line.isBlank { endGroup() }
    guard !line.text.isEmpty else { return }
    let start = source.bytes[line.text.lower]
    if start == Byte.hash {
      reader.problems.note(PhraseSetProblem.heading, at: line.text)
      return
    }
    let text =
      start == Byte.greater
      ? source.trim(SourceSpan(line.text.lower + 1, line.text.upper)) : line.text
    if let role = role(of: text) {
      if let words = wish(role.words, of: text) {
        add(Wish.Variant(role: role.role, words: words))
      }
    } else {
      endGroup()
      if let words = wish(text, of: text) { wishes.append(.line(words)) }
    }
    if wishes.count == 5, group.isEmpty {
      reader.problems.note(PhraseSetProblem.manyWishes, at: line.text)
    }
  }

  mutating func finish() {
    endGroup()
    if wishes.isEmpty, reader.problems.count == 0 {
      reader.problems.note(PhraseSetProblem.noWishes, at: nil)
    }
  }

  private mutating func add(_ variant: Wish.Variant) {
    if group.contains(where: { $0.role == variant.role }) { endGroup() }
    group.append(variant)
  }

  private mutating func endGroup() {
    if !group.isEmpty { wishes.append(.group(group)) }
    group = []
  }

  /// The recipient a line starts with, and its words.
  private mutating func role(
    of text: SourceSpan
  ) -> (role: Located<Wish.Role>, words: SourceSpan)? {
    guard !text.isEmpty, let pair = source.pair(in: text) else { return nil }
    let name = source.text(at: pair.key).lowercased()
    guard !name.contains(" "), name.utf8.allSatisfy(\.isLetter) else { return nil }
    let roles = Wish.Role.allCases.map(\.rawValue)
    if let role = Wish.Role(rawValue: name) {
      return (Located(role, at: pair.key), pair.value)
    }
    reader.problems.note(
      PhraseSetProblem.unknownRole(name, nearest: nearest(to: name, in: roles)), at: pair.key)
    return nil
  }

  /// The words of a wish, which holds no cue.
  private mutating func wish(_ span: SourceSpan, of line: SourceSpan) -> Located<[Piece]>? {
    if span.isEmpty {
      reader.problems.note(SpokenProblem.nothingToSpeak(""), at: line)
      return nil
    }
    var words: Located<[Piece]>?
    for part in reader.mixed(span) {
      switch part {
      case .speech(let pieces): words = words ?? pieces
      case .cue(let cue): reader.problems.note(PhraseSetProblem.cue, at: cue.span)
      case .heading, .phrase: break
      }
    }
    return words
  }
}
