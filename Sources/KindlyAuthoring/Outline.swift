public import KindlyLanguage
import KindlyTimeline

/// A section of a practice, or a day of a course, in a list of an editor.
public struct OutlineEntry: Sendable, Hashable {
  /// The heading's words, values shown by their default or name.
  public var name: String
  /// When it begins and how long it lasts, where that is known.
  public var detail: String
  /// From the heading to the next one.
  public var span: SourceSpan
  /// The heading's words.
  public var nameSpan: SourceSpan
}

/// The name of another file in a text.
public struct FileReference: Sendable, Hashable {
  /// As it is written.
  public var name: String
  /// What kind of file it names; nil for a sound file.
  public var kind: FileKind?
  /// Where it stands.
  public var span: SourceSpan
}

extension AuthoredText {
  /// The sections, in order.
  public func outline(heard: HeardText? = nil) -> [OutlineEntry] {
    let headings = nodes.compactMap { node in
      if case .heading(let words) = node { words } else { nil }
    }
    return headings.enumerated().map { index, words in
      let next = index + 1 < headings.count ? headings[index + 1].span.lower : source.bytes.count
      let line = positions.line(of: words.span.lower)
      let end =
        index + 1 < headings.count ? positions.span(ofLine: positions.line(of: next)).lower : next
      let section = heard?.section(onLine: line + 1)
      return OutlineEntry(
        name: visible(words.value.plainWords),
        detail: section.map { "\($0.start.clock), lasts \($0.frames.clock)" } ?? "",
        span: SourceSpan(positions.span(ofLine: line).lower, max(words.span.upper, end)),
        nameSpan: words.span)
    }
  }

  /// The file that is named at an offset: by a cue or in the header.
  public func reference(at offset: Int) -> FileReference? {
    references.first { $0.span.holds(offset) }
  }

  /// Every name of another file.
  public var references: [FileReference] {
    var found: [FileReference] = []
    func add(_ name: Located<String>?, _ kind: FileKind) {
      if let name { found.append(FileReference(name: name.value, kind: kind, span: name.span)) }
    }
    add(script.header.voice, .voice)
    add(script.header.bell, .bell)
    add(script.header.phrases, .phrases)
    if let background = script.header.background {
      add(background.value.file.map { Located($0, at: background.span) }, .background)
    }
    for node in nodes {
      guard case .cue(let cue) = node else { continue }
      let named: (name: String?, kind: FileKind?) =
        switch cue.value {
        case .include(let name): (name, .practice)
        case .recorded(let name): (name, nil)
        case .phrases(let phrases): (phrases.name, .phrases)
        case .bell(let bell): (bell.name, .bell)
        case .setting(.voice(let name)): (name, .voice)
        case .setting(.background(let background)): (background.file, .background)
        case .setting, .silence, .breathe: (nil, nil)
        }
      if let name = named.name {
        found.append(FileReference(name: name, kind: named.kind, span: cue.span))
      }
    }
    return found
  }
}

extension BackgroundCue {
  /// The background or sound file that it names.
  fileprivate var file: String? {
    switch self {
    case .plays(let choice): choice.name
    case .fades, .ends: nil
    }
  }
}
