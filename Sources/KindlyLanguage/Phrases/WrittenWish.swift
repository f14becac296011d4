/// A wish as it stands in a file: one line, or a group with a line for each recipient.
public struct WrittenWish: Sendable, Hashable {
  /// In order; never empty.
  public var lines: [Line]

  /// One line.
  public struct Line: Sendable, Hashable {
    /// For whom; nil for a wish on one line.
    public var role: Wish.Role?
    /// The words as written: with escapes and values.
    public var words: String

    /// `words` for a role, or for every role that has none of its own.
    public init(role: Wish.Role? = nil, words: String) {
      self.role = role
      self.words = words
    }

    /// The line with what stands before its words in a profile.
    public var text: String { (role.map { $0.rawValue + ": " } ?? "> ") + words }
  }

  /// A wish on one line.
  public init(_ words: String) { lines = [Line(words: words)] }

  /// A wish of a set or profile that was read from `source`.
  public init(_ wish: Wish, in source: Source) {
    switch wish {
    case .line(let words): lines = [Line(words: source.text(at: words.span).folded)]
    case .group(let variants):
      lines = variants.map {
        Line(role: $0.role.value, words: source.text(at: $0.words.span).folded)
      }
    }
  }

  init(lines: [Line]) { self.lines = lines }

  /// The words for oneself, by which people know the wish.
  public var words: String {
    (lines.first { $0.role == .oneself } ?? lines[0]).words
  }

  /// Why a line cannot be a wish.
  public enum LineProblem: Sendable, Hashable {
    /// What a phrase set would be told about it, in two sentences.
    case unreadable(String)
    /// It is more than one line, or a line for one recipient.
    case notOneLine
  }

  /// Why a line cannot be a wish; nil if it can.
  public static func problem(in words: String) -> LineProblem? {
    let text = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    let reading = read(phrases: Source(path: "", text: "> " + text))
    if let problem = reading.diagnostics.first(where: { $0.severity == .error }) {
      return .unreadable(problem.message + " " + problem.hint)
    }
    guard reading.tree.wishes.count == 1, case .line = reading.tree.wishes[0] else {
      return .notOneLine
    }
    return nil
  }

  /// The verb that keeps a line from being directed at others, such as `feel` in "I feel safe"; nil if
  /// the line fits everybody.
  public static func fixedVerb(in words: String, language: String?) -> String? {
    let wish = read(phrases: Source(path: "", text: "> " + words)).tree.wishes.first
    guard let wish, Addressee.redirects(language: language) else { return nil }
    var mention = Mention.later
    let she = Addressee([Someone(.friend, pronoun: .she)], person: .third)
    do {
      _ = try wish.words(for: she, mention: &mention, language: language)
      return nil
    } catch {
      guard case .verb(let verb, _) = error else { return nil }
      return verb
    }
  }
}
