internal import CKindlyZip
import Glibc

/// Reads documents of Word (docx) and LibreOffice (odt): zip archives of XML.
struct OfficeReader {
  private var draft = ReadScript()
  private var text = MarkedText()
  private var paragraphs = 0
  /// Names of styles whose letters are bold or italic (odt).
  private var styles: [String: MarkedText.Style] = [:]
  private var notes: [String] = []

  /// Bytes of one file in the archive, unpacked, at most.
  private static let limit = 32 << 20

  /// The draft of a document.
  /// - Throws: `ImportProblem` where it is another kind of archive, or damaged.
  static func read(_ bytes: [UInt8]) throws(ImportProblem) -> ReadScript {
    guard kindly_zip_is_there() else {
      throw .libraryMissing(kind: "a document", package: "libzip4")
    }
    var reader = OfficeReader()
    if let document = try part("word/document.xml", of: bytes) {
      if let facts = try part("docProps/core.xml", of: bytes) { reader.facts(facts) }
      reader.word(document)
      reader.endParagraph()
      for name in ["word/footnotes.xml", "word/endnotes.xml", "word/comments.xml"] {
        guard let extra = try part(name, of: bytes) else { continue }
        for node in extra.nodes.flatMap(\.nodes) {
          let words = Self.words(of: node)
          if words.scalars.isSpoken {
            reader.draft.blocks.append(TextBlock(.note, line: max(1, reader.paragraphs), words))
          }
        }
      }
      return reader.draft
    }
    if let document = try part("content.xml", of: bytes) {
      if let facts = try part("meta.xml", of: bytes) { reader.facts(facts) }
      reader.collectStyles(document)
      reader.openDocument(document)
      reader.endParagraph()
      return reader.draft
    }
    throw .notText(
      kind: "a zip archive without a Word or OpenDocument text",
      advice: "Unpack it, or save the document as .docx, .odt or .txt, and import that.")
  }

  private static func part(_ name: String, of archive: [UInt8]) throws(ImportProblem) -> XMLNode? {
    var length = 0
    guard let bytes = kindly_zip_file(archive, archive.count, name, limit, &length) else {
      return nil
    }
    defer { free(bytes) }
    let text = try Decoding.text(of: Array(UnsafeBufferPointer(start: bytes, count: length))).text
    return try XMLNode.document(text, isHTML: false)
  }

  private mutating func facts(_ node: XMLNode) {
    if let title = node.first("title")?.text, !BareWords.plain(title).isEmpty {
      draft.title = BareWords.plain(title)
      draft.headerWords.append(title)
    }
    let author = node.first("creator")?.text ?? node.first("initial-creator")?.text
    if let author, !BareWords.plain(author).isEmpty { draft.author = BareWords.plain(author) }
    if let tag = node.first("language")?.text, let known = Labels.language(tag.trimmedBlanks) {
      draft.language = known
    }
  }

  // MARK: - Word, whose names are read in lower case

