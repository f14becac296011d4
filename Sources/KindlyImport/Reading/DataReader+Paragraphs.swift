extension DataReader {
  mutating func add(_ kind: TextBlock.Kind, _ text: String, _ line: Int) {
    draft.blocks.append(TextBlock(kind, line: line, MarkupReader.read(text.scalars).out))
  }

  /// A text, which may have lines, marks and tags of its own.
  mutating func words(_ text: String, line: Int) {
    let isSSML = text.trimmedBlanks.hasPrefix("<speak")
    if isSSML, let part = try? XMLScript.ssml(text) {
      draft.blocks += part.blocks.map { block in
        var block = block
        block.line = line
        return block
      }
      return
    }
    for part in TextReader.lines(of: text) {
      let read = MarkupReader.read(
        ListMarker.removed(from: part.trimmed).map { $0 }, marks: [.markdown, .speech, .tags])
      guard !read.out.isEmpty else {
        draft.blocks.append(TextBlock(.gap, line: line))
        continue
      }
      draft.blocks.append(TextBlock(.text, line: line, read.out))
      for words in read.notes { draft.blocks.append(TextBlock(.note, line: line, words)) }
    }
  }

  mutating func note(_ key: String, _ text: String, line: Int) {
    guard text.scalars.isSpoken else { return }
    draft.blocks.append(TextBlock(.note, line: line, key + ": " + text))
  }
}
