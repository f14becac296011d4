/// Mistakes that only a profile can hold.
enum ProfileProblem: Problem {
  /// Two people of one name.
  case nameTwice(String, firstLine: Int)
  /// `Set: name = …`: a word that means something already.
  case takenValue(String)

  var words: Words {
    switch self {
    case .nameTwice(let name, let line):
      Words(
        code: .personTwice, title: "name given twice",
        message: "\"\(name)\" was already given in line \(line).",
        hint: "Keep one of the two lines, or make the names different.")
    case .takenValue(let name):
      Words(
        code: .takenValue, title: "word with a meaning",
        message: "{\(name)} already has a meaning.",
        hint: name.lowercased() == "listener"
          ? "Write it as \"Name: …\"." : "Choose another word.")
    }
  }
}
