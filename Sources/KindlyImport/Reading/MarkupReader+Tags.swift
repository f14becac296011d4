extension MarkupReader {
  mutating func entity() {
    guard let (text, after) = Entities.decoded(in: text, at: index) else { return take() }
    // `&lt;3` is no tag.
    for scalar in text { out.append(scalar, .literal) }
    index = after
  }

  mutating func tag() {
    let next = peek(1) ?? " "
    if next == "#", let end = text[index...].prefix(20).firstIndex(of: ">"), end > index + 2 {
      // `<#3#>`: seconds.
      pause(of: text[(index + 2)..<end].filter { $0 != "#" }, unit: "s", to: end + 1)
      return
    }
    if next == "<", let end = Tag.end(in: text, from: index + 1), end + 1 < text.count,
      text[end + 1] == ">"
    {
      // `<<pause:2s>>`
      let tag = Tag(text[(index + 2)..<end])
      index = end + 2
      take(tag)
      return
    }
    guard next.isLetter || next == "/" || next == "!" || next == "?",
      let end = Tag.end(in: text, from: index)
    else { return take() }
    let inner = text[(index + 1)..<end]
    if next == "!" || next == "?" {
      if next == "!" { note(inner.filter { $0 != "!" && $0 != "-" }.text) }
      index = end + 1
      return
    }
    if inner.contains(where: { $0 == "@" }) || inner.starts(with: "http".unicodeScalars) {
      note(inner.text)
      index = end + 1
      return
    }
    let tag = Tag(inner)
    index = end + 1
    take(tag)
  }

  private mutating func pause(of digits: [Scalar], unit: String, to end: Int) {
    let words = digits.text + " " + unit
    index = end
    if let (amount, _) = AmountReader(
      tokens: DirectionToken.tokens(of: words.scalars[...]), words: .english
    ).amount(at: 0) {
      out.append(.silence(amount.pause(isAbout: false)), read: digits.text)
    } else {
      note(digits.text)
    }
  }

  mutating func take(_ tag: Tag) {
    switch tag.name {
    case "sub" where !tag.isClosing && tag.attributes["alias"] != nil:
      let start = index
      let end = text[index...].firstIndex(of: "<") ?? text.count
      out.append(tag.attributes["alias"] ?? "", .spoken)
      note(text[start..<end].text)
      index = end
    case "i", "em", "cite": style(tag, "*", 1)
    case "b", "strong": style(tag, "*", 2)
    case "br", "p", "s", "div", "li", "speak", "sentence", "paragraph": out.append(" ")
    case "style" where !tag.isClosing, "script" where !tag.isClosing: index = text.count
    case "audio" where !tag.isClosing: audio(tag)
    default:
      if let cue = tag.cue {
        out.append(cue)
      } else if !tag.isKnown,
        let direction = Direction(
          tag.written.scalars[...], at: .brackets, in: .english)
      {
        for meaning in direction.meanings {
          if case .silence(let pause) = meaning { out.append(.silence(pause), read: tag.written) }
          if case .bell(let times) = meaning { out.append(.bell(times: times), read: tag.written) }
        }
      } else if !tag.isKnown, !tag.isClosing {
        note(tag.written)
      }
    }
  }

  /// A recording, and the words for those who can't hear it.
  private mutating func audio(_ tag: Tag) {
    let file = tag.attributes["src"] ?? ""
    if Tag.isBell(file) { out.append(.bell(times: 1)) }
    note(file)
    guard !tag.written.hasSuffix("/") else { return }
    let end = text[index...].firstIndex(of: "<") ?? text.count
    note(text[index..<end].text)
    index = end
  }

  mutating func style(_ tag: Tag, _ mark: Scalar, _ count: Int) {
    if !tag.isClosing {
      open.append((mark, count, out.scalars.count))
    } else if let last = open.lastIndex(where: { $0.mark == mark && $0.count == count }) {
      out.add(count == 1 ? .italic : .bold, to: open[last].at..<out.scalars.count)
      open.removeSubrange(last...)
    }
  }
}
