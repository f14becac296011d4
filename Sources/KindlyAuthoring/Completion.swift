import KindlyLanguage

/// Something that may be typed at a place.
public struct Completion: Sendable, Hashable {
  /// What a list shows.
  public var label: String
  /// What it is.
  public var kind: Kind
  /// What it does, in one line.
  public var meaning: String
  /// What is put into the text.
  public var edit: TextEdit

  /// The kinds of completion.
  public enum Kind: Sendable, Hashable {
    /// A cue.
    case cue
    /// A key of a header or file.
    case key
    /// A name of the library or profile.
    case name
    /// A word in braces.
    case value
  }
}

extension AuthoredText {
  /// Everything that may be typed at an offset, the likeliest first. Editors choose among it by what is
  /// typed already.
  public func completions(at offset: Int, names: KnownNames = KnownNames()) -> [Completion] {
    switch writingPlace(at: offset) {
    case .cue(let typed): cues(typed, names)
    case .value(let typed): values(typed)
    case .key(let typed): keys(typed)
    case .entry(let key, let typed): entries(key, typed, names)
    case .words: []
    }
  }

  private func cues(_ typed: SourceSpan, _ names: KnownNames) -> [Completion] {
    let closing = isClosed(typed.upper, by: UInt8(ascii: "]")) ? "" : "]"
    let before = source.words(at: typed)
    let words = before.split(separator: " ").map { $0.lowercased() }
    // Behind "[voice " names follow; before that, whole cues.
    if let first = words.first, before.hasSuffix(" ") || words.count > 1,
      let kind = CueKind.allCases.first(where: {
        $0.declaration.takesName && $0.declaration.begins.contains(first)
      })
    {
      var start = typed.upper
      while start > typed.lower, !" ,".utf8.contains(source.bytes[start - 1]) { start -= 1 }
      let known = kind.names(among: names, people: people)
      if !known.isEmpty {
        return known.map { name in
          Completion(
            label: name, kind: .name, meaning: kind.declaration.meaning,
            edit: TextEdit(SourceSpan(start, typed.upper), name + closing))
        }
      }
    }
    return CueKind.allCases.flatMap { kind in
      kind.declaration.examples.map { example in
        Completion(
          label: example, kind: .cue, meaning: kind.declaration.meaning,
          edit: TextEdit(typed, example + closing))
      }
    }
  }

  private func values(_ typed: SourceSpan) -> [Completion] {
    let closing = isClosed(typed.upper, by: UInt8(ascii: "}")) ? "" : "}"
    let known = ValueWord.all.map { ($0.word, $0.meaning) }
    let own = Set(valueNames.map(\.value)).subtracting(known.map(\.0)).sorted()
    return (known + own.map { ($0, "a word of your own, from --set or the profile") }).map {
      Completion(
        label: $0, kind: .value, meaning: $1, edit: TextEdit(typed, $0 + closing))
    }
  }

  private func keys(_ typed: SourceSpan) -> [Completion] {
    kind.keys.map { name, declaration in
      Completion(
        label: name, kind: .key, meaning: declaration.meaning + ", such as " + declaration.example,
        edit: TextEdit(typed, name + ": "))
    }
  }

  private func entries(
    _ key: String, _ typed: SourceSpan, _ names: KnownNames
  ) -> [Completion] {
    guard let known = kind.keys.first(where: { $0.name.lowercased() == key.lowercased() }) else {
      return []
    }
    let choices: [String] =
      switch known.name {
      case HeaderKey.voice.rawValue where kind != .voice: names.voices
      case HeaderKey.bell.rawValue: names.bells + ["none"]
      case HeaderKey.background.rawValue: names.backgrounds + ["none"]
      case HeaderKey.phrases.rawValue: names.phrases
      case HeaderKey.toward.rawValue: CueKind.roles + names.people
      case HeaderKey.person.rawValue: [Person.second.rawValue, Person.third.rawValue]
      default: [known.declaration.example]
      }
    return choices.map {
      Completion(
        label: $0, kind: .name, meaning: known.declaration.meaning, edit: TextEdit(typed, $0))
    }
  }

  /// Whether the mark stands behind an offset on its line, before another opens.
  private func isClosed(_ offset: Int, by mark: UInt8) -> Bool {
    let end = positions.span(ofLine: positions.line(of: offset)).upper
    let opening = mark == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "{")
    let next = source.bytes[min(offset, end)..<end].first { $0 == mark || $0 == opening }
    return next == mark
  }
}

extension CueKind {
  /// Whom wishes can be directed at without a name.
  static let roles = ["self", "benefactor", "friend", "neutral", "difficult", "all"]

  /// What may follow the cue's first word.
  fileprivate func names(among names: KnownNames, people: [String]) -> [String] {
    switch self {
    case .voice: names.voices
    case .bell: names.bells
    case .phrases: names.phrases
    case .background: names.backgrounds
    case .include: names.practices
    case .toward, .forEach:
      Self.roles + people + names.people.filter { !people.contains($0) }
    case .silence, .breathe, .language, .pace, .breath, .times, .end, .recorded: []
    }
  }
}
