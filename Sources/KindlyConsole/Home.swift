public import KindlyBase
import KindlyMessages

/// The home of a listener as a value: what can be played by a number, in plain lines, and what a typed
/// line means. Nothing is drawn again, so there is no other form for screen readers.
public struct Home: Sendable, Hashable {
  /// A group of choices under a heading.
  public struct Group: Sendable, Hashable {
    /// What the choices have in common.
    public var heading: String
    /// In order.
    public var choices: [Choice]

    /// Joins a heading with choices.
    public init(_ heading: String, _ choices: [Choice]) {
      self.heading = heading
      self.choices = choices
    }
  }

  /// Something to play.
  public struct Choice: Sendable, Hashable {
    /// What is played: the words after `kindly play`, or the place to go on from.
    public var action: Action
    /// What is played, as a person calls it.
    public var title: String
    /// Facts behind the title, such as `10 min`.
    public var facts: [String]

    /// Joins an action with what is shown of it.
    public init(_ action: Action, title: String, facts: [String] = []) {
      self.action = action
      self.title = title
      self.facts = facts
    }
  }

  /// What a choice does.
  public enum Action: Sendable, Hashable {
    /// Goes on where the latest sitting was left.
    case goOn
    /// Plays the next day of the course.
    case today
    /// Plays a practice, a preset or a day of a course.
    case play(String)
  }

  /// What a typed line means.
  public enum Answer: Sendable, Hashable {
    case act(Action)
    /// Shows every practice.
    case all
    /// Looks for words.
    case search(String)
    /// A number that nothing has.
    case noSuchNumber(Int)
    case leave
  }

  /// The groups in order; empty ones are not shown.
  public var groups: [Group]

  /// The groups in this order; a group without choices is left out.
  public init(_ groups: [Group]) { self.groups = groups.filter { !$0.choices.isEmpty } }

  private var choices: [Choice] { groups.flatMap(\.choices) }

  /// The lines of a terminal of `width` columns; unbroken if nil.
  public func lines(width: Int?) -> [String] {
    let text = HangingText(width: width)
    let digits = "\(choices.count)".count
    var lines: [String] = []
    var number = 0
    for group in groups {
      if !lines.isEmpty { lines.append("") }
      lines += text.lines("", group.heading.visible)
      for choice in group.choices {
        number += 1
        let room = String(repeating: " ", count: digits - "\(number)".count)
        let words = ([choice.title] + choice.facts).filter { !$0.isEmpty }.joined(separator: " · ")
        lines += text.lines("  \(room)\(number)  ", words.visible)
      }
    }
    return lines
  }

  /// What a line means: a number plays, the language's words for all and for leaving are those of the
  /// home, others are looked for. English ones are known in every language.
  public func answer(to line: String, in language: InterfaceLanguage = .english) -> Answer {
    let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    func isWord(_ message: Message) -> Bool {
      [language, .english].contains { message.text(in: $0) == words.lowercased() }
    }
    if words.isEmpty || words.lowercased() == "q" || isWord(.replyLeave) { return .leave }
    if words.lowercased() == "a" || isWord(.homeAll) { return .all }
    guard words.allSatisfy(\.isNumber), let number = Int(words) else { return .search(words) }
    guard choices.indices.contains(number - 1) else { return .noSuchNumber(number) }
    return .act(choices[number - 1].action)
  }
}
