import KindlyLanguage

/// Where values and people are named.
extension AuthoredText {
  /// Every value in braces: its name, and the place of the name alone.
  var valueNames: [Located<String>] {
    var pieces = script.header.titleWords?.value ?? []
    for node in nodes {
      switch node {
      case .heading(let words), .speech(let words): pieces += words.value
      case .phrase(let phrase): pieces += phrase.words.value
      case .paragraph, .cue, .block: break
      }
    }
    return pieces.compactMap { piece in
      guard case .value(let value) = piece else { return nil }
      var lower = value.span.lower
      while lower < value.span.upper, " {\t".utf8.contains(source.bytes[lower]) { lower += 1 }
      let upper = lower + value.value.name.utf8.count
      guard upper <= value.span.upper else { return nil }
      return Located(value.value.name, at: SourceSpan(lower, upper))
    }
  }

  /// The people that are named in cues and in the header, each once, in order.
  var people: [String] {
    var names: [String] = []
    for place in peoplePlaces {
      for case .named(let name, _) in place.value where !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }

  /// Where the name of a person stands, in cues and in the header.
  func places(ofPerson name: String) -> [SourceSpan] {
    let letters = Array(name.utf8)
    return peoplePlaces.flatMap { place -> [SourceSpan] in
      guard
        place.value.contains(where: { if case .named(name, _) = $0 { true } else { false } }),
        place.span.upper - place.span.lower >= letters.count
      else { return [] }
      return (place.span.lower...(place.span.upper - letters.count)).compactMap { lower in
        let span = SourceSpan(lower, lower + letters.count)
        return source.bytes[lower..<span.upper].elementsEqual(letters) && isWord(span)
          ? span : nil
      }
    }
  }

  /// Whether nothing that belongs to a word stands beside a span.
  private func isWord(_ span: SourceSpan) -> Bool {
    func isLetter(_ index: Int) -> Bool {
      guard source.bytes.indices.contains(index) else { return false }
      let byte = source.bytes[index]
      return byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
    return !isLetter(span.lower - 1) && !isLetter(span.upper)
  }

  private var peoplePlaces: [Located<[Recipient]>] {
    var places: [Located<[Recipient]>] = []
    if let toward = script.header.toward { places.append(toward) }
    for node in nodes {
      switch node {
      case .cue(let cue):
        if case .setting(.toward(let people)) = cue.value {
          places.append(Located(people, at: cue.span))
        }
      case .block(let block):
        if case .forEach(let people) = block.kind.value {
          places.append(Located(people, at: block.kind.span))
        }
      case .heading, .speech, .phrase, .paragraph: break
      }
    }
    return places
  }
}
