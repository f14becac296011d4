/// Word's documents, whose names are read in lower case.
extension OfficeReader {
  mutating func word(_ node: XMLNode) {
    for child in node.nodes {
      switch child.localName {
      case "p": wordParagraph(child)
      case "tbl": table(child, row: "tr", cell: "tc") { $0.word($1) }
      default: word(child)
      }
    }
  }

  private mutating func wordParagraph(_ node: XMLNode) {
    paragraphs += 1
    let look = node.nodes.first { $0.localName == "ppr" }?.first("pstyle")?.attribute("val") ?? ""
    let name = look.lowercased()
    var kind = TextBlock.Kind.text
    if name == "title" || name == "titel" || name == "ttulo" || name == "titre" {
      kind = .heading(1)
    } else if let level = Self.headingLevel(name) {
      kind = .heading(level)
    } else if name.contains("quote") || name.contains("zitat") {
      kind = .quote
    }
    runs(of: node, style: [])
    endParagraph(kind)
  }

  /// `Heading2`, `berschrift2`, `Ttulo1`, `Titre1`.
  private static func headingLevel(_ name: String) -> Int? {
    guard let digit = name.last?.wholeNumberValue, digit > 0 else { return nil }
    let stem = name.dropLast()
    return ["heading", "berschrift", "überschrift", "ttulo", "título", "titre", "heading "]
      .contains(String(stem)) ? digit : nil
  }

  private mutating func runs(of node: XMLNode, style: MarkedText.Style) {
    for child in node.children {
      guard let child = element(child) else { continue }
      switch child.localName {
      case "r": runs(of: child, style: Self.look(of: child))
      case "t": text.append(child.text, style)
      case "tab", "nobreakhyphen": text.append(child.localName == "tab" ? " " : "-", style)
      case "br", "cr": endParagraph()
      case "ppr", "rpr": continue
      case "p": wordParagraph(child)
      default: runs(of: child, style: style)
      }
    }
  }

  private static func look(of run: XMLNode) -> MarkedText.Style {
    guard let facts = run.nodes.first(where: { $0.localName == "rpr" }) else { return [] }
    var style: MarkedText.Style = []
    for fact in facts.nodes where fact.isOn {
      if fact.localName == "i" { style.insert(.italic) }
      if fact.localName == "b" { style.insert(.bold) }
    }
    return style
  }
}
