public import KindlyLanguage

/// Why something can't be called otherwise.
public enum RenameProblem: Error, Sendable, Hashable {
  /// Nothing that has a name stands there.
  case nothingThere
  /// The new name makes an error; what was seen, and what to do.
  case refused(String)

  /// What to tell the author.
  public var sentence: String {
    switch self {
    case .nothingThere: "Put the cursor on a value in braces, or on a person's name in a cue."
    case .refused(let words): words
    }
  }
}

extension AuthoredText {
  /// The name at an offset that can be changed everywhere: a value's or a person's.
  public func renamable(at offset: Int) -> SourceSpan? { named(at: offset)?.here }

  /// The changes that call a value or a person otherwise, wherever the text does.
  public func renaming(
    at offset: Int, to name: String
  ) throws(RenameProblem) -> [TextEdit] {
    guard let named = named(at: offset) else { throw .nothingThere }
    let edits = named.all.map { TextEdit($0, name) }
    let changed = AuthoredText(source.applying(edits), as: kind)
    let known = Set(diagnostics.map(\.message))
    if let new = changed.diagnostics.first(where: {
      $0.severity == .error && !known.contains($0.message)
    }) {
      throw .refused("\(new.message) \(new.hint)")
    }
    guard changed.names.count == names.count else {
      throw .refused("\"\(visible(name))\" can't be a name here. Choose another word.")
    }
    return edits
  }

  /// How many names there are: as many as before where a new one reads as a name too.
  private var names: [Located<String>] {
    valueNames + people.flatMap { name in places(ofPerson: name).map { Located(name, at: $0) } }
  }

  private func named(at offset: Int) -> (here: SourceSpan, all: [SourceSpan])? {
    func holds(_ span: SourceSpan) -> Bool { span.lower <= offset && offset <= span.upper }
    let values = valueNames
    if let value = values.first(where: { holds($0.span) }) {
      // The language's own words stay what they are.
      guard !ValueWord.all.contains(where: { $0.word == value.value }) else { return nil }
      return (value.span, values.filter { $0.value == value.value }.map(\.span))
    }
    for person in people {
      let places = places(ofPerson: person)
      if let here = places.first(where: holds) { return (here, places) }
    }
    return nil
  }
}
