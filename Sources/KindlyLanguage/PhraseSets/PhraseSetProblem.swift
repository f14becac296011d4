/// Mistakes in phrase sets.
enum PhraseSetProblem: Problem {
  /// A heading in a phrase set.
  case heading
  /// A cue in a wish.
  case cue
  /// `slef: …`.
  case unknownRole(String, nearest: String?)
  /// A fifth wish.
  case manyWishes
  /// No wish at all.
  case noWishes
}

extension PhraseSetProblem {
  var words: Words {
    switch self {
    case .heading:
      Words(
        code: .notInPhraseSet, title: "heading in a phrase set",
        message: "A phrase set has no sections.",
        hint: "Remove the line, or start it with // to keep it as a note.")
    case .cue:
      Words(
        code: .notInPhraseSet, title: "cue in a phrase set",
        message: "A phrase set can't contain cues.",
        hint: "Put silences into the practice, such as [phrases, 8s after each].")
    case .unknownRole(let name, let near):
      Words(
        code: .unknownRole, title: "unknown recipient",
        message: "No recipient is called \"\(name)\" in a phrase set.",
        hint: near.map { "Did you mean \"\($0)\"?" }
          ?? "Recipients are \(listing(Wish.Role.allCases.map(\.rawValue))); "
          + "if the word is part of the wish, write \(name)\\:.",
        replacement: near)
    case .manyWishes:
      Words(
        code: .manyWishes, severity: .warning, title: "many wishes",
        message: "This is the fifth wish; three or four are easier to stay with.",
        hint: "Keep the ones that matter most, or make two sets.")
    case .noWishes:
      Words(
        code: .noWishes, title: "no wishes", message: "This phrase set contains no wishes.",
        hint: "Write one a line, such as \"May I be safe.\"")
    }
  }
}
