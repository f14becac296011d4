import KindlyLanguage

extension Unfolding {
  /// Turns phrases toward others; they are named anew.
  mutating func turn(_ scope: inout Scope, toward recipients: [Recipient], at origin: Origin?) {
    scope.addressee.people = recipients.map { someone($0, at: origin, in: scope) }
    scope.mention = .first
    if recipients.contains(.difficult), !saidCare,
      manuscript.files[0].script.header.care == nil
    {
      saidCare = true
      note(.difficultWithoutCare, at: origin)
    }
  }

  /// A recipient with what the file and the profile know of them.
  private mutating func someone(_ recipient: Recipient, at origin: Origin?, in scope: Scope)
    -> Someone
  {
    guard case .named(let name, let given) = recipient else {
      return order.listener.people.first { $0.recipient == recipient } ?? Someone(recipient)
    }
    let known = order.listener.people.first { $0.name?.lowercased() == name.lowercased() }
    let pronoun = given ?? scope.pronouns[name.lowercased()] ?? known?.pronoun
    if pronoun == nil, known == nil {
      let roles = ["self", "benefactor", "friend", "neutral", "difficult", "all"]
      let names = order.listener.people.compactMap(\.name)
      note(
        .unknownPerson(name: name, near: nearest(to: name, in: roles + names)), at: origin)
    }
    return Someone(.named(known?.name ?? name, pronoun), pronoun: pronoun)
  }
}

/// The pronouns that a file gives to names, wherever in the file it does: `[toward Maya, she]`.
///
/// - Parameter asked: Recipients that the listener asks for, whose pronouns come first.
func pronouns(in script: Script, asked: [Recipient]? = nil) -> [String: Pronoun] {
  var pronouns: [String: Pronoun] = [:]
  func learn(_ recipients: [Recipient]) {
    for case .named(let name, let pronoun?) in recipients
    where pronouns[name.lowercased()] == nil {
      pronouns[name.lowercased()] = pronoun
    }
  }
  func learn(_ nodes: [Node]) {
    for node in nodes {
      switch node {
      case .cue(let cue):
        if case .setting(.toward(let recipients)) = cue.value { learn(recipients) }
      case .block(let block):
        if case .forEach(let recipients) = block.kind.value { learn(recipients) }
        learn(block.body)
      default: break
      }
    }
  }
  learn(asked ?? [])
  learn(script.header.toward?.value ?? [])
  learn(script.body)
  return pronouns
}

extension Addressee {
  /// Whom it is, as a timeline names it: `friend`, `Maya`, `friend and self`.
  var words: String { people.map(\.recipient.words).joined(separator: " and ") }
}

extension Recipient {
  /// The word an author writes for it.
  var words: String {
    switch self {
    case .oneself: "self"
    case .benefactor: "benefactor"
    case .friend: "friend"
    case .neutral: "neutral"
    case .difficult: "difficult"
    case .all: "all"
    case .named(let name, _): name
    }
  }
}
