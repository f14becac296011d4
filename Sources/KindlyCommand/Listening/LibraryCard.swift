import KindlyLanguage
import KindlyLibrary
import KindlyTimeline

/// A text of the library as lists show it.
struct LibraryCard {
  let name: String
  let kind: Kind
  let origin: LibraryText.Origin
  let title: String?
  let summary: String?
  let language: String?
  let tags: [String]
  /// How long it lasts; nil where it does not say.
  let frames: Frames?
  let hasProblems: Bool

  /// Reads a text's header; nil if there is no such text.
  init?(_ kind: Kind, _ name: String, in library: Library) {
    guard let text = try? library.text(kind, named: name) else { return nil }
    self.name = name
    self.kind = kind
    origin = text.origin
    let (header, hasProblems) = Self.header(of: text)
    self.hasProblems = hasProblems
    title = header.title?.value
    summary = header.summary?.value
    language = header.language?.value
    tags = header.tags.map(\.value)
    if case .frames(let count)? = header.length?.value {
      frames = Frames(count)
    } else {
      frames = nil
    }
  }

  private static func header(of text: LibraryText) -> (Header, Bool) {
    switch text.kind {
    case .phrases:
      let reading = read(phrases: text.source)
      return (reading.tree.header, reading.hasErrors)
    case .course:
      let reading = read(course: text.source)
      return (reading.tree.header, reading.hasErrors)
    default:
      let reading = read(practice: text.source)
      return (reading.tree.header, reading.hasErrors)
    }
  }

  /// Whether it is made to be included in others, and no practice by itself.
  var isPart: Bool { has(tag: "part") }

  func has(tag: String) -> Bool { tags.contains { $0.lowercased() == tag } }

  /// Whether a text has a word that begins so, or these letters anywhere if they are three or more.
  private static func has(_ text: String, _ word: String) -> Bool {
    if word.count >= 3 { return text.contains(word) }
    return text.split { !$0.isLetter && !$0.isNumber }.contains { $0.hasPrefix(word) }
  }

  /// How well some words fit, the more the better; nil where one of them is found nowhere.
  func fit(_ words: [String]) -> Int? {
    let places: [(text: [String], weight: Int)] = [
      ([name], 8), (tags, 4), ([title ?? ""], 3), ([summary ?? ""], 1),
    ]
    var sum = 0
    for word in words {
      let found = places.filter { place in
        place.text.contains { Self.has($0.lowercased(), word) }
      }
      guard !found.isEmpty else { return nil }
      sum += found.map(\.weight).reduce(0, +)
    }
    return sum
  }
}

extension Library {
  /// Every text of a kind, by name.
  func cards(of kind: Kind) -> [LibraryCard] {
    names(of: kind).compactMap { LibraryCard(kind, $0, in: self) }
  }

  /// Practices to sit with, for a listener of a language: those of the language, then English ones, then
  /// the others, the good places to begin first; parts that are made to be included are left out.
  func practices(for language: String) -> [LibraryCard] {
    func rank(_ card: LibraryCard) -> Int {
      let spoken = (card.language ?? (card.origin == .user ? language : "en")).prefix(2)
      let distance = spoken == language.prefix(2) ? 0 : spoken == "en" ? 4 : 8
      return distance + (card.origin == .user ? 0 : 2) + (card.has(tag: "beginning") ? 0 : 1)
    }
    let cards = cards(of: .practice).filter { !$0.isPart }
    return cards.sorted { (rank($0), $0.name) < (rank($1), $1.name) }
  }
}

extension [LibraryCard] {
  /// Those that every word of a search fits, the best first.
  func fitting(_ search: String) -> [LibraryCard] {
    let words = search.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
    guard !words.isEmpty else { return self }
    return enumerated().compactMap { place, card in
      card.fit(words).map { (fit: $0, place: place, card: card) }
    }.sorted { ($1.fit, $0.place) < ($0.fit, $1.place) }.map(\.card)
  }
}
