import KindlyLanguage
import KindlyLibrary
import KindlyMessages

/// What a listener may have meant by words that name no practice.
struct Suggestions {
  private let words: String
  private let fitting: [LibraryCard]
  private let courses: [String]

  /// Looks through the practices for the words.
  init(for words: String, in context: CommandContext) {
    self.words = words
    let isBlank = words.allSatisfy(\.isWhitespace)
    fitting =
      isBlank ? [] : context.library.practices(for: Interface.language.rawValue).fitting(words)
    courses = context.library.names(of: .course)
  }

  /// What to tell the listener; `problem` is what was found out before.
  func failure(_ problem: LibraryProblem) -> Failure {
    guard case .unknown(let kind, let name, let known) = problem else { return Failure(problem) }
    guard !fitting.isEmpty else {
      // A name that nothing has may be meant for a course as well.
      return Failure(LibraryProblem.unknown(kind: kind, name: name, known: known + courses))
    }
    let lines = fitting.prefix(6).map { card in
      "  \(card.name)  \(visible(card.title ?? card.summary ?? ""))"
    }
    let sentences = [
      Message.theseFit(.unknownText(.aPractice, words)),
      .playOneWith("kindly play \(fitting[0].name)"),
    ].map { $0.text(in: Interface.language) }
    return Failure(
      .noInput, ([sentences[0]] + lines + [sentences[1]]).joined(separator: "\n"))
  }
}
