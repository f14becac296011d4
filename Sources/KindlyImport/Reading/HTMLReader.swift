/// Reads HTML: headings, paragraphs, lists, tables; what surrounds a page is kept as notes.
struct HTMLReader {
  private var draft = ReadScript()
  private var text = MarkedText()
  private var kind = TextBlock.Kind.text
  private var style: MarkedText.Style = []
  private var line = 1
  private var notes: [(String, Int)] = []

  /// The attribute with which an exported page says how many milliseconds a silence lasts.
  static let silence = "data-silence"

  static func read(_ text: String) throws(ImportProblem) -> ReadScript {
    let document = try XMLNode.document(text, isHTML: true)
    var reader = HTMLReader()
    reader.draft.language = document.first("html")?.attributes["lang"].flatMap(Labels.language)
    reader.children(of: document)
    reader.endParagraph()
    return reader.draft
  }

  private mutating func children(of node: XMLNode) {
    for child in node.children {
      switch child {
      case .text(let words): append(words)
      case .comment(let words, let line): notes.append((words, line))
      case .node(let node): element(node)
      }
    }
  }

  private mutating func append(_ words: String) {
    for scalar in words.unicodeScalars {
      if scalar.isBlank && scalar != "\u{A0}" {
        if let last = text.scalars.last, !last.isBlank { text.append(" ", style) }
      } else if !scalar.isHidden, !scalar.isPicture {
        text.append(scalar, style)
      }
    }
  }

  private mutating func element(_ node: XMLNode) {
    if text.scalars.trimmed.isEmpty { line = node.line }
    if Self.isHidden(node) { return note(node.text, node.line) }
    if let time = node.attributes[Self.silence].flatMap({ Int($0) }),
      (1...86_400_000).contains(time)
    {
      endParagraph()
      draft.blocks.append(TextBlock(.silence(.exact(time)), line: node.line, read: node.text))
      return
    }
    switch node.name {
    case "script", "style", "noscript", "template", "svg", "iframe", "object", "math", "canvas":
      return
    case "head": head(node)
    case "nav", "footer", "form", "button", "label", "select", "option", "figcaption":
      endParagraph()
      note(node.text, node.line)
      endParagraph()
    case "h1", "h2", "h3", "h4", "h5", "h6":
      paragraph(node, .heading(node.name.utf8.last.map { Int($0) - 48 } ?? 1), isGap: true)
    case "blockquote": paragraph(node, .quote, isGap: true)
    case "p": paragraph(node, kind, isGap: true)
    case "li", "dt", "dd", "div", "section", "article", "main", "header", "aside", "tr", "figure",
      "details", "summary", "address", "body", "html", "ul", "ol", "dl", "center":
      paragraph(node, kind, isGap: node.name != "li" && node.name != "tr")
    case "br": endParagraph()
    case "hr":
      endParagraph()
      draft.blocks.append(TextBlock(.rule, line: node.line))
    case "table": table(node)
    case "pre":
      endParagraph()
      let part = TextReader.read(node.text, notation: .prose, offset: max(0, node.line - 1))
      draft.blocks += part.blocks
    case "i", "em", "cite": styled(node, .italic)
    case "b", "strong": styled(node, .bold)
    case "del", "s", "strike": note(node.text, node.line)
    case "sup": if Int(node.text.trimmedBlanks) == nil { children(of: node) }
    case "img", "audio", "video": media(node)
    case "a":
      children(of: node)
      if let address = node.attributes["href"], address.contains("//") { note(address, node.line) }
    default:
      let tag = Tag(name: node.name, attributes: node.attributes)
      if let cue = tag.cue { text.append(cue) }
      children(of: node)
    }
  }

  /// What a browser does not show.
  private static func isHidden(_ node: XMLNode) -> Bool {
    let style = node.attributes["style"]?.lowercased().filter { $0 != " " } ?? ""
    return node.attributes["hidden"] != nil || style.contains("display:none")
  }

  private mutating func head(_ node: XMLNode) {
    if let title = node.first("title")?.text, !BareWords.plain(title).isEmpty {
      // `Evening | A site`
      let parts = title.components(by: " | ").flatMap { $0.components(by: " – ") }
      draft.title = BareWords.plain(parts.first { $0.scalars.isSpoken } ?? title)
      draft.headerWords.append(parts.first { $0.scalars.isSpoken } ?? title)
      for part in parts.dropFirst() { note(part, node.line) }
    }
    for meta in node.nodes where meta.name == "meta" {
      let value = BareWords.plain(meta.attributes["content"] ?? "")
      guard !value.isEmpty else { continue }
      switch meta.attributes["name"]?.lowercased() {
      case "author": draft.author = value
      case "description": draft.summary = value
      default: continue
      }
    }
  }

  private mutating func media(_ node: XMLNode) {
    let file = node.attributes["src"] ?? node.first("source")?.attributes["src"] ?? ""
    if node.name == "audio", Tag.isBell(file) { text.append(.bell(times: 1)) }
    note(
      (node.attributes["alt"] ?? "") + " " + (node.name == "img" ? "" : file) + node.text, node.line
    )
  }

  private mutating func styled(_ node: XMLNode, _ own: MarkedText.Style) {
    let before = style
    style.formUnion(own)
    children(of: node)
    style = before
  }

  private mutating func paragraph(_ node: XMLNode, _ own: TextBlock.Kind, isGap: Bool) {
    endParagraph()
    let before = kind
    kind = own
    line = node.line
    children(of: node)
    endParagraph()
    kind = before
    if isGap, draft.blocks.last?.kind != .gap {
      draft.blocks.append(TextBlock(.gap, line: node.line))
    }
  }

  private mutating func table(_ node: XMLNode) {
    endParagraph()
    var rows: [(line: Int, cells: [String])] = []
    func collect(_ node: XMLNode) {
      for child in node.nodes {
        if child.name == "tr" {
          let cells = child.nodes.filter { $0.name == "td" || $0.name == "th" }
          rows.append((child.line, cells.map { Self.folded($0.text) }))
        } else {
          collect(child)
        }
      }
    }
    collect(node)
    var reader = TableReader(rows)
    draft.blocks += reader.blocks()
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func note(_ words: String, _ number: Int) {
    let words = Self.folded(words)
    if words.scalars.isSpoken { notes.append((words, number)) }
  }

  private mutating func endParagraph() {
    let part = PlainText.read(text)
    if !part.scalars.trimmed.isEmpty { draft.blocks.append(TextBlock(kind, line: line, part)) }
    for (words, number) in notes { draft.blocks.append(TextBlock(.note, line: number, words)) }
    notes = []
    text = MarkedText()
  }
}
