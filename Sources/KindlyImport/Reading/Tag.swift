/// A tag of SSML, HTML or a speech service in the middle of a text.
struct Tag {
  var name: String
  var attributes: [String: String] = [:]
  var isClosing = false
  /// What stands between its angle brackets.
  var written: String

  init(_ inner: ArraySlice<Scalar>) {
    written = inner.text
    var rest = inner
    if rest.first == "/" {
      isClosing = true
      rest.removeFirst()
    }
    let end = rest.firstIndex {
      !($0.isLetter || $0.digit != nil || "-_:".unicodeScalars.contains($0))
    }
    name = rest[..<(end ?? rest.endIndex)].text.lowercased()
    readAttributes(rest[(end ?? rest.endIndex)...])
  }

  init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
    written = name
  }

  /// The index of the `>` that ends the tag at `start`, not one in quotation marks.
  static func end(in text: [Scalar], from start: Int) -> Int? {
    var quote: Scalar?
    for index in start..<min(text.count, start + 600) {
      let scalar = text[index]
      if let mark = quote {
        if scalar == mark { quote = nil }
      } else if scalar == "\"" || scalar == "'" && index > start && text[index - 1] == "=" {
        quote = scalar
      } else if scalar == ">" {
        return index
      } else if scalar == "<", index > start {
        return nil
      }
    }
    return nil
  }

  private mutating func readAttributes(_ text: ArraySlice<Scalar>) {
    var index = text.startIndex
    while index < text.endIndex {
      while index < text.endIndex, !text[index].isLetter { index += 1 }
      let start = index
      while index < text.endIndex, !text[index].isBlank, text[index] != "=", text[index] != "/" {
        index += 1
      }
      let key = text[start..<index].text.lowercased()
      guard index < text.endIndex, text[index] == "=" else { continue }
      index += 1
      guard index < text.endIndex else { return }
      let quote = text[index]
      var value: [Scalar] = []
      if quote == "\"" || quote == "'" {
        index += 1
        while index < text.endIndex, text[index] != quote {
          value.append(text[index])
          index += 1
        }
        index += 1
      } else {
        while index < text.endIndex, !text[index].isBlank, text[index] != "/" {
          value.append(text[index])
          index += 1
        }
      }
      attributes[key] = Entities.decoded(value)
    }
  }

  /// Tags whose own name says nothing to a listener.
  var isKnown: Bool {
    Self.known.contains(name) || name.contains(":")
  }

  private static let known: Set<String> = [
    "speak", "p", "s", "break", "pause", "silence", "emphasis", "prosody", "voice", "say-as", "sub",
    "phoneme", "audio", "mark", "lang", "w", "lexicon", "meta", "metadata", "desc", "par", "seq",
    "media", "bookmark", "span", "div", "a", "img", "font", "u", "small", "big", "center", "h1",
    "h2",
    "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr", "td", "th", "body", "html", "head",
    "c",
    "v", "ruby", "rt", "details", "summary", "sup", "hr", "section", "article", "blockquote",
  ]

  /// A silence or bell that the tag asks for.
  var cue: MarkedText.Cue? {
    guard !isClosing else { return nil }
    switch name {
    case "break", "pause", "silence", "mstts:silence", "slnc": break
    case "bell", "gong", "chime":
      let times = (attributes["times"] ?? attributes["count"]).flatMap { Int($0) } ?? 1
      return MarkedText.Cue(kind: .bell(times: max(1, min(times, 1000))))
    default: return nil
    }
    let value =
      ["time", "duration", "length", "value", "sec", "seconds", "ms"].lazy.compactMap { key in
        attributes[key].map { (key, $0) }
      }.first
    if let (key, value) = value {
      return Self.silence(value, unit: key == "ms" ? "ms" : "s").map { MarkedText.Cue(kind: $0) }
    }
    switch attributes["strength"] {
    case "none": return nil
    case "x-weak", "weak": return MarkedText.Cue(kind: .silence(.short))
    case "strong": return MarkedText.Cue(kind: .silence(.medium))
    case "x-strong": return MarkedText.Cue(kind: .silence(.long))
    default: break
    }
    // `<pause 8s>`
    let words = written.scalars.dropFirst(name.unicodeScalars.count)
    if let kind = Self.silence(words.text, unit: "s") { return MarkedText.Cue(kind: kind) }
    return MarkedText.Cue(kind: .silence(name == "break" ? .short : .medium))
  }

  /// Whether a sound file is of a bell, by its name.
  static func isBell(_ file: String) -> Bool {
    let name = file.lowercased()
    return ["bell", "gong", "chime", "bowl", "tingsha"].contains { name.contains($0) }
  }

  /// `2500ms`, `+1.5s`, `3`.
  static func silence(_ value: String, unit: String) -> Step.Kind? {
    let tokens = DirectionToken.tokens(of: value.scalars[...]).filter {
      $0 != .mark("+") && $0 != .mark("/")
    }
    guard case .number(let number)? = tokens.first else { return nil }
    if tokens.count == 1 {
      return .silence(.exact(unit == "ms" ? number / 1000 : number))
    }
    let reader = AmountReader(tokens: tokens, words: .english)
    return reader.amount(at: 0).map { .silence($0.amount.pause(isAbout: false)) }
  }
}

