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
    // `<pause:2s>`
    let parts = name.split(separator: ":", maxSplits: 1)
    if parts.count == 2, ["pause", "break", "silence", "wait"].contains(parts[0]) {
      let value = String(parts[1]) + written.scalars.dropFirst(name.unicodeScalars.count).text
      return Self.silence(value, unit: "s").map { MarkedText.Cue(kind: $0) }
    }
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
