/// Gathers the wishes of a profile, a set for each language.
struct OwnWishReader {
  private let source: Source
  private var parts: [Part]

  private struct Part {
    var language: Located<String>?
    var wishes: WishReader
    var isEmpty = true
  }

  init(_ source: Source) {
    self.source = source
    parts = []
    parts.append(part(nil))
  }

  private func part(_ language: Located<String>?) -> Part {
    Part(language: language, wishes: WishReader(source, problems: Problems(path: source.path)))
  }

  /// A line of a wish, or a blank one, which ends a group.
  mutating func read(_ line: Line) {
    parts[parts.count - 1].wishes.read(line)
    if !line.text.isEmpty { parts[parts.count - 1].isEmpty = false }
  }

  /// A `Language` line: wishes below it are of this language.
  mutating func begin(_ language: Located<String>) { parts.append(part(language)) }

  /// The sets, and what is wrong with each part. Wishes above the first `Language` are of it if none stand
  /// below it; wishes of a language that is named twice are one set.
  mutating func finish() -> (sets: [PhraseSet], problems: [Problems]) {
    if parts.count > 1, parts[1].isEmpty { parts[0].language = parts[1].language }
    var sets: [PhraseSet] = []
    for index in parts.indices where !parts[index].isEmpty {
      parts[index].wishes.finish()
      let wishes = parts[index].wishes.wishes
      guard !wishes.isEmpty else { continue }
      let tag = parts[index].language.map { primaryLanguage($0.value) }
      let known = sets.firstIndex { set in
        set.header.language.map { primaryLanguage($0.value) } == tag
      }
      if let known {
        sets[known].wishes += wishes
      } else {
        var header = Header()
        header.language = parts[index].language
        sets.append(PhraseSet(header: header, wishes: wishes))
      }
    }
    return (sets, parts.map(\.wishes.reader.problems))
  }
}
