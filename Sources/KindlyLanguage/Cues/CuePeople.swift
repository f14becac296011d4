extension CueReader {
  /// One recipient or a pair.
  mutating func pair() throws(CueMistake) -> [Recipient] {
    let start = index
    let people = try people()
    guard people.count <= 2 else {
      throw CueMistake(
        problem: .tooManyPeople(people.count),
        span: tokens[start].span.joined(with: tokens[index - 1].span))
    }
    return people
  }

  /// Everybody to the end of the cue: separated by commas or *and*, pronouns after names.
  mutating func people() throws(CueMistake) -> [Recipient] {
    var people: [Recipient] = []
    while next != nil {
      let start = index
      while let token = next, token.kind != .comma, nextWord != "and" { index += 1 }
      if index > start { try add(words: start..<index, to: &people) }
      if next != nil { index += 1 }
    }
    if people.isEmpty { throw incomplete("[toward friend]") }
    return people
  }

  private func add(words range: Range<Int>, to people: inout [Recipient]) throws(CueMistake) {
    if range.count == 1, tokens[range.lowerBound].kind == .quoted {
      return try add(
        name: tokens[range.lowerBound].text, at: tokens[range.lowerBound].span, to: &people)
    }
    let words = tokens[range].map(\.text).joined(separator: " ")
    let span = tokens[range.lowerBound].span.joined(with: tokens[range.upperBound - 1].span)
    if let recipient = CueWords.recipients[words] {
      people.append(recipient)
      return
    }
    let written = source.text(at: span).folded
    if let pronoun = Pronoun(word: words) {
      if case .named(let name, nil) = people.last {
        people[people.count - 1] = .named(name, pronoun)
        return
      }
      // Elle and Il are names as well.
      if Pronoun(rawValue: words) != nil || written.first?.isLowercase == true {
        throw CueMistake(problem: .pronounAlone(words), span: span)
      }
    }
    // A name starts with a capital; in small letters it is more likely a slip.
    if written.first?.isLowercase == true,
      let near = nearest(
        to: words, in: ["self", "benefactor", "friend", "neutral", "difficult", "all"])
    {
      throw CueMistake(
        problem: .unknown(word: words, isFirst: false, suggestion: "[toward \(near)]"), span: span)
    }
    try add(name: written, at: span, to: &people)
  }

  private func add(
    name: String, at span: SourceSpan, to people: inout [Recipient]
  ) throws(CueMistake) {
    guard name.unicodeScalars.contains(where: \.isSpoken), name.unicodeScalars.count <= 60 else {
      throw CueMistake(problem: .unknown(word: name, isFirst: false, suggestion: nil), span: span)
    }
    people.append(.named(name, nil))
  }
}
