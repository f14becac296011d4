import KindlyAuthoring
import KindlyBase
import KindlyLanguage

/// A silence that gets another length by hand: the change of the text that an author would type.
struct SilenceEdit {
  private let source: Source
  private let places: Places
  private let script: Script

  init(_ source: Source) {
    self.source = source
    places = Places(of: source)
    script = read(practice: source).tree
  }

  /// The change that gives the silence of a line a length.
  ///
  /// A silence that is written there is written anew; where a usual silence follows the line's words, its
  /// cue is put behind them.
  /// - Parameters:
  ///   - line: the line that the silence comes from, from 1.
  ///   - length: how long it becomes.
  ///   - isAbout: whether it may become longer or shorter with the whole.
  func change(
    line: Int, to length: Frames, isAbout: Bool
  ) throws(EditRefused) -> TextEdit {
    let cue = "[\(isAbout ? "~" : "")\(Self.words(length))]"
    let here = silences.filter { places.line(of: $0.lower) == line }
    if here.count > 1 {
      throw EditRefused(sentence: "Several cues make this silence. Change them in the text.")
    }
    if let span = here.first { return TextEdit(bracketed(span), cue) }
    guard let end = ends.last(where: { places.line(of: $0.lower) == line }) else {
      throw EditRefused(sentence: "This silence comes from something else on line \(line).")
    }
    return TextEdit(SourceSpan(end.upper, end.upper), " " + cue)
  }

  /// `12.5s`, `1m30s`, `2 min`.
  static func words(_ length: Frames) -> String {
    let halves = max(1, (length.count * 2 + Frames.rate / 2) / Frames.rate)
    let (minutes, rest) = (halves / 120, halves % 120)
    let seconds = rest % 2 == 0 ? "\(rest / 2)s" : "\(rest / 2).5s"
    if minutes == 0 { return seconds }
    return rest == 0 ? "\(minutes) min" : "\(minutes)m\(seconds)"
  }

  /// The cue with its brackets, whether or not its place has them.
  private func bracketed(_ span: SourceSpan) -> SourceSpan {
    var span = span
    let bytes = source.bytes
    while span.lower > 0, bytes[span.lower] != UInt8(ascii: "[") { span.lower -= 1 }
    if span.upper == 0 || bytes[span.upper - 1] != UInt8(ascii: "]") {
      while span.upper < bytes.count, bytes[span.upper - 1] != UInt8(ascii: "]") { span.upper += 1 }
    }
    return span
  }

  /// Where silences without a bell in them are written.
  private var silences: [SourceSpan] {
    nodes(script.body).flatMap { node -> [SourceSpan] in
      switch node {
      case .cue(let cue):
        if case .silence(let silence) = cue.value, silence.interval == nil { return [cue.span] }
        return []
      case .phrase(let phrase): return phrase.silences.map(\.span)
      case .heading, .speech, .paragraph, .block: return []
      }
    }
  }

  /// Where something that is heard ends.
  private var ends: [SourceSpan] {
    nodes(script.body).compactMap { node in
      switch node {
      case .speech(let words): words.span
      case .phrase(let phrase): phrase.words.span
      case .cue(let cue):
        switch cue.value {
        case .bell, .recorded, .breathe: bracketed(cue.span)
        case .silence, .phrases, .setting, .include: nil
        }
      case .heading, .paragraph, .block: nil
      }
    }
  }

  private func nodes(_ nodes: [Node]) -> [Node] {
    nodes.flatMap { node in
      if case .block(let block) = node { return self.nodes(block.body) }
      return [node]
    }
  }
}
