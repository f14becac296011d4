import KindlyBase

/// Reads rich text (RTF): its paragraphs, with bold and italic.
struct RTFReader {
  private let bytes: [UInt8]
  private var index = 0
  private var draft = ReadScript()
  private var text = MarkedText()
  private var info = ""
  private var footnote = ""
  private var state = State()
  private var stack: [State] = []
  private var codePage = "CP1252"
  private var pendingBytes: [UInt8] = []
  private var paragraph = 1
  private var skip = 0

  private struct State {
    var style: MarkedText.Style = []
    var isHidden = false
    var isTitle = false
    var isFootnote = false
    var unicodeSkip = 1
  }

  static func read(_ bytes: [UInt8]) -> ReadScript {
    var reader = RTFReader(bytes: bytes)
    while reader.index < bytes.count { reader.step() }
    reader.endParagraph()
    let title = BareWords.plain(reader.info)
    if !title.isEmpty {
      reader.draft.title = title
      reader.draft.headerWords.append(title)
    }
    return reader.draft
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func step() {
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "{"):
      flushBytes()
      if stack.count < 500 { stack.append(state) }
    case UInt8(ascii: "}"):
      flushBytes()
      state = stack.popLast() ?? State()
    case UInt8(ascii: "\\"): control()
    case 0x0A, 0x0D: return
    default: put(byte)
    }
  }

  private mutating func put(_ byte: UInt8) {
    if skip > 0 {
      skip -= 1
      return
    }
    if byte < 0x80 {
      flushBytes()
      put(Scalar(byte))
    } else {
      pendingBytes.append(byte)
    }
  }

  private mutating func put(_ scalar: Scalar) {
    if state.isTitle { info.unicodeScalars.append(scalar) }
    guard !state.isHidden, !state.isTitle else { return }
    if state.isFootnote {
      footnote.unicodeScalars.append(scalar)
    } else {
      text.append(scalar, state.style)
    }
  }

  /// Bytes beyond ASCII are letters of the document's code page, some of them two to a letter.
  private mutating func flushBytes() {
    guard !pendingBytes.isEmpty else { return }
    let decoded =
      Decoding.converted(pendingBytes, from: codePage)
      ?? pendingBytes.map(Windows1252.scalar).text
    pendingBytes = []
    for scalar in decoded.unicodeScalars { put(scalar) }
  }

  // MARK: - Control words

  private mutating func control() {
    guard index < bytes.count else { return }
    let byte = bytes[index]
    if !Scalar(byte).isLetter {
      index += 1
      symbol(byte)
      return
    }
    flushBytes()
    var name = ""
    while index < bytes.count, Scalar(bytes[index]).isLetter, name.utf8.count < 32 {
      name.unicodeScalars.append(Scalar(bytes[index]))
      index += 1
    }
    var digits = ""
    while index < bytes.count, digits.utf8.count < 11,
      bytes[index] == UInt8(ascii: "-") && digits.isEmpty || Scalar(bytes[index]).digit != nil
    {
      digits.unicodeScalars.append(Scalar(bytes[index]))
      index += 1
    }
    if index < bytes.count, bytes[index] == 0x20 { index += 1 }
    word(name, Int(digits))
  }

  private mutating func symbol(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "'"):
      let hex = String(decoding: bytes[index..<min(index + 2, bytes.count)], as: UTF8.self)
      index = min(index + 2, bytes.count)
      if let value = UInt8(hex, radix: 16) {
        if skip > 0 { skip -= 1 } else { value < 0x80 ? put(value) : pendingBytes.append(value) }
      }
      return
    case UInt8(ascii: "*"): state.isHidden = true
    case UInt8(ascii: "~"): put("\u{A0}")
    case UInt8(ascii: "_"): put("-")
    case UInt8(ascii: "-"): return
    case 0x0A, 0x0D: endParagraph()
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): put(byte)
    default: return
    }
  }

  private static let hidden = Vocabulary.set(
    "fonttbl colortbl stylesheet info pict object header footer headerl headerr headerf footerl "
      + "footerr footerf listtable listoverridetable generator themedata datastore fldinst xmlnstbl "
      + "revtbl rsidtbl latentstyles bkmkstart bkmkend expandedcolortbl filetbl")

  private mutating func word(_ name: String, _ value: Int?) {
    switch name {
    case "par", "sect", "page", "row": if state.isFootnote { put(" ") } else { endParagraph() }
    case "footnote": state.isFootnote = true
    case "line": endParagraph(isGap: false)
    case "tab", "cell": put(" ")
    case "b": state.style = value == 0 ? state.style.subtracting(.bold) : state.style.union(.bold)
    case "i":
      state.style = value == 0 ? state.style.subtracting(.italic) : state.style.union(.italic)
    case "plain": state.style = []
    case "v", "deleted": state.isHidden = value != 0
    case "title" where state.isHidden: (state.isTitle, state.isHidden) = (true, false)
    case "u":
      if let value {
        put(unicode: value)
        skip = state.unicodeSkip
      }
    case "uc": state.unicodeSkip = min(max(value ?? 1, 0), 8)
    case "ansicpg": codePage = "CP\(value ?? 1252)"
    case "mac": codePage = "MACINTOSH"
    case "emdash": put("—")
    case "endash": put("–")
    case "lquote": put("‘")
    case "rquote": put("’")
    case "ldblquote": put("“")
    case "rdblquote": put("”")
    case "bullet": put("•")
    case "bin": index = min(bytes.count, index + max(0, value ?? 0))
    case _ where Self.hidden.contains(name): state.isHidden = true
    default: return
    }
  }

  private var surrogate: UInt32?

  private mutating func put(unicode value: Int) {
    let unit = UInt32(truncatingIfNeeded: value < 0 ? value + 65_536 : value)
    if 0xD800...0xDBFF ~= unit {
      surrogate = unit
    } else if 0xDC00...0xDFFF ~= unit {
      if let first = surrogate,
        let scalar = Scalar(0x10000 + ((first - 0xD800) << 10) + (unit - 0xDC00))
      {
        put(scalar)
      }
      surrogate = nil
    } else if let scalar = Scalar(unit) {
      put(scalar)
    }
  }

  private mutating func endParagraph(isGap: Bool = true) {
    flushBytes()
    guard !state.isHidden || !text.isEmpty else { return }
    if text.scalars.trimmed.isEmpty {
      draft.blocks.append(TextBlock(.gap, line: paragraph))
    } else {
      draft.blocks.append(TextBlock(.text, line: paragraph, PlainText.read(text)))
    }
    if footnote.scalars.isSpoken {
      draft.blocks.append(TextBlock(.note, line: paragraph, footnote.trimmedBlanks))
    }
    footnote = ""
    if isGap || !text.isEmpty { paragraph += 1 }
    text = MarkedText()
  }
}
