import KindlyBase

/// Reads SSML and the dialects of speech services.
struct XMLScript {
  private var draft = ReadScript()
  private var text = MarkedText()
  private var line = 1
  /// Words in a sentence of its own are speech, whatever they are.
  private var style: MarkedText.Style = []

  /// The draft of an SSML document.
  static func ssml(_ text: String, offset: Int = 0) throws(ImportProblem) -> ReadScript {
    let document = try XMLNode.document(withoutEntities(text), isHTML: false)
    var script = XMLScript()
    script.draft.mayHaveHeader = false
    script.draft.language = document.first("speak")?.attribute("lang").flatMap(Labels.language)
    script.read(document)
    script.endParagraph(isGap: false)
    if offset > 0 {
      for index in script.draft.blocks.indices { script.draft.blocks[index].line += offset }
    }
    return script.draft
  }

  /// The text with HTML's entities decoded, which XML knows nothing of.
  static func withoutEntities(_ text: String) -> String {
    guard text.contains("&") else { return text }
    let scalars = text.scalars
    var out: [Scalar] = []
    out.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "&" else {
        out.append(scalars[index])
        index += 1
        continue
      }
      if let (decoded, after) = Entities.decoded(in: scalars, at: index) {
        let name = scalars[(index + 1)..<(after - 1)].text
        if name.hasPrefix("#") || CharacterReference.predefined.contains(name) {
          out += scalars[index..<after]
        } else {
          out += decoded
        }
        index = after
      } else {
        // A bare `&` would end the document.
        out += "&amp;".unicodeScalars
        index += 1
      }
    }
    return out.text
  }

  private mutating func read(_ node: XMLNode) {
    for child in node.children {
      switch child {
      case .text(let words): append(words)
      case .comment(let words, let number): comment(words, number)
      case .node(let node): element(node)
      }
    }
  }

  /// Text with single blanks where the source has line ends.
  private mutating func append(_ words: String) {
    for scalar in words.unicodeScalars {
      if scalar.isBlank {
        if let last = text.scalars.last, !last.isBlank { text.append(" ", style) }
      } else {
        text.append(scalar, style)
      }
    }
  }

  private mutating func comment(_ words: String, _ number: Int) {
    let words = Entities.decoded(words.scalars).trimmedBlanks
    endParagraph(isGap: false)
    if let direction = Direction(words.scalars[...], at: .sentence, in: .english),
      case .bell(let times) = direction.meanings[0]
    {
      draft.blocks.append(TextBlock(.bell(times: times), line: number, read: words))
      return
    }
    if words.hasPrefix("# ") {
      draft.blocks.append(TextBlock(.heading(2), line: number, String(words.dropFirst(2))))
    } else if words.lowercased().hasPrefix("title: "), draft.title == nil {
      draft.title = BareWords.plain(String(words.dropFirst(7)))
      draft.headerWords.append(words)
    } else {
      draft.blocks.append(TextBlock(.note, line: number, words))
    }
  }

  private mutating func element(_ node: XMLNode) {
    if text.isEmpty { line = node.line }
    let tag = Tag(name: node.name, attributes: node.attributes)
    switch node.localName {
    case "p", "paragraph":
      endParagraph(isGap: false)
      read(node)
      endParagraph(isGap: true)
    case "s", "sentence":
      if text.scalars.isSpoken { endParagraph(isGap: false) }
      style = .spoken
      read(node)
      style = []
      endParagraph(isGap: false)
    case "sub":
      text.append(node.attribute("alias") ?? node.text, .spoken)
      if node.attribute("alias") != nil { note(node.text, node.line) }
    case "audio":
      let file = node.attribute("src") ?? ""
      if Tag.isBell(file) || Tag.isBell(node.text) { text.append(.bell(times: 1)) }
      note(file + " " + node.text, node.line)
    case "silence" where node.attribute("value") != nil:
      if let kind = Tag.silence(node.attribute("value") ?? "", unit: "ms") { text.append(kind) }
    case "metadata", "meta", "lexicon", "desc", "style", "script": note(node.text, node.line)
    case "title" where draft.title == nil:
      draft.title = BareWords.plain(node.text)
      draft.headerWords.append(node.text)
    default:
      if let cue = tag.cue {
        text.append(cue)
        read(node)
      } else {
        read(node)
      }
    }
  }

  private mutating func note(_ words: String, _ number: Int) {
    if words.scalars.isSpoken { notes.append((words.trimmedBlanks, number)) }
  }

  /// Notes that wait for the end of the paragraph they are beside.
  private var notes: [(String, Int)] = []

  private mutating func endParagraph(isGap: Bool) {
    let whole = text.scalars.trimmed
    if !whole.isEmpty {
      draft.blocks.append(
        TextBlock(.text, line: line, text.part(whole.startIndex..<whole.endIndex)))
    }
    for (words, number) in notes { draft.blocks.append(TextBlock(.note, line: number, words)) }
    notes = []
    if isGap { draft.blocks.append(TextBlock(.gap, line: line)) }
    text = MarkedText()
  }
}
