/// The values of guidance that belong to the recipient.
enum GuidanceWord: String, CaseIterable {
  case name, they, them, their, theirs, themself
}

/// What guidance says about the recipient, to the listener: "Bring Rosa to mind. She is …".
struct GuidanceForms {
  /// For `{name}`.
  var name: String
  /// For `{name is}`, where it differs: "you", not "yourself".
  var subjectName: String
  /// How verbs agree with the name, which may differ from the pronoun: "Alex is", "they are".
  var nameAgreement: EnglishForms.Agreement
  /// For `{they}` and its kin.
  var row: EnglishForms

  /// The word for a value without a verb.
  subscript(word: GuidanceWord) -> String {
    let form: String? =
      switch word {
      case .name: name
      case .they: nil
      case .them: row.object
      case .their: row.possessive
      case .theirs: row.own
      case .themself: row.reflexive
      }
    return form ?? row.subject
  }

  /// Subject and verb, such as "she is" or "Rosa has"; nil for words that cannot have one.
  func clause(_ word: GuidanceWord, _ verb: String) -> String? {
    let (subject, agreement): (String, EnglishForms.Agreement)
    switch word {
    case .name: (subject, agreement) = (subjectName, nameAgreement)
    case .they: (subject, agreement) = (row.subject, row.agreement)
    default: return nil
    }
    guard let first = Self.firstPerson[verb],
      let agreed = EnglishVerbs.agreeing(first, with: agreement)
    else { return nil }
    return subject + " " + agreed
  }

  /// The verbs a value may hold, in either number, and how `EnglishVerbs` knows them.
  static let firstPerson = [
    "are": "am", "is": "am", "were": "was", "was": "was", "have": "have", "has": "have",
    "do": "do", "does": "do",
  ]
}

extension Addressee {
  /// What guidance says about this addressee.
  var guidance: GuidanceForms {
    switch situation {
    case .oneself:
      GuidanceForms(
        name: "yourself", subjectName: "you", nameAgreement: .plural, row: .you)
    case .other(let someone):
      GuidanceForms(
        name: someone.nameInGuidance, subjectName: someone.nameInGuidance,
        nameAgreement: .singular, row: .pronoun(someone.pronoun))
    case .all:
      GuidanceForms(
        name: "all beings", subjectName: "all beings", nameAgreement: .plural, row: .several)
    case .withOneself(let someone):
      GuidanceForms(
        name: someone.nameInGuidance + " and yourself",
        subjectName: "you and " + someone.nameInGuidance, nameAgreement: .plural, row: .twoOfYou)
    case .two(let one, let other):
      GuidanceForms(
        name: one.nameInGuidance + " and " + other.nameInGuidance,
        subjectName: one.nameInGuidance + " and " + other.nameInGuidance, nameAgreement: .plural,
        row: .several)
    }
  }

  /// The name the profile or the file gives, for languages without a table; nil if there is none.
  var givenName: String? {
    guard case .other(let someone) = situation else { return nil }
    return someone.name
  }
}
