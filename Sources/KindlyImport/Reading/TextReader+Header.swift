extension TextReader {
  /// YAML between two lines of dashes.
  mutating func frontMatter() {
    while index < lines.count, trimmed(index).isEmpty { index += 1 }
    guard trimmed(index).allSatisfy({ $0 == "-" }), trimmed(index).count >= 3 else { return }
    guard
      let end = (index + 1..<min(lines.count, index + 60)).first(where: { number in
        let line = trimmed(number)
        return line.count >= 3 && line.allSatisfy { $0 == "-" || $0 == "." }
      }), (index + 1..<end).contains(where: { Labels.label(in: trimmed($0)) != nil })
    else { return }
    for number in index + 1..<end {
      index = number
      let line = trimmed(number)
      guard let label = Labels.label(in: line) else {
        add(.note, line)
        continue
      }
      fact(label.name, line[label.after...].trimmed, line)
    }
    index = end + 1
  }

  /// `Title: … / Length: … / Author: …` before the first sentence.
  mutating func header() {
    var start = index
    while start < lines.count, trimmed(start).isEmpty { start += 1 }
    if trimmed(start).first == "#", trimmed(start).dropFirst().first != "[" {
      index = start
      step()
      start = index
    }
    while start < lines.count {
      while start < lines.count, trimmed(start).isEmpty || Self.isRule(trimmed(start)) {
        start += 1
      }
      var end = start
      while end < lines.count, !trimmed(end).isEmpty, !Self.isRule(trimmed(end)) { end += 1 }
      let labels = (start..<end).map { Labels.label(in: trimmed($0)) }
      guard !labels.isEmpty, labels.allSatisfy({ $0 != nil }),
        isHeader(labels.compactMap { $0?.name })
      else { return }
      for number in start..<end {
        index = number
        let line = trimmed(number)
        if let label = Labels.label(in: line) {
          fact(label.name, line[label.after...].trimmed, line)
        }
      }
      index = end
      start = end
    }
  }

  /// At least one key is known, and no line is somebody's speech.
  private func isHeader(_ names: [String]) -> Bool {
    let names = names.map { $0.lowercased() }
    let known = names.filter { Labels.facts[$0] != nil }
    let sure = known.filter { !Labels.speakers.contains($0) && !Labels.sounds.contains($0) }
    return !sure.isEmpty && known.count * 2 >= names.count
      || !sure.isEmpty && names.contains { Labels.facts[$0] == .title }
  }

  private mutating func fact(
    _ name: String, _ value: ArraySlice<Scalar>, _ line: ArraySlice<Scalar>
  ) {
    let written = MarkupReader.read(Array(value), marks: marks).out.text
    let plain = BareWords.plain(written)
    let fact = Labels.facts[name.lowercased()]
    var isTaken = !plain.isEmpty
    switch fact {
    case .title where draft.title == nil: draft.title = plain
    case .author where draft.author == nil: draft.author = plain
    case .summary where draft.summary == nil: draft.summary = plain
    case .length where draft.length == nil:
      draft.length = Labels.length(written)
      isTaken = draft.length != nil
    case .language where draft.language == nil:
      draft.language = Labels.language(written)
      isTaken = draft.language != nil
    default: isTaken = false
    }
    if isTaken {
      draft.headerWords += [name, written]
    } else {
      draft.blocks.append(TextBlock(.note, line: offset + index + 1, name + ": " + written))
    }
  }
}
