extension SaidScanner {
  /// Words whose stop may also end a sentence.
  private static let sentenceEnds: Set<String> = ["etc.", "usw.", "usf.", "u. s. w."]

  /// Says a word of the lists; false if none begins here.
  mutating func sayListed() -> Bool {
    let found = lexicons.lazy.compactMap { [input, index] in $0.entry(in: input, at: index) }.first
    guard let (entry, end) = found else { return false }
    let mark = output.count
    // How it is said may need plain letters and signs as well, but is not looked up again.
    var inner = SaidScanner(ComposedText(entry.spoken).characters, language: language)
    inner.run()
    var view = String.UnicodeScalarView()
    view.append(contentsOf: inner.output.lazy.map(\.scalar))
    say(String(view), for: index..<end)
    note(.listed, index..<end, since: mark)
    // What follows may belong to it, as "'s" does.
    owesSpace = isWordLike(end)
    index = end
    return true
  }

  /// Says an abbreviation for what it stands for; false if none begins here.
  mutating func sayAbbreviation() -> Bool {
    guard let first = scalar(index), first != " " else { return false }
    for form in language.table.beforeNumbers[first] ?? [] {
      guard let end = end(of: form.written, at: index), isDigit(skipSpaces(end)) else { continue }
      return expand(form, to: end)
    }
    for form in language.table.titles[first] ?? [] {
      guard let end = end(of: form.written, at: index), isFree(after: form, end),
        isCapital(skipSpaces(end)), isSpace(end)
      else { continue }
      return expand(form, to: end)
    }
    for form in language.table.words[first] ?? [] {
      guard let end = end(of: form.written, at: index), isFree(after: form, end) else { continue }
      let stopsHere = form.written.last == "." && mayEndSentence(form, at: end)
      return expand(form, to: end, keepingStop: stopsHere)
    }
    return false
  }

  private mutating func expand(
    _ form: SaidTable.Form, to end: Int, keepingStop: Bool = false
  ) -> Bool {
    let mark = output.count
    say(form.said, for: index..<end)
    note(.expanded, index..<end, since: mark)
    if keepingStop {
      output.append(Character(scalar: ".", origin: input[end - 1].origin))
      owesSpace = false
    }
    index = end
    return true
  }

  /// Whether nothing that belongs to the word follows it.
  private func isFree(after form: SaidTable.Form, _ end: Int) -> Bool {
    !isWordLike(end) && !(scalar(end) == "." && form.written.last != "." && isWordLike(end + 1))
  }

  private func mayEndSentence(_ form: SaidTable.Form, at end: Int) -> Bool {
    if skipSpaces(end) >= input.count { return true }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: form.written)
    return Self.sentenceEnds.contains(String(view)) && isSpace(end) && isCapital(skipSpaces(end))
  }

  func isCapital(_ place: Int) -> Bool { scalar(place)?.properties.isUppercase ?? false }

  /// Says the letters from here to the end of the word.
  mutating func sayWord() {
    let start = index
    let end = max(endOfLetters(start), start + 1)
    let letters = start..<end
    let isAlone =
      end - start == 1 && !isDigit(start - 1) && scalar(start - 1) != "'"
      && scalar(end) != "'"
    if owesSpace { space(at: input[start].origin) }
    if start > 0, isDigit(start - 1), let last = output.last?.scalar, last != " " {
      space(at: input[start].origin)
    }
    let mark = output.count
    var kind: SaidChange.Kind?
    // A word with one letter of a transcription has others: "ñ" in "ñāṇa" is no Spanish letter.
    let isTranscribed = letters.contains { place in
      if case .plain = reading(of: input[place].scalar, isAlone: isAlone) { return true }
      return false
    }
    for place in letters {
      let character = input[place]
      let scalar = character.scalar
      switch reading(of: scalar, isAlone: isAlone, isTranscribed: isTranscribed) {
      case .same
      where !scalar.isASCII && place > start && scalar.properties.isUppercase
        && input[place - 1].scalar.properties.isLowercase:
        // A capital inside a word would be named: "anaÁ".
        for letter in scalar.properties.lowercaseMapping.unicodeScalars {
          output.append(Character(scalar: letter, origin: character.origin))
        }
      case .same: output.append(character)
      case .foreign:
        output.append(character)
        kind = .otherScript
      case .plain(let letters):
        let isInside = place > start && input[place - 1].scalar.properties.isLowercase
        for letter in (isInside ? letters.lowercased() : letters).unicodeScalars {
          output.append(Character(scalar: letter, origin: character.origin))
        }
        if kind == nil { kind = letters.isEmpty ? .silent : .nearLetters }
      case .none: break
      }
    }
    if let kind { note(kind, letters, since: mark) }
    index = end
  }

  private enum Reading {
    case same
    case plain(String)
    case foreign
    case none
  }

  private func reading(
    of scalar: Unicode.Scalar, isAlone: Bool, isTranscribed: Bool = false
  ) -> Reading {
    if scalar.isASCII || language.saysAllLetters { return .same }
    let known = isAlone ? language.loneLetters : language.letters
    let isForeign =
      isTranscribed && (language.code == "en" || scalar.isEnye && language.near["ñ"] != nil)
    if known.contains(scalar), !isForeign { return .same }
    if scalar.properties.numericType != nil { return scalar.isPower ? .none : .same }
    // What a letter and its marks could not be composed into keeps the letter.
    if scalar.isMark {
      return language.scripts.contains(.latin) && scalar.isLatinMark ? .none : .same
    }
    guard scalar.isLatin else {
      return language.scripts.isEmpty || language.says(scalar) ? .same : .foreign
    }
    guard let lower = scalar.properties.lowercaseMapping.unicodeScalars.first else { return .none }
    if let near = language.near[lower] {
      return .plain(lower == scalar ? near : near.prefix(1).uppercased() + near.dropFirst())
    }
    return .plain(NearLetters.plain(scalar) ?? "")
  }
}

extension SaidLanguage {
  /// Whether its script has a letter.
  fileprivate func says(_ scalar: Unicode.Scalar) -> Bool {
    scripts.contains(.devanagari)
      && ((0x900...0x97F).contains(scalar.value) || (0xA8E0...0xA8FF).contains(scalar.value))
  }
}

extension Unicode.Scalar {
  /// Letters of the Latin script, in all its blocks.
  var isLatin: Bool {
    switch value {
    case 0x41...0x24F, 0x250...0x2AF, 0x1D00...0x1DBF, 0x1E00...0x1EFF, 0x2C60...0x2C7F,
      0xA720...0xA7FF, 0xAB30...0xAB6F:
      true
    default: false
    }
  }

  /// Combining marks that Latin letters have.
  fileprivate var isLatinMark: Bool {
    (0x300...0x36F).contains(value) || (0x1AB0...0x1AFF).contains(value)
      || (0x1DC0...0x1DFF).contains(value) || (0x20D0...0x20FF).contains(value)
  }

  fileprivate var isEnye: Bool { self == "ñ" || self == "Ñ" }

  /// Raised digits: powers and notes.
  var isPower: Bool {
    ["¹", "²", "³"].contains(self) || (0x2070...0x2079).contains(value)
  }
}
