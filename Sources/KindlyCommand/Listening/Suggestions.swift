import KindlyLanguage
import KindlyLibrary
import KindlyMessages

/// What a listener may have meant by words that name no practice.
struct Suggestions {
  private let words: String
  private let fitting: [LibraryCard]
  private let practices: [String]
  private let courses: [String]
  private let presets: [String]

  /// Looks through the practices for the words; parts that are made to be included are none.
  init(for words: String, in context: CommandContext) {
    self.words = words
    let cards = context.library.practices(for: Interface.language.rawValue)
    fitting = words.allSatisfy(\.isWhitespace) ? [] : cards.fitting(words)
    practices = cards.map(\.name)
    courses = context.library.names(of: .course)
    presets = ((try? context.profile().tree.presets) ?? []).map(\.value.name)
  }

  /// What to tell the listener; `problem` is what was found out before.
  func failure(_ problem: LibraryProblem) -> Failure {
    guard case .unknown(let kind, let name, _) = problem else { return Failure(problem) }
    if let preset = nearest(to: name, in: presets) {
      return Failure(LibraryProblem.unknown(kind: kind, name: name, known: [preset]))
    }
    guard !fitting.isEmpty else {
      // A name that nothing has may be meant for a course as well.
      return Failure(
        LibraryProblem.unknown(kind: kind, name: name, known: presets + practices + courses))
    }
    let lines = fitting.prefix(6).map { card in
      "  \(card.name) · \(visible(card.title ?? card.summary ?? ""))"
    }
    let sentences = [
      Message.theseFit(.unknownText(.aPractice, words)),
      .playOneWith("kindly play \(fitting[0].name)"),
    ].map { $0.text(in: Interface.language) }
    return Failure(
      .noInput, ([sentences[0]] + lines + [sentences[1]]).joined(separator: "\n"))
  }
}
