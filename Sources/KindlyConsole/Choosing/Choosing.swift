public import KindlyBase
public import KindlyLanguage
import KindlyMessages

/// The calm dialogue of `kindly phrases choose`: what has been chosen, and where one is.
///
/// A value: `after` takes one line that was typed, `lines` says what to show. It draws nothing over
/// anything, so it is the same on a terminal, for a screen reader, and from a pipe.
public struct Choosing: Sendable, Hashable {
  /// Candidates, by theme.
  public let themes: [Theme]
  /// The language of the wishes, a BCP 47 tag; nil for English.
  public let language: String?
  /// The language of the dialogue itself.
  public let interface: InterfaceLanguage
  /// The wishes so far, in order.
  public private(set) var chosen: [WrittenWish]
  /// What is being asked.
  public private(set) var step = Step.themes
  /// What there is to say about the last line; empty if nothing.
  public private(set) var answer = ""
  /// Whether the choices were not shown before, or have changed.
  var showsChoices = true

  /// Starts with the wishes that the listener has.
  public init(
    themes: [Theme], chosen: [WrittenWish] = [], language: String? = nil,
    interface: InterfaceLanguage = .english
  ) {
    self.interface = interface
    self.themes = themes
    self.chosen = chosen
    self.language = language
    if !chosen.isEmpty { step = .review }
  }

  /// Candidates that belong together.
  public struct Theme: Sendable, Hashable {
    /// A few words.
    public var title: String
    /// One line; empty if there is none.
    public var summary: String
    /// The candidates.
    public var wishes: [WrittenWish]

    /// A theme that offers these wishes.
    public init(title: String, summary: String = "", wishes: [WrittenWish]) {
      self.title = title
      self.summary = summary
      self.wishes = wishes
    }
  }

  /// What is being asked.
  public enum Step: Sendable, Hashable {
    /// Which theme?
    case themes
    /// Which wishes of a theme?
    case wishes(theme: Int)
    /// A wish in one's own words.
    case writing
    /// Are these the wishes?
    case review
    /// Another wording for a line of a wish.
    case adjusting(wish: Int, line: Int)
    /// Nothing more.
    case over
  }

  /// What the dialogue asks of the program.
  public enum Wanted: Sendable, Hashable {
    /// Speak these words.
    case hear([String])
    /// Keep these wishes, and end.
    case keep([WrittenWish])
    /// End, and leave everything as it is.
    case leave
  }

  /// The dialogue after a line was typed, and what it asks for.
  public func after(_ line: String) -> (choosing: Choosing, wanted: Wanted?) {
    var next = self
    next.answer = ""
    let wanted = next.take(line)
    // Whoever listens to the screen should not hear a list again for nothing; Enter asks for it.
    next.showsChoices =
      next.step != step || next.chosen != chosen || line.allSatisfy(\.isWhitespace)
    return (next, wanted)
  }

  private mutating func take(_ line: String) -> Wanted? {
    let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch step {
    case .writing:
      write(words)
      return nil
    case .adjusting(let wish, let part): return adjust(words, wish, part)
    case .over: return nil
    case .themes, .wishes, .review: break
    }
    guard let reply = Reply(words, language: interface) else {
      say(.notUnderstood(String(words.prefix(60))))
      return nil
    }
    switch reply.word {
    case .nothing where step == .themes || step == .review: break
    case .leave:
      step = .over
      return .leave
    case .write: step = .writing
    case .done: review()
    default:
      switch step {
      case .themes: chooseTheme(reply)
      case .wishes(let theme): return choose(reply, in: theme)
      default: return change(reply)
      }
    }
    return nil
  }

  private mutating func say(_ message: Message) { answer = message.text(in: interface) }

  private mutating func say(_ problem: WrittenWish.LineProblem) {
    switch problem {
    case .unreadable(let sentences): answer = sentences
    case .notOneLine: say(.wishIsOneLine)
    }
  }

  /// Says what to know about a line before directing it at others.
  private mutating func caution(about words: String) {
    if let verb = WrittenWish.fixedVerb(in: words, language: language) {
      say(.cannotRedirect(verb))
    }
  }

  private mutating func review() {
    if chosen.isEmpty { say(.noWishYet) } else { step = .review }
  }

  private mutating func chooseTheme(_ reply: Reply) {
    guard reply.word == .numbers, let number = reply.numbers.first, reply.numbers.count == 1,
      themes.indices.contains(number - 1)
    else {
      say(.oneTheme(of: themes.count))
      return
    }
    step = .wishes(theme: number - 1)
  }

  private mutating func choose(_ reply: Reply, in theme: Int) -> Wanted? {
    let wishes = themes[theme].wishes
    let picked = reply.numbers.filter { wishes.indices.contains($0 - 1) }.map { wishes[$0 - 1] }
    guard picked.count == reply.numbers.count else {
      say(.wishNumbers(to: wishes.count))
      return nil
    }
    switch reply.word {
    case .back, .nothing, .more: step = .themes
    case .hear: return .hear((picked.isEmpty ? wishes : picked).map(\.words))
    case .numbers:
      for wish in picked where !chosen.contains(wish) { chosen.append(wish) }
      say(.chosen(chosen.count))
    case .remove:
      chosen.removeAll { picked.contains($0) }
      say(.chosen(chosen.count))
    default: say(.typeWishNumbers)
    }
    return nil
  }

  private mutating func change(_ reply: Reply) -> Wanted? {
    guard reply.numbers.allSatisfy({ chosen.indices.contains($0 - 1) }) else {
      say(.ownNumbers(to: chosen.count))
      return nil
    }
    switch reply.word {
    case .keep where !chosen.isEmpty:
      step = .over
      return .keep(chosen)
    case .more, .back: step = .themes
    case .hear:
      let numbers = reply.numbers.isEmpty ? Array(1...max(1, chosen.count)) : reply.numbers
      return chosen.isEmpty ? nil : .hear(numbers.map { chosen[$0 - 1].words })
    case .remove where !reply.numbers.isEmpty:
      for number in Set(reply.numbers).sorted(by: >) { chosen.remove(at: number - 1) }
      if chosen.isEmpty { step = .themes }
    case .numbers where reply.numbers.count == 1, .change where reply.numbers.count == 1:
      step = .adjusting(wish: reply.numbers[0] - 1, line: 0)
    default: say(.typeNumberOrKeep)
    }
    return nil
  }

  private mutating func write(_ words: String) {
    guard !words.isEmpty, Reply.letter(words, language: interface) != .back else {
      step = chosen.isEmpty ? .themes : .review
      return
    }
    if let problem = WrittenWish.problem(in: words) {
      say(problem)
      return
    }
    chosen.append(WrittenWish(words))
    caution(about: words)
    step = .review
  }

  private mutating func adjust(_ words: String, _ wish: Int, _ part: Int) -> Wanted? {
    let letter = Reply.letter(words, language: interface)
    if letter == .hear { return .hear([chosen[wish].lines[part].words]) }
    if letter == .back {
      step = .review
      return nil
    }
    if !words.isEmpty {
      if let problem = WrittenWish.problem(in: words) {
        say(problem)
        return nil
      }
      chosen[wish].lines[part].words = words
      if chosen[wish].lines[part].role == nil {
        caution(about: words)
      }
    }
    let isLast = part + 1 == chosen[wish].lines.count
    step = isLast ? .review : .adjusting(wish: wish, line: part + 1)
    return nil
  }
}