/// `&mdash;`, `&#8212;`, `&#x2019;`.
enum Entities {
  /// The text of the entity at `start`, and the index after it.
  static func decoded(in text: [Scalar], at start: Int) -> ([Scalar], Int)? {
    guard let end = text[start...].prefix(12).firstIndex(of: ";"), end > start + 1 else {
      return nil
    }
    let name = text[(start + 1)..<end]
    if name.first == "#" {
      let digits = name.dropFirst()
      let isHex = digits.first == "x" || digits.first == "X"
      let value = UInt32((isHex ? digits.dropFirst() : digits).text, radix: isHex ? 16 : 10)
      guard let value, var scalar = Scalar(value) else { return nil }
      // 128 to 159 are meant as in Windows-1252.
      if (0x80...0x9F).contains(value) { scalar = Windows1252.scalar(UInt8(value)) }
      return ([scalar.value < 0x20 ? " " : scalar], end + 1)
    }
    return named[name.text].map { ([$0], end + 1) }
  }

  /// A text with its entities decoded.
  static func decoded(_ text: [Scalar]) -> String {
    guard text.contains("&") else { return text.text }
    var out: [Scalar] = []
    var index = 0
    while index < text.count {
      if text[index] == "&", let (scalars, after) = decoded(in: text, at: index) {
        out += scalars
        index = after
      } else {
        out.append(text[index])
        index += 1
      }
    }
    return out.text
  }

  static let xml: Set<String> = ["amp", "lt", "gt", "quot", "apos"]

  static let named: [String: Scalar] = {
    var named: [String: Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "mdash": "—",
      "ndash": "–", "hellip": "…", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“",
      "rdquo": "”", "bdquo": "„", "laquo": "«", "raquo": "»", "shy": "\u{AD}", "ensp": "\u{2002}",
      "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "bull": "•",
      "middot": "·", "euro": "€", "trade": "™", "prime": "′", "Prime": "″", "minus": "−",
      "times": "×", "OElig": "Œ", "oelig": "œ", "lrm": "\u{200E}", "rlm": "\u{200F}",
      "rarr": "→", "larr": "←", "Scaron": "Š", "scaron": "š",
    ]
    // Latin-1 from U+00A1, in order.
    let latin = """
      iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 \
      sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute \
      Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH \
      Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig \
      agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc \
      iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
      thorn yuml
      """
    for (index, name) in latin.split(separator: " ").enumerated() {
      named[String(name)] = Scalar(UInt32(0xA1 + index))
    }
    return named
  }()
}
