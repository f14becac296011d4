import KindlyBase
public import KindlyLanguage
import KindlyTimeline

/// What an editor shows of a place under the pointer.
public struct Hover: Sendable, Hashable {
  /// The paragraphs, in Markdown; what the author wrote in them stands for itself.
  public var paragraphs: [String]
  /// What they are about.
  public var span: SourceSpan

  /// The paragraphs as one text.
  public var markdown: String { paragraphs.joined(separator: "\n\n") }
}

extension AuthoredText {
  /// What there is to know about a place: what a cue, a key or a value does, when the line is heard and
  /// how long it, its section or the whole lasts, and what is said. Nil where there is nothing.
  public func hover(at offset: Int, heard: HeardText? = nil) -> Hover? {
    switch writingPlace(at: offset) {
    case .key, .entry:
      if let hover = keyHover(at: offset, heard) { return hover }
    case .value:
      if let hover = valueHover(at: offset) { return hover }
    case .cue, .words: break
    }
    for node in nodes {
      switch node {
      case .cue(let cue) where cue.span.holds(offset):
        return cueHover(cue.value.kind, at: cue.span, heard)
      case .block(let block) where block.kind.span.holds(offset):
        let kind: CueKind =
          switch block.kind.value {
          case .times: .times
          case .forEach: .forEach
          }
        return cueHover(kind, at: block.kind.span, heard)
      case .heading(let words) where words.span.holds(offset):
        return headingHover(at: words.span, heard)
      case .speech(let words) where words.span.holds(offset):
        return spokenHover(at: words.span, heard)
      case .phrase(let phrase):
        if phrase.words.span.holds(offset) { return spokenHover(at: phrase.words.span, heard) }
        if let silence = phrase.silences.first(where: { $0.span.holds(offset) }) {
          return cueHover(.silence, at: silence.span, heard)
        }
      case .cue, .block, .heading, .speech, .paragraph: break
      }
    }
    return nil
  }

  private func keyHover(at offset: Int, _ heard: HeardText?) -> Hover? {
    let line = positions.span(ofLine: positions.line(of: offset))
    guard
      let colon = source.bytes[line.lower..<line.upper].firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let written = source.words(at: SourceSpan(line.lower, colon)).lowercased()
    guard let key = kind.keys.first(where: { $0.name.lowercased() == written }) else { return nil }
    var paragraphs = ["**\(key.name):** \(key.declaration.meaning)"]
    paragraphs.append("Such as `\(key.name): \(key.declaration.example)`")
    if key.name == HeaderKey.title.rawValue || key.name == HeaderKey.length.rawValue, let heard {
      paragraphs.append(markdownSafe(heard.timeline.description))
    }
    return Hover(paragraphs: paragraphs, span: line)
  }

  private func valueHover(at offset: Int) -> Hover? {
    guard
      let value = valueNames.first(where: { $0.span.lower - 1 <= offset && $0.span.holds(offset) })
    else { return nil }
    let meaning =
      ValueWord.all.first { $0.word == value.value }?.meaning
      ?? "a word of your own: from --set, from the profile, or from what stands after the bar"
    return Hover(paragraphs: ["**{\(value.value)}** \(meaning)"], span: value.span)
  }

  private func cueHover(_ kind: CueKind, at span: SourceSpan, _ heard: HeardText?) -> Hover {
    let declaration = kind.declaration
    let examples = declaration.examples.map { "`[\($0)]`" }.joined(separator: ", ")
    var paragraphs = ["**\(markdownSafe(source.words(at: span)))** \(declaration.meaning)"]
    paragraphs += times(of: span, heard) { kind.brings($0) }
    paragraphs.append("Written as: \(examples)")
    return Hover(paragraphs: paragraphs, span: span)
  }

  private func headingHover(at span: SourceSpan, _ heard: HeardText?) -> Hover? {
    guard let section = heard?.section(onLine: positions.line(of: span.lower) + 1) else {
      return nil
    }
    return Hover(
      paragraphs: [
        "**\(markdownSafe(section.name))** begins at \(section.start.clock)"
          + " and lasts \(section.frames.clock)."
      ], span: span)
  }

  private func spokenHover(at span: SourceSpan, _ heard: HeardText?) -> Hover? {
    guard let heard else { return nil }
    let line = positions.line(of: span.lower) + 1
    var paragraphs = times(of: span, heard, brings: \.isSpeech)
    var words: [String] = []
    for event in heard.events(ofLine: line) {
      if case .speech(let speech) = event.kind, !words.contains(speech.utterance.text) {
        words.append(speech.utterance.text)
      }
    }
    for said in heard.said[line] ?? [] where !words.contains(said) { words.append(said) }
    if !words.isEmpty {
      paragraphs.append(
        "Said: " + words.prefix(4).map { "“\(markdownSafe($0))”" }.joined(separator: ", "))
    }
    return paragraphs.isEmpty ? nil : Hover(paragraphs: paragraphs, span: span)
  }

  /// When and for how long something of a line is heard.
  private func times(
    of span: SourceSpan, _ heard: HeardText?, brings: (Event) -> Bool
  ) -> [String] {
    let line = positions.line(of: span.lower) + 1
    guard let events = heard?.events(ofLine: line).filter(brings), let first = events.first,
      let last = events.last
    else { return [] }
    let tenths = (first.frames.count + Frames.rate / 20) / (Frames.rate / 10)
    let length = tenths < 600 ? "\(tenths / 10).\(tenths % 10) s" : first.frames.clock
    return [
      events.count == 1
        ? "At \(first.start.clock), for \(length)."
        : "\(events.count) times, from \(first.start.clock) to \(last.start.clock); "
          + "the first for \(length)."
    ]
  }
}

extension CueKind {
  /// Whether an event can come from such a cue.
  fileprivate func brings(_ event: Event) -> Bool {
    switch (self, event.kind) {
    case (.silence, .pause), (.silence, .bell), (.bell, .bell), (.breathe, .breath),
      (.phrases, .speech), (.recorded, .speech):
      true
    default: false
    }
  }
}

extension SourceSpan {
  /// Whether an offset is in it or at its end.
  func holds(_ offset: Int) -> Bool { lower <= offset && offset <= upper }
}

/// Words of an author in Markdown, with everything visible and nothing obeyed.
func markdownSafe(_ text: String) -> String {
  var safe = ""
  for character in visible(text) {
    if "\\`*_{}[]<>#|!&~".contains(character) { safe += "\\" }
    safe.append(character)
  }
  return safe
}
