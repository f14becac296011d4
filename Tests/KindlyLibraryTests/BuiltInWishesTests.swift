import KindlyLibrary
import KindlyLanguage
import Testing

/// Every wish of every built-in text, toward everybody it can be directed at.
@Suite struct BuiltInWishesTests {
  static let library = Library(folders: nil)

  static let addressees: [Addressee] = {
    let rosa = Someone(.friend, name: "Rosa", pronoun: .she)
    let james = Someone(.named("James", .he))
    let alone: [[Someone]] = [
      [Someone(.oneself)], [rosa], [james], [Someone(.named("Alex", .they))],
      [Someone(.benefactor)], [Someone(.neutral)], [Someone(.difficult)], [Someone(.all)],
    ]
    let pairs = [[rosa, Someone(.oneself)], [rosa, james], [Someone(.all), Someone(.oneself)]]
    return (alone + pairs).flatMap { [Addressee($0), Addressee($0, person: .third)] }
  }()

  @Test(arguments: library.names(of: .phrases))
  func `a phrase set reads without a word and has wishes for everybody`(name: String) throws {
    let source = try Self.library.text(.phrases, named: name).source
    let reading = read(phrases: source)
    #expect(reading.diagnostics.map(\.message) == [])
    #expect(reading.tree.header.title != nil)
    #expect(reading.tree.header.summary != nil)
    #expect((1...4).contains(reading.tree.wishes.count))
    for wish in reading.tree.wishes {
      try expectWords(wish, language: reading.tree.header.language?.value)
    }
  }

  @Test(
    arguments: [Kind.practice, .course].flatMap { kind in
      library.names(of: kind).map { (kind, $0) }
    })
  func `a practice reads and every wish in it has words for everybody`(
    kind: Kind, name: String
  ) throws {
    let source = try Self.library.text(kind, named: name).source
    let reading = kind == .course ? read(course: source) : read(practice: source)
    #expect(reading.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    for phrase in Self.phrases(in: reading.tree.body) {
      try expectWords(.line(phrase.words), language: reading.tree.header.language?.value)
    }
  }

  /// Words for everybody, and in English no "I" left over but that of "you and I".
  private func expectWords(_ wish: Wish, language: String?) throws {
    for addressee in Self.addressees {
      for start in [Mention.first, .later] {
        var mention = start
        let pieces = try wish.words(for: addressee, mention: &mention, language: language)
        #expect(!pieces.isEmpty)
        guard addressee.people != [Someone(.oneself)], Addressee.redirects(language: language)
        else { continue }
        var unset: [Located<String>] = []
        let said = try Values(addressee: addressee).utterance(pieces, unset: &unset)
        let left = said.split { !$0.isLetter && $0 != "'" }.filter {
          ["I", "me", "my", "mine", "myself", "am"].contains($0)
        }
        let isNaming = said.contains("my friend") || said.contains("my benefactor")
        #expect(left.isEmpty || left == ["I"] && said.contains(" and I") || isNaming, "\(said)")
      }
    }
  }

  private static func phrases(in nodes: [Node]) -> [PhraseLine] {
    nodes.flatMap { node -> [PhraseLine] in
      switch node {
      case .phrase(let phrase): [phrase]
      case .block(let block): phrases(in: block.body)
      default: []
      }
    }
  }
}
