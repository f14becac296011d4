/// Mistakes in the rows of a background file.
enum BackgroundProblem: Problem {
  /// A row that begins with no known kind of layer.
  case unknownLayer(String)
  /// A first part that is not a kind and a level.
  case noLevel(kind: BackgroundLayer.Kind, seen: String)
  /// A part that can't be read.
  case unreadable(String, kind: BackgroundLayer.Kind)
  /// A part whose number or unit does not fit.
  case notLike(BackgroundPart, seen: String)
  /// A part that this kind of layer does not have.
  case notOf(BackgroundLayer.Kind, part: BackgroundPart, seen: String)
  /// A part given twice.
  case twice(BackgroundPart)
  /// A part that this kind of layer can't do without.
  case missing(BackgroundPart, kind: BackgroundLayer.Kind)
  /// A number outside of what makes sense.
  case outOfRange(seen: String, low: String, high: String)
  /// A band from high to low.
  case reversed
  /// No row at all.
  case noLayers
  /// More rows than a background may have.
  case tooMany(most: Int)
}

extension BackgroundProblem {
  var words: Words {
    switch self {
    case .unknownLayer(let seen):
      let kinds = BackgroundLayer.Kind.allCases.map(\.rawValue)
      let near = nearest(to: seen, in: kinds)
      return Words(
        code: .backgroundRow, title: "not a layer",
        message: "I don't know a layer \"\(seen)\".",
        hint: near.map { "Did you mean \"\($0)\"?" }
          ?? "A row begins with \(listing(kinds, last: "or")).",
        replacement: near)
    case .noLevel(let kind, let seen):
      return Words(
        code: .backgroundRow, title: "no level",
        message: "I can't read \"\(seen)\" as a layer and its level.",
        hint: "Begin the row like this: \"\(kind.rawValue) -6 dB\".")
    case .unreadable(let seen, let kind):
      let near = seen.split(separator: " ").first.flatMap {
        nearest(to: String($0), in: BackgroundPart.words)
      }
      let parts = (kind.needs + kind.may).map { "\"\($0.example)\"" }
      return Words(
        code: .backgroundRow, title: "unknown part",
        message: "I can't read \"\(seen)\" in a layer.",
        hint: near.map { "Did you mean \"\($0)\"?" }
          ?? "A layer of \(kind.rawValue) may have \(listing(parts)).")
    case .notLike(let part, let seen):
      return Words(
        code: .backgroundRow, title: "unreadable part",
        message: "I can't read \"\(seen)\" as a number with its unit.",
        hint: "Write it like this: \"\(part.example)\".")
    case .notOf(let kind, let part, let seen):
      let others = BackgroundLayer.Kind.allCases.filter { ($0.needs + $0.may).contains(part) }
      return Words(
        code: .backgroundRow, title: "not for this layer",
        message: "\"\(seen)\" has no effect in a layer of \(kind.rawValue).",
        hint: "Remove it; it belongs to \(listing(others.map(\.rawValue))).")
    case .twice(let part):
      return Words(
        code: .backgroundRow, title: "said twice",
        message: "This layer has two parts such as \"\(part.example)\".",
        hint: "Keep one of them.")
    case .missing(let part, let kind):
      return Words(
        code: .backgroundRow, title: "part missing",
        message: "A layer of \(kind.rawValue) needs a part such as \"\(part.example)\".",
        hint: "Write it like this: \"\(kind.example)\".")
    case .outOfRange(let seen, let low, let high):
      return Words(
        code: .outOfRange, title: "out of range",
        message: "\"\(seen)\" is outside of \(low) to \(high).",
        hint: "Choose a value from \(low) to \(high).")
    case .reversed:
      return Words(
        code: .outOfRange, title: "out of range",
        message: "This band ends below the frequency at which it begins.",
        hint: "Write the lower frequency first, such as 300 to 9000 Hz.")
    case .tooMany(let most):
      return Words(
        code: .backgroundRow, title: "too many layers",
        message: "This is one row more than the \(most) a background may have.",
        hint: "Leave out the softest layers.")
    case .noLayers:
      return Words(
        code: .backgroundRow, title: "no layers",
        message: "Nothing sounds: this background has no rows.",
        hint: "Add a row such as \"noise 0 dB, slope -3 dB\".")
    }
  }
}
