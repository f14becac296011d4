extension StepBuilder {
  /// The first line, where it is a few words that end no sentence and most others do.
  func titleLine(of blocks: [TextBlock], after chatter: Set<Int>) -> Int? {
    guard draft.title == nil, draft.mayHaveHeader,
      let first = blocks.indices.first(where: {
        !chatter.contains($0) && blocks[$0].text.scalars.isSpoken && blocks[$0].kind != .note
      }), blocks[first].kind == .text, blocks[first].text.cues.isEmpty
    else { return nil }
    let line = blocks[first].text.scalars.trimmed
    guard isHeadingLike(line, words: 8), line.count < 70,
      line.first?.properties.isUppercase == true,
      line.last?.isLetter == true || line.last?.digit != nil,
      !line.contains(where: { $0.isBracket || $0 == ":" || $0 == "…" }),
      !line.text.contains(".."),
      Direction(line, at: .line, in: words) == nil
    else { return nil }
    let tokens = DirectionToken.tokens(of: line)
    let isAddress = tokens.contains {
      if case .word(let word) = $0 {
        words.address.contains(word) || word == "welcome"
      } else {
        false
      }
    }
    let others = blocks[(first + 1)...].filter { $0.kind == .text && $0.text.scalars.isSpoken }
    let ended = others.count { block in
      block.text.scalars.last { !$0.isBlank && !$0.isQuote }
        .map { $0.endsSentence || ")]}:,".unicodeScalars.contains($0) || $0 == MarkedText.cue }
        ?? false
    }
    return !isAddress && !others.isEmpty && ended * 3 >= others.count * 2 ? first : nil
  }

  /// `by Ana`, `von Ana` under the title.
  func isByline(_ block: TextBlock) -> Bool {
    let parts = block.text.scalars.trimmed.split(whereSeparator: \.isBlank)
    guard block.kind == .text, (2...5).contains(parts.count), parts.last?.last?.isLetter == true,
      parts[1].first?.properties.isUppercase == true
    else { return false }
    return ["by", "von", "por", "par", "द्वारा"].contains(parts[0].text.lowercased())
  }

  /// The heading that names the whole though it is none of the first level: it stands before everything
  /// that is spoken, and above all other headings.
  func titleHeading(of blocks: [TextBlock], after chatter: Set<Int>) -> Int? {
    guard draft.title == nil,
      let first = blocks.indices.first(where: { index in
        !chatter.contains(index) && blocks[index].kind != .note
          && blocks[index].text.scalars.isSpoken
      })
    else { return nil }
    let text = blocks[first].text
    let core = BareWords.core(of: text.scalars[...])
    guard text.cues.isEmpty, core.hasSeveralWords, isHeadingLike(core, words: 10),
      !isAsideHeading(core), Direction(core, at: .line, in: words) == nil,
      let level = level(of: blocks[first])
    else { return nil }
    let others = blocks[(first + 1)...].compactMap { self.level(of: $0) }
    return level > 1 && others.allSatisfy { $0 > level } ? first : nil
  }

  /// The level of a heading, or of a bold line that is read as one.
  private func level(of block: TextBlock) -> Int? {
    switch block.kind {
    case .heading(let level): return level
    case .text where isBoldLine(block.text):
      let core = BareWords.core(of: block.text.scalars[...])
      let isCue = enclosed(core) != nil || Direction(core, at: .line, in: words) != nil
      return !isCue && isHeadingLike(core, words: 12) ? 7 : nil
    default: return nil
    }
  }
}
