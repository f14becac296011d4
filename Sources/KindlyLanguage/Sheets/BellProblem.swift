/// Mistakes in the rows of a bell file, and in its quantities.
enum BellProblem: Problem {
  /// A number without its unit, or a unit that does not fit.
  case noUnit(key: String, seen: String, example: String)
  /// A row that does not have 3 to 7 columns.
  case columns(count: Int)
  /// A word among the numbers of a row.
  case notNumber(column: BellColumn, seen: String)
  /// A number outside of what its column may hold.
  case outOfRange(column: BellColumn, seen: String)
  /// A noise that goes from high to low.
  case noiseReversed
  /// No row at all.
  case noPartials
  /// More rows than a bell may have.
  case tooManyPartials(most: Int)
  /// A partial above what can be heard or played.
  case tooHigh(hertz: Double)
}

extension BellProblem {
  var words: Words {
    switch self {
    case .noUnit(let key, let seen, let example):
      Words(
        code: .unreadableValue, title: "unreadable value",
        message: "I can't read \"\(seen)\" as \"\(key)\".",
        hint: "Write a number and its unit, like this: \"\(key): \(example)\".")
    case .columns(let count):
      Words(
        code: .bellRow, title: "not a partial",
        message: "A row of a bell has 3 to 7 numbers; this one has \(count).",
        hint: "Write ratio, level, T60 and, if you like, beat, depth, mode, attack.")
    case .notNumber(let column, let seen):
      Words(
        code: .bellRow, title: "not a partial",
        message: "\"\(seen)\" is not a number for \(column.name).",
        hint: "Write \(column.meaning), without its unit.")
    case .outOfRange(let column, let seen):
      Words(
        code: .outOfRange, title: "out of range",
        message:
          "\(column.name.capitalizedFirst) is \(seen), which is outside of \(column.low) to \(column.high).",
        hint: "Write \(column.meaning).")
    case .noiseReversed:
      Words(
        code: .outOfRange, title: "out of range",
        message: "The noise ends below the frequency at which it begins.",
        hint: "Write the lower frequency first, such as 300 to 2500 Hz.")
    case .noPartials:
      Words(
        code: .bellRow, title: "no partials", message: "Nothing rings: this bell has no rows.",
        hint: "Add a row such as \"1.0 0 12\": ratio, level in dB, T60 in seconds.")
    case .tooManyPartials(let most):
      Words(
        code: .bellRow, title: "too many partials",
        message: "This is one row more than the \(most) a bell may have.",
        hint: "Leave out the softest partials.")
    case .tooHigh(let hertz):
      Words(
        code: .outOfRange, severity: .warning, title: "not heard",
        message: "This partial would lie at \(Int(hertz)) Hz, above the 21,600 Hz that are played.",
        hint: "Remove the row, or make its ratio smaller.")
    }
  }
}

extension String {
  /// The same with a capital at its start.
  fileprivate var capitalizedFirst: String {
    prefix(1).uppercased() + dropFirst()
  }
}
