extension StepBuilder {
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