  private mutating func word(_ node: XMLNode) {
    for child in node.nodes {
      switch child.localName {
      case "p": wordParagraph(child)
      case "tbl": table(child, row: "tr", cell: "tc")
      case "sectpr", "del", "movefrom": continue
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
    for child in node.nodes {
      switch child.localName {
      case "r": runs(of: child, style: Self.look(of: child))
      case "t": text.append(child.text, style)
      case "tab", "nobreakhyphen": text.append(child.localName == "tab" ? " " : "-", style)
      case "br", "cr": endParagraph()
      case "del", "movefrom", "instrtext", "deltext", "ppr", "rpr", "fldchar": continue
      case "p": wordParagraph(child)
      default: runs(of: child, style: style)
      }
    }
  }

  private static func look(of run: XMLNode) -> MarkedText.Style {
    guard let facts = run.nodes.first(where: { $0.localName == "rpr" }) else { return [] }
    var style: MarkedText.Style = []
    for fact in facts.nodes {
      let isOff = ["0", "false", "off", "none"].contains(fact.attribute("val") ?? "")
      if isOff { continue }
      if fact.localName == "i" { style.insert(.italic) }
      if fact.localName == "b" { style.insert(.bold) }
    }
    return style
  }

  /// The words of a footnote or comment.
  private static func words(of node: XMLNode) -> String {
    node.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func table(_ node: XMLNode, row: String, cell: String) {
    endParagraph()
    var rows: [(line: Int, cells: [String])] = []
    for line in node.nodes where line.localName == row {
      paragraphs += 1
      rows.append(
        (paragraphs, line.nodes.filter { $0.localName == cell }.map { Self.cell($0) }))
    }
    // One column is a frame around text, no table.
    if rows.allSatisfy({ $0.cells.count < 2 }) {
      for row in rows {
        for cell in row.cells { draft.blocks.append(TextBlock(.text, line: row.line, cell)) }
      }
      return
    }
    var reader = TableReader(rows)
    draft.blocks += reader.blocks()
  }

  private static func cell(_ node: XMLNode) -> String {
    node.nodes.filter { $0.localName == "p" || $0.localName == "h" }.map(words).joined(
      separator: " ")
  }

  // MARK: - OpenDocument

  private mutating func collectStyles(_ document: XMLNode) {
    func collect(_ node: XMLNode) {
      for child in node.nodes {
        if child.localName == "style", let name = child.attribute("name") {
          let facts = child.first("text-properties")
          var style: MarkedText.Style = []
          if facts?.attribute("font-style") == "italic" { style.insert(.italic) }
          if facts?.attribute("font-weight") == "bold" { style.insert(.bold) }
          styles[name] = style
        } else if child.localName == "automatic-styles" || child.localName == "styles" {
          collect(child)
        }
      }
    }
    for node in document.nodes { collect(node) }
    collect(document)
  }

  private mutating func openDocument(_ node: XMLNode) {
    for child in node.nodes {
      switch child.localName {
      case "p", "h":
        paragraphs += 1
        spans(of: child, style: styles[child.attribute("style-name") ?? ""] ?? [])
        let level = child.attribute("outline-level").flatMap { Int($0) } ?? 1
        let isTitle = (child.attribute("style-name") ?? "").lowercased() == "title"
        endParagraph(isTitle ? .heading(1) : child.localName == "h" ? .heading(level) : .text)
      case "table": table(child, row: "table-row", cell: "table-cell")
      case "tracked-changes", "automatic-styles", "styles", "font-face-decls", "scripts",
        "sequence-decls", "forms":
        continue
      default: openDocument(child)
      }
    }
  }

  private mutating func spans(of node: XMLNode, style: MarkedText.Style) {
    for child in node.children {
      switch child {
      case .text(let words): text.append(words, style)
      case .comment: continue
      case .node(let node):
        switch node.localName {
        case "s": text.append(" ", style)
        case "tab": text.append(" ", style)
        case "line-break": endParagraph()
        case "span":
          spans(of: node, style: style.union(styles[node.attribute("style-name") ?? ""] ?? []))
        case "note", "annotation":
          let body = node.first("note-body") ?? node
          notes.append(Self.words(of: body))
        default: spans(of: node, style: style)
        }
      }
    }
  }

  private mutating func endParagraph(_ kind: TextBlock.Kind = .text) {
    let line = max(1, paragraphs)
    if text.scalars.trimmed.isEmpty {
      if draft.blocks.last?.kind != .gap { draft.blocks.append(TextBlock(.gap, line: line)) }
    } else {
      let part = PlainText.read(text)
      draft.blocks.append(TextBlock(kind, line: line, part))
    }
    for words in notes where words.scalars.isSpoken {
      draft.blocks.append(TextBlock(.note, line: line, words))
    }
    notes = []
    text = MarkedText()
  }
}
