internal import CKindlyZip
import Glibc

/// Reads documents of Word (docx) and LibreOffice (odt): zip archives of XML.
struct OfficeReader {
  var draft = ReadScript()
  var text = MarkedText()
  var paragraphs = 0
  /// Names of styles whose letters are bold or italic (odt).
  var styles: [String: MarkedText.Style] = [:]
  /// Remarks of the paragraph that is being read.
  var notes: [String] = []

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
      let visible = VisibleDocument(hiddenStyles: [])
      reader.word(visible.seen(of: document))
      reader.endParagraph()
      for name in ["word/footnotes.xml", "word/endnotes.xml", "word/comments.xml"] {
        guard let extra = try part(name, of: bytes) else { continue }
        for node in visible.seen(of: extra).nodes.flatMap(\.nodes) {
          reader.notes.append(reader.words(of: node))
          reader.endNotes()
        }
      }
      return reader.draft
    }
    if let document = try part("content.xml", of: bytes) {
      if let facts = try part("meta.xml", of: bytes) { reader.facts(facts) }
      let visible = VisibleDocument(hiddenStyles: reader.collectStyles(document))
      reader.openDocument(visible.seen(of: document))
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

  /// The element that a child is; hidden words go to the notes.
  mutating func element(_ child: XMLNode.Child) -> XMLNode? {
    if case .comment(let hidden, _) = child { notes.append(hidden) }
    return if case .node(let node) = child { node } else { nil }
  }

  /// The words of a cell, a footnote or a comment, those of its paragraphs apart; what is no part of
  /// them goes to the notes.
  mutating func words(of node: XMLNode) -> String {
    var words = ""
    collect(node, into: &words)
    return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func collect(_ node: XMLNode, into words: inout String) {
    for child in node.children {
      switch child {
      case .text(let text): words += text
      case .comment(let hidden, _): notes.append(hidden)
      case .node(let node):
        switch node.localName {
        case "ppr", "rpr": continue
        case "note", "annotation": notes.append(self.words(of: node.first("note-body") ?? node))
        case "p", "h", "tab", "s", "br", "cr", "line-break", "creator", "date":
          collect(node, into: &words)
          words += " "
        case "nobreakhyphen": words += "-"
        default: collect(node, into: &words)
        }
      }
    }
  }

  /// - Parameter read: reads what stands in a cell as it would stand outside.
  mutating func table(
    _ node: XMLNode, row: String, cell: String, read: (inout OfficeReader, XMLNode) -> Void
  ) {
    endParagraph()
    let rows = node.outermost(row).map { $0.outermost(cell) }
    // One column is a frame around text, no table.
    if rows.allSatisfy({ $0.count < 2 }) {
      for cell in rows.joined() { read(&self, cell) }
      return
    }
    var lines: [(line: Int, cells: [String])] = []
    for cells in rows {
      paragraphs += 1
      lines.append((paragraphs, cells.map { words(of: $0) }))
    }
    var reader = TableReader(lines)
    draft.blocks += reader.blocks()
    endNotes()
  }

  mutating func endParagraph(_ kind: TextBlock.Kind = .text) {
    let line = max(1, paragraphs)
    if text.scalars.trimmed.isEmpty {
      if draft.blocks.last?.kind != .gap { draft.blocks.append(TextBlock(.gap, line: line)) }
    } else {
      let part = PlainText.read(text)
      draft.blocks.append(TextBlock(kind, line: line, part))
    }
    text = MarkedText()
    endNotes()
  }

  /// Remarks stand behind the paragraph they belong to.
  mutating func endNotes() {
    for words in notes where words.scalars.isSpoken {
      draft.blocks.append(TextBlock(.note, line: max(1, paragraphs), words))
    }
    notes = []
  }
}
