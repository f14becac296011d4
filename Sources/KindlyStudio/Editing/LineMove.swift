import KindlyAuthoring
import KindlyBase
import KindlyLanguage

/// A line of words that goes to another place of its section, as an author would cut and paste it.
///
/// What stands on the line goes along, its silence too; every other line stays where it is.
struct LineMove {
  private let text: AuthoredText
  /// Where each line that is heard belongs: the block and the section in it, and whether it has words.
  private var homes: [Int: Home] = [:]

  private var parts = 0

  private struct Home: Equatable {
    /// A number for each part of the text between two headings or ends of blocks.
    var part: Int
    var hasWords: Bool
    /// Whether something of another part is on the same line.
    var isShared = false
  }

  init(_ source: Source) {
    text = AuthoredText(source, as: .practice)
    note(read(practice: source).tree.body, in: newPart())
  }

  /// The changes that bring a line to another, the later one in the text first.
  /// - Parameters:
  ///   - line: the line that moves, from 1.
  ///   - other: the line that it comes to, from 1.
  ///   - isBehind: whether it comes behind that line.
  func changes(line: Int, to other: Int, isBehind: Bool) throws(EditRefused) -> [TextEdit] {
    guard let home = homes[line], home.hasWords, !home.isShared else {
      throw EditRefused(sentence: "Line \(line) has no words of its own that could be moved.")
    }
    guard let goal = homes[other], goal.part == home.part, !goal.isShared else {
      throw EditRefused(
        sentence: "A line moves within its section and its block. Cut and paste takes it elsewhere."
      )
    }
    // Lines count from 0 in the positions; the line goes before this one.
    let target = isBehind ? other : other - 1
    guard target != line - 1, target != line else { return [] }
    let bytes = text.source.bytes
    let own = text.positions.span(ofLine: line - 1)
    let words = String(decoding: bytes[own.lower..<own.upper], as: UTF8.self)
    let isLast = line == text.positions.count
    let cut = TextEdit(
      isLast
        ? SourceSpan(text.positions.span(ofLine: line - 2).upper, own.upper)
        : SourceSpan(own.lower, text.positions.span(ofLine: line).lower), "")
    let put: TextEdit
    if target < text.positions.count {
      let place = text.positions.span(ofLine: target).lower
      put = TextEdit(SourceSpan(place, place), words + "\n")
    } else {
      put = TextEdit(SourceSpan(bytes.count, bytes.count), "\n" + words)
    }
    return [cut, put].sorted { $0.span.lower > $1.span.lower }
  }

  /// The line with words before or behind a line in its part of the text; nil where there is none.
  func neighbour(of line: Int, isBehind: Bool) -> Int? {
    guard let home = homes[line] else { return nil }
    let lines = homes.filter { $0.value.part == home.part && $0.value.hasWords }.keys
    return isBehind ? lines.filter { $0 > line }.min() : lines.filter { $0 < line }.max()
  }

  private mutating func newPart() -> Int {
    parts += 1
    return parts
  }

  private mutating func note(_ nodes: [Node], in first: Int) {
    var part = first
    for node in nodes {
      switch node {
      case .heading(let words):
        note(words.span, Home(part: part, hasWords: false, isShared: true))
        part = newPart()
      case .speech(let words): note(words.span, Home(part: part, hasWords: true))
      case .phrase(let phrase):
        note(phrase.words.span, Home(part: part, hasWords: true))
        for silence in phrase.silences { note(silence.span, Home(part: part, hasWords: false)) }
      case .cue(let cue): note(cue.span, Home(part: part, hasWords: false))
      case .paragraph: break
      case .block(let block):
        // Its own line is no place to move to: before it is outside, behind it inside.
        note(block.kind.span, Home(part: part, hasWords: false, isShared: true))
        note(block.body, in: newPart())
      }
    }
  }

  private mutating func note(_ span: SourceSpan, _ home: Home) {
    let line = text.positions.line(of: span.lower) + 1
    guard var known = homes[line] else {
      homes[line] = home
      return
    }
    known.isShared = known.isShared || home.isShared || known.part != home.part
    known.hasWords = known.hasWords || home.hasWords
    homes[line] = known
  }
}
