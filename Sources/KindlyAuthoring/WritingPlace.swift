import KindlyLanguage

/// What stands where somebody types.
enum WritingPlace: Equatable {
  /// Inside a cue: from after its bracket to the cursor.
  case cue(SourceSpan)
  /// Inside a value: from after its brace to the cursor.
  case value(SourceSpan)
  /// A key that has no colon yet.
  case key(SourceSpan)
  /// Behind the colon of a key.
  case entry(key: String, SourceSpan)
  /// Anything else: spoken words, a heading, a note.
  case words
}

extension AuthoredText {
  /// What stands at an offset.
  func writingPlace(at offset: Int) -> WritingPlace {
    let line = positions.line(of: offset)
    let span = positions.span(ofLine: line)
    let bytes = source.bytes
    var open: (mark: UInt8, at: Int)?
    var colon: Int?
    var index = span.lower
    while index < min(offset, span.upper) {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"): open = (bytes[index], index + 1)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): open = nil
      case UInt8(ascii: ":"): colon = colon ?? index
      case UInt8(ascii: "/") where isNote(at: index, from: span.lower, to: span.upper):
        return .words
      default: break
      }
      index += 1
    }
    if let open, isScript {
      let inside = SourceSpan(open.at, offset)
      return open.mark == UInt8(ascii: "[") ? .cue(inside) : .value(inside)
    }
    guard isEntry(line) else { return .words }
    guard let colon else { return .key(SourceSpan(span.lower, offset)) }
    var start = colon + 1
    while start < offset, bytes[start] == UInt8(ascii: " ") { start += 1 }
    let key = source.words(at: SourceSpan(span.lower, colon))
    return .entry(key: key, SourceSpan(start, max(start, offset)))
  }

  /// Whether cues stand in it.
  private var isScript: Bool { kind == .practice || kind == .course }

  private func isNote(at index: Int, from start: Int, to end: Int) -> Bool {
    index + 1 < end && source.bytes[index + 1] == UInt8(ascii: "/")
      && (index == start || source.bytes[index - 1] == UInt8(ascii: " "))
  }

  /// Whether a line, counted from 0, may be a `Key: value` line: in files with a header only above the
  /// first line of another form.
  private func isEntry(_ line: Int) -> Bool {
    guard !kind.keys.isEmpty else { return false }
    let marks = "#[>".utf8
    func first(_ line: Int) -> UInt8? {
      source.bytes[
        positions.span(ofLine: line).lower..<positions.span(ofLine: line).upper
      ].first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    }
    if let mark = first(line), marks.contains(mark) { return false }
    guard isScript || kind == .phrases else { return true }
    return (0..<line).allSatisfy { above in
      guard let mark = first(above), !marks.contains(mark) else { return false }
      let words = positions.span(ofLine: above)
      return mark == UInt8(ascii: "/")
        || source.bytes[words.lower..<words.upper].contains(UInt8(ascii: ":"))
    }
  }
}
