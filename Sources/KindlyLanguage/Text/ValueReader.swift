/// Reads what stands between braces: a word, with an agreeing verb or a default.
enum ValueReader {
  /// Verbs that agree with `{they}` and `{name}`.
  static let verbs: Set<String> = ["are", "is", "were", "was", "have", "has", "do", "does"]

  static func read(_ source: Source, in span: SourceSpan) -> Result<Piece.Value, SpokenProblem> {
    let whole = source.text(at: span).folded
    if (try? CueReader.read(source, in: source.trim(span))) != nil {
      return .failure(.curlyCue(whole))
    }
    let halves = whole.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let words = halves[0].split(separator: " ").map { String($0).lowercased() }
    guard let name = words.first, words.count <= 2, isName(name),
      words.count == 1 || verbs.contains(words[1]), !whole.contains("["), !whole.contains("{"),
      !whole.contains("\\"), !whole.contains("]")
    else { return .failure(.badValue(whole)) }
    let fallback = halves.count == 2 ? halves[1].trimmed : nil
    if fallback == "" { return .failure(.badValue(whole)) }
    return .success(
      Piece.Value(name: name, verb: words.count == 2 ? words[1] : nil, fallback: fallback))
  }

  private static func isName(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, first.properties.isAlphabetic else { return false }
    return word.unicodeScalars.allSatisfy {
      $0.isSpoken || $0.isJoining || $0 == "-" || $0 == "_"
    }
  }
}
