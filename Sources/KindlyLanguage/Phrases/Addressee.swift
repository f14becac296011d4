/// Whom a wish is directed at: one recipient or a pair, and how they are spoken to.
public struct Addressee: Sendable, Hashable {
  /// One person or two. Oneself alone if empty.
  public var people: [Someone]
  /// "May you be safe", or "May Rosa be safe".
  public var person: Person

  /// Wishes for one person or two; `people` is never empty.
  public init(_ people: [Someone], person: Person = .second) {
    self.people = people
    self.person = person
  }

  /// Oneself: the recipient of a practice before any `[toward …]`.
  public static let oneself = Addressee([Someone(.oneself)])
}

/// One recipient with what the profile or the file knows about them.
public struct Someone: Sendable, Hashable {
  /// Who it is.
  public var recipient: Recipient
  /// What they are called; nil for "my friend" in a wish and "your friend" in guidance.
  public var name: String?
  /// Their pronoun; nil is spoken as "they".
  public var pronoun: Pronoun?

  /// Makes a recipient. A `.named` recipient brings its own name and pronoun where none is given.
  public init(_ recipient: Recipient, name: String? = nil, pronoun: Pronoun? = nil) {
    self.recipient = recipient
    if case .named(let own, let given) = recipient {
      self.name = name ?? own
      self.pronoun = pronoun ?? given
    } else {
      self.name = name
      self.pronoun = pronoun
    }
  }
}

/// Whether the recipient has been named since the last `toward`, round or pass of a block.
public enum Mention: Sendable, Hashable {
  /// The next word that can carry the name will: "May Rosa be safe".
  case first
  /// Pronouns from now on: "May she be safe".
  case later
}

extension Addressee {
  /// The grammatical situation, with doubles and impossible pairs folded together.
  enum Situation: Hashable {
    case oneself
    case other(Someone)
    case all
    case withOneself(Someone)
    case two(Someone, Someone)
  }

  /// `friend and friend` is a friend, `all and friend` is all, and `self and friend` is
  /// `friend and self`.
  var situation: Situation {
    var others: [Someone] = []
    for someone in people where someone.recipient != .oneself && !others.contains(someone) {
      others.append(someone)
    }
    let includesSelf = others.isEmpty || people.contains { $0.recipient == .oneself }
    let everyone = others.first { $0.recipient == .all }
    guard let first = everyone ?? others.first else { return .oneself }
    if includesSelf { return .withOneself(first) }
    if everyone != nil { return .all }
    return others.count > 1 ? .two(first, others[1]) : .other(first)
  }
}
