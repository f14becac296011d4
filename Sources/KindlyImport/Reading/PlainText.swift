/// Text of a document that has looks of its own: only tags and list marks are read in it.
enum PlainText {
  /// The text with the marks in it read, and the looks it has.
  static func read(_ text: MarkedText) -> MarkedText {
    let line = text.scalars[...]
    let start = ListMarker.removed(from: line.trimmed).startIndex
    let end = line.trimmed.endIndex
    let part = text.part(min(start, end)..<end)
    // Tags of speech services are written in documents as well.
    guard part.scalars.contains("<"), part.cues.isEmpty else { return part }
    return MarkupReader.read(part.scalars, marks: .tags).out
  }
}
