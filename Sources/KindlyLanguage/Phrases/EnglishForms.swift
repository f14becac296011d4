/// The English words that stand in for a first person: one row of the redirection table.
struct EnglishForms: Hashable {
  /// For I.
  var subject: String
  /// For me; nil if only the later forms have one.
  var object: String?
  /// For my.
  var possessive: String?
  /// For mine.
  var own: String?
  /// For myself.
  var reflexive: String?
  /// How verbs agree with the subject.
  var agreement: Agreement
  /// Whether the subject takes 're, 's, 'll; names and "all beings" do not.
  var isPronoun = true

  /// How a verb agrees.
  enum Agreement: Hashable {
    /// is, was, has, does.
    case singular
    /// are, were, have, do.
    case plural
  }
}

extension EnglishForms {
  static let you = EnglishForms(
    subject: "you", object: "you", possessive: "your", own: "yours", reflexive: "yourself",
    agreement: .plural)
  static let twoOfYou = EnglishForms(
    subject: "you", object: "you", possessive: "your", own: "yours", reflexive: "yourselves",
    agreement: .plural)
  static let she = EnglishForms(
    subject: "she", object: "her", possessive: "her", own: "hers", reflexive: "herself",
    agreement: .singular)
  static let he = EnglishForms(
    subject: "he", object: "him", possessive: "his", own: "his", reflexive: "himself",
    agreement: .singular)
  /// One person whose pronoun is they.
  static let they = EnglishForms(
    subject: "they", object: "them", possessive: "their", own: "theirs", reflexive: "themself",
    agreement: .plural)
  static let several = EnglishForms(
    subject: "they", object: "them", possessive: "their", own: "theirs", reflexive: "themselves",
    agreement: .plural)
  static let we = EnglishForms(
    subject: "we", object: "us", possessive: "our", own: "ours", reflexive: "ourselves",
    agreement: .plural)
  static let allBeings = EnglishForms(
    subject: "all beings", object: "all beings", possessive: "all beings'", agreement: .plural,
    isPronoun: false)

  static func pronoun(_ pronoun: Pronoun?) -> EnglishForms {
    switch pronoun ?? .they {
    case .she: .she
    case .he: .he
    case .they: .they
    }
  }

  /// "Rosa", "Rosa's", "James's".
  static func named(_ name: String) -> EnglishForms {
    EnglishForms(
      subject: name, object: name, possessive: name + "'s", own: name + "'s", agreement: .singular,
      isPronoun: false)
  }

  /// "you and I", "Rosa and I": a pair with oneself, before it is "we".
  static func withMe(_ other: String) -> EnglishForms {
    EnglishForms(subject: other + " and I", agreement: .plural, isPronoun: false)
  }
}

extension Addressee {
  /// The rows of the table for a first and a later mention; nil for oneself.
  var english: (first: EnglishForms?, later: EnglishForms)? {
    switch situation {
    case .oneself: nil
    case .other(let someone):
      person == .second
        ? (nil, .you) : (.named(someone.nameInWish), .pronoun(someone.pronoun))
    case .all: (.allBeings, .several)
    case .withOneself(let someone):
      if someone.recipient == .all {
        (.withMe("all beings"), .we)
      } else {
        (.withMe(person == .second ? "you" : someone.nameInWish), .we)
      }
    case .two: person == .second ? (nil, .twoOfYou) : (nil, .several)
    }
  }
}

extension Someone {
  /// The name as the listener repeats it silently: "May my friend be safe."
  var nameInWish: String {
    name ?? (recipient == .friend || recipient == .benefactor ? "my " : "this ") + role
  }

  /// The name as the narrator says it to the listener: "Bring your friend to mind."
  var nameInGuidance: String {
    name ?? (recipient == .friend || recipient == .benefactor ? "your " : "this ") + role
  }

  private var role: String {
    switch recipient {
    case .friend: "friend"
    case .benefactor: "benefactor"
    default: "person"
    }
  }
}
