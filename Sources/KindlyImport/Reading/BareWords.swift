/// Words without what stands around them.
enum BareWords {
  /// Marks that people put around a line to set it apart.
  static func isDecoration(_ scalar: Scalar) -> Bool {
    scalar.isDash || decorations.contains(scalar)
  }

  private static let decorations: MarkSet = "~*=_.…•·|#>:♪♫\\/▪"
  private static let leading: MarkSet = ".,;:…·>#)]}/\\!?"
  private static let trailing: MarkSet = "([{/\\#"
  private static let stops: MarkSet = ".,;:!?"

  /// A text without blanks, quotation marks and decorations around it.
  static func core(of text: ArraySlice<Scalar>) -> ArraySlice<Scalar> {
    var core = text
    while let first = core.first, first.isBlank || isDecoration(first) || first.isQuote {
      // `.5 seconds`, `~10 s`
      if first == "~" || first == ".", core.dropFirst().first?.digit != nil { break }
      core.removeFirst()
    }
    while let last = core.last,
      last.isBlank || isDecoration(last) || last.isQuote || last == ","
        || last == "!"
    {
      // `7"` is a length.
      if last.isQuote, core.dropLast().last?.digit != nil { break }
      core.removeLast()
    }
    return core
  }

  /// Words as they are spoken: single spaces, no marks left over from a notation.
  static func cleaned(_ text: ArraySlice<Scalar>) -> [Scalar] {
    var out: [Scalar] = []
    out.reserveCapacity(text.count)
    for (index, scalar) in zip(text.indices, text) {
      switch scalar {
      case _ where scalar.isBlank, "\u{AD}":
        if scalar != "\u{AD}", let last = out.last, last != " " { out.append(" ") }
      case "*", "|", "`", "♪", "♫", "~", "_", "☐", "☑", "☒", "✓", "•", "=":
        // Between letters it kept two words apart.
        if let last = out.last, last.isLetter || last.digit != nil,
          let next = text[(index + 1)...].first(where: { !$0.isHidden && $0 != "\u{AD}" }),
          next.isLetter || next.digit != nil
        {
          out.append(" ")
        }
      case _ where scalar.isHidden: continue
      default:
        // What stood before a note that was taken out.
        let next = index + 1 < text.endIndex ? text[index + 1] : " "
        if stops.contains(scalar), out.last == " ", next.isBlank || next.isQuote {
          out.removeLast()
          // The sentence had ended before the note.
          if out.last?.endsSentence == true { continue }
        }
        out.append(scalar)
      }
    }
    var part = out[...]
    while let first = part.first, isLeading(first), !isSignOfNumber(part) { part.removeFirst() }
    while let last = part.last, isTrailing(last) { part.removeLast() }
    // Dots that led to a direction.
    if let dots = part.lastIndex(where: { $0 != "." && $0 != "…" }), part[dots] == " ",
      dots + 1 < part.endIndex
    {
      part = part[..<dots]
    }
    return balanced(Array(part))
  }

  private static func isLeading(_ scalar: Scalar) -> Bool {
    scalar.isDash || scalar.isBlank || leading.contains(scalar)
  }

  private static func isSignOfNumber(_ text: ArraySlice<Scalar>) -> Bool {
    text.first == "." && text.dropFirst().first?.digit != nil
  }

  private static func isTrailing(_ scalar: Scalar) -> Bool {
    scalar.isDash || scalar.isBlank || trailing.contains(scalar)
  }

  /// Without a quotation mark or parenthesis that has lost its other half.
  private static func balanced(_ text: [Scalar]) -> [Scalar] {
    guard let first = text.first, let last = text.last, first.isQuote || last.isQuote,
      text.count(where: \.isQuote) % 2 == 1
    else { return text }
    if first.isQuote { return Array(text.dropFirst()) }
    // `7"` is a length.
    return text.dropLast().last?.digit == nil ? text.dropLast() : text
  }

  /// Words that are safe as a value of the header.
  static func plain(_ words: String) -> String {
    var plain = cleaned(words.scalars[...])
    if let first = plain.first, first.isQuote || first == "'", let last = plain.last,
      last.isQuote || last == "'", plain.count > 2
    {
      plain = Array(plain[1..<(plain.count - 1)])
    }
    plain = plain.prefix(300).map { "{}\\[]".unicodeScalars.contains($0) ? " " : $0 }
    return plain.text.replacing("//", with: "/").split(separator: " ").joined(separator: " ")
  }

  /// Lines about rights, and addresses.
  static func isLegal(_ text: ArraySlice<Scalar>) -> Bool {
    if rights.isFound(in: text) { return true }
    return addresses.isFound(in: text) && text.split(whereSeparator: \.isBlank).count < 12
  }

  private static let rights = WordSearch([
    "copyright", "©", "all rights reserved", "alle rechte vorbehalten",
    "todos los derechos reservados", "tous droits réservés", "creative commons", "cc by",
  ])
  private static let addresses = WordSearch(["http://", "https://", "www."])
}

extension Scalar {
  /// Marks that carry no words: a byte-order mark in the middle, direction marks, controls.
  var isHidden: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x061C, 0xFEFF, 0x2060...0x2069,
      0x202A...0x202E, 0xFFF0...0xFFFB, 0xFFFE...0xFFFF, 0xFFFD, 0xE0000...0xE01EF,
      0xE000...0xF8FF:
      true
    default: false
    }
  }
}

/// How long a step takes, as far as that is known before anything is spoken.
enum SpokenLength {
  /// About so many milliseconds at the pace of a calm narrator.
  static func natural(of step: Step) -> Int {
    switch step.kind {
    case .say(let text): 2000 + letters(text) * 115
    case .wish(let text): 6000 + letters(text) * 230
    case .silence(let pause): pause.natural
    case .bell(let times): times * 8000
    default: 0
    }
  }

  /// At most so many milliseconds, so that what is planned with it holds.
  static func most(of step: Step) -> Int {
    switch step.kind {
    case .say(let text): 1800 + letters(text) * 165
    case .wish(let text): 3500 + letters(text) * 330
    case .silence(let pause): pause.least
    case .bell(let times): (times - 1) * 9000
    default: 0
    }
  }

  /// Letters, with digits and signs that are whole syllables as several.
  private static func letters(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      let value = scalar.value
      if scalar.digit != nil { return sum + 6 }
      if value >= 0x2E80 { return sum + 3 }
      return sum + (value >= 0x900 && value < 0x1000 ? 2 : 1)
    }
  }
}

extension ScriptPause {
  /// Whether it was named without saying how long it is.
  var hasNoLength: Bool { self == .short || self == .medium || self == .long }

  /// Milliseconds where nothing stretches it.
  var natural: Int {
    switch self {
    case .exact(let time), .about(let time): time
    case .between(let low, let high): (low + high) / 2
    case .breaths(let count): count * 10_000
    case .short: 5000
    case .medium: 10_000
    case .long, .rest: 30_000
    }
  }

  /// The fewest milliseconds it can be pressed to.
  var least: Int {
    switch self {
    case .exact(let time): time
    case .about(let time): time / 4
    case .between(let low, _): low
    case .breaths(let count): count * 10_000
    case .short: 1250
    case .medium: 2500
    case .long: 7500
    case .rest: 5000
    }
  }
}
