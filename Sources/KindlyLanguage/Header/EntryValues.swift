/// The values of `Key: value` lines that several kinds of file have.
extension Source {
  /// A value that is written like the inside of a cue; nil after noting what is wrong with it.
  func cueValue<Value>(
    _ entry: Sheet<some EntryKey>.Entry, noting problems: inout Problems,
    _ read: (inout CueReader) throws(CueMistake) -> Value
  ) -> Located<Value>? {
    var reader = CueReader(self, in: entry.value.span, takesName: true)
    do throws(CueMistake) {
      let value = try read(&reader)
      try reader.finish()
      return Located(value, at: entry.value.span)
    } catch {
      if error.problem.isClearOutsideOfCues {
        problems.note(error.problem, at: error.span)
      } else {
        problems.note(unreadable: entry)
      }
      return nil
    }
  }

  /// The name of a file or of something in the library, without quotation marks around it; nil after
  /// noting that it leads out of the folder.
  func fileName(_ value: Located<String>, noting problems: inout Problems) -> Located<String>? {
    let name = value.value.unquoted
    if leavesFolder(name) {
      problems.note(CueProblem.outside(name), at: value.span)
      return nil
    }
    return Located(name, at: value.span)
  }

  /// A language tag; nil after noting that it is none.
  func language(_ value: Located<String>, noting problems: inout Problems) -> Located<String>? {
    if isLanguageTag(value.value) { return value }
    problems.note(
      CueProblem.notLanguage(value.value, suggestion: languageNamed(value.value)), at: value.span)
    return nil
  }

  /// The parts of a value between marks, without space around them; none of them empty.
  func split(_ value: Located<String>, at mark: Unicode.Scalar) -> [Located<String>] {
    var parts: [Located<String>] = []
    var lower = value.span.lower
    for index in value.span.lower...value.span.upper
    where index == value.span.upper || bytes[index] == UInt8(ascii: mark) {
      let span = trim(SourceSpan(lower, index))
      if !span.isEmpty { parts.append(Located(text(at: span).folded, at: span)) }
      lower = index + 1
    }
    return parts
  }

  /// `metta as meh-tah; karuṇā as kah-roo-nah`.
  func respellings(
    _ entry: Sheet<some EntryKey>.Entry, noting problems: inout Problems
  ) -> [Located<Respelling>] {
    pronunciationParts(of: entry.value).compactMap { part in
      if let respelling = Respelling(words: part.value) {
        return Located(respelling, at: part.span)
      }
      problems.note(
        HeaderProblem.unreadable(
          key: entry.key.value.rawValue, seen: part.value,
          example: entry.key.value.declaration.example), at: part.span)
      return nil
    }
  }

  /// The pairs of a `Pronounce` line. Semicolons divide them, and commas before a part that has an *as*
  /// of its own, so that a comma can also stand in what is said.
  func pronunciationParts(of value: Located<String>) -> [Located<String>] {
    split(value, at: ";").flatMap { part in
      var pairs: [Located<String>] = []
      for piece in split(part, at: ",") {
        if let last = pairs.last, !piece.value.hasAs || !last.value.hasAs {
          let span = last.span.joined(with: piece.span)
          pairs[pairs.count - 1] = Located(text(at: span).folded, at: span)
        } else {
          pairs.append(piece)
        }
      }
      return pairs
    }
  }
}

extension Respelling {
  /// Reads `metta as meh-tah`; nil if a side of the *as* is missing.
  init?(words text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard let middle = words.firstIndex(where: { $0.lowercased() == "as" }), middle > 0,
      middle + 1 < words.count
    else { return nil }
    self.init(
      word: words[..<middle].joined(separator: " "),
      spoken: words[(middle + 1)...].joined(separator: " "))
  }
}

extension String {
  /// Whether *as* stands in it as a word of its own.
  fileprivate var hasAs: Bool { lowercased().split(separator: " ").contains("as") }

  /// Without the quotation marks around it, if it has them on both sides.
  var unquoted: String {
    let scalars = unicodeScalars
    guard scalars.count > 2, let first = scalars.first, let last = scalars.last,
      CueWords.closingQuotes[first]?.contains(last) == true
    else { return self }
    return String(String.UnicodeScalarView(scalars.dropFirst().dropLast())).trimmed
  }
}

extension CueReader {
  /// A length of time that is more than nothing and not counted in breaths.
  mutating func wholeLength() throws(CueMistake) -> Duration {
    switch try duration(orSay: "20 min") {
    case .frames(let frames) where frames > 0: return .frames(frames)
    case .frames: throw CueMistake(problem: .notPositive, span: whole)
    case .breaths: throw CueMistake(problem: .mixedUnits, span: whole)
    }
  }
}

extension CueProblem {
  /// Whether its words are as clear where no cue is: in a header, in an option.
  var isClearOutsideOfCues: Bool {
    switch self {
    case .noUnit, .unknownUnit, .ambiguousNumber, .clockAsLength, .tooLong, .breathPart,
      .tooManyPeople, .pronounAlone, .outside, .notPositive:
      true
    case .empty, .unknown, .unfinished, .notClock, .mixedUnits, .backwards, .silenceAlone,
      .intervalTooShort, .timesOutOfRange, .saidTwice, .notLanguage, .openQuote:
      false
    }
  }
}
