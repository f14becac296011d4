/// What a person sees of a Word or OpenDocument text.
///
/// What was deleted, what only programs read, and the twin of a text box for older programs are left
/// out. Hidden words become comments, as they are in HTML: nobody is to hear them, and none is lost.
struct VisibleDocument {
  /// Styles of an OpenDocument text whose letters are hidden.
  let hiddenStyles: Set<String>

  private static let unseen: Set<Substring> = [
    // Word.
    "sectpr", "del", "movefrom", "deltext", "instrtext", "fldchar", "fallback",
    // OpenDocument.
    "tracked-changes", "automatic-styles", "styles", "font-face-decls", "scripts", "sequence-decls",
    "forms",
  ]

  /// The same element with what is seen in it: itself where that is all of it.
  func seen(of node: XMLNode) -> XMLNode {
    var children: [XMLNode.Child] = []
    var isWhole = true
    for child in node.children {
      guard case .node(let inner) = child else {
        children.append(child)
        continue
      }
      if Self.unseen.contains(inner.localName) {
        isWhole = false
      } else if isHidden(inner) {
        isWhole = false
        hide(inner, in: &children)
      } else {
        let seen = seen(of: inner)
        isWhole = isWhole && seen === inner
        children.append(.node(seen))
      }
    }
    return isWhole ? node : node.holding(children)
  }

  /// One run after another is one sentence; paragraphs stay apart.
  private func hide(_ node: XMLNode, in children: inout [XMLNode.Child]) {
    let isSection = node.localName == "section"
    var words = isSection ? node.nodes.map(\.text).joined(separator: " ") : node.text
    if case .comment(let before, _)? = children.last {
      words = before + (node.localName == "r" || node.localName == "span" ? "" : " ") + words
      children.removeLast()
    }
    children.append(.comment(words, line: node.line))
  }

  private func isHidden(_ node: XMLNode) -> Bool {
    switch node.localName {
    case "r":
      node.nodes.first { $0.localName == "rpr" }?.nodes.contains {
        $0.localName == "vanish" && $0.isOn
      } ?? false
    case "span", "p", "h": hiddenStyles.contains(node.attribute("style-name") ?? "")
    case "section": node.attribute("display") == "none"
    case "hidden-text", "hidden-paragraph": node.attribute("is-hidden") == "true"
    default: false
    }
  }
}

extension XMLNode {
  /// Whether a property of Word's, such as `<w:b/>` or `<w:i w:val="0"/>`, is set.
  var isOn: Bool { !["0", "false", "off", "none"].contains(attribute("val") ?? "") }
}
