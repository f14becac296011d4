/// LibreOffice's documents.
extension OfficeReader {
  /// Reads how letters look in each style; the names of those whose letters nobody sees.
  mutating func collectStyles(_ document: XMLNode) -> Set<String> {
    var hidden: Set<String> = []
    for style in ["automatic-styles", "styles"].flatMap(document.outermost)
      .flatMap({ $0.outermost("style") })
    {
      guard let name = style.attribute("name"), let facts = style.first("text-properties") else {
        continue
      }
      var look: MarkedText.Style = []
      if facts.attribute("font-style") == "italic" { look.insert(.italic) }
      if facts.attribute("font-weight") == "bold" { look.insert(.bold) }
      styles[name] = look
      if facts.attribute("display") == "none" { hidden.insert(name) }
    }
    return hidden
  }

  mutating func openDocument(_ node: XMLNode) {
    for child in node.children {
      guard let child = element(child) else { continue }
      switch child.localName {
      case "p", "h":
        paragraphs += 1
        spans(of: child, style: styles[child.attribute("style-name") ?? ""] ?? [])
        let level = child.attribute("outline-level").flatMap { Int($0) } ?? 1
        let isTitle = (child.attribute("style-name") ?? "").lowercased() == "title"
        endParagraph(isTitle ? .heading(1) : child.localName == "h" ? .heading(level) : .text)
      case "table":
        table(child, row: "table-row", cell: "table-cell") { $0.openDocument($1) }
      default: openDocument(child)
      }
    }
  }

  private mutating func spans(of node: XMLNode, style: MarkedText.Style) {
    for child in node.children {
      switch child {
      case .text(let words): text.append(words, style)
      case .comment(let hidden, _): notes.append(hidden)
      case .node(let node):
        switch node.localName {
        case "s": text.append(" ", style)
        case "tab": text.append(" ", style)
        case "line-break": endParagraph()
        case "span":
          spans(of: node, style: style.union(styles[node.attribute("style-name") ?? ""] ?? []))
        case "note", "annotation":
          let body = node.first("note-body") ?? node
          notes.append(words(of: body))
        default: spans(of: node, style: style)
        }
      }
    }
  }
}
