/// Mistakes in a voice file beyond those of its `Key: value` lines.
enum VoiceProblem: Problem {
  /// A row that is not an attribute of a variant.
  case unknownRow(String, nearest: String?, known: [String])
  /// A row with too few or too many numbers.
  case rowNumbers(name: String, count: ClosedRange<Int>, seen: Int)
  /// A word that is not a number, or one outside of what makes sense.
  case rowNumber(name: String, seen: String, range: ClosedRange<Int>)
  /// More rows than a variant has.
  case tooManyRows(most: Int)
  /// A variant by name and rows of one's own.
  case variantAndRows
  /// A key that belongs to another engine.
  case wrongEngine(key: String, engine: String)
  /// More filters than make sense.
  case tooManyFilters(most: Int)
  /// Braces in a command with an unknown word.
  case unknownPlaceholder(String, nearest: String?, known: [String])
}

extension VoiceProblem {
  var words: Words {
    switch self {
    case .unknownRow(let name, let nearest, let known):
      Words(
        code: .voiceRow, title: "unknown row",
        message: "I don't know what \"\(name)\" is in a voice.",
        hint: nearest.map { "Did you mean \"\($0)\"?" }
          ?? "Rows start with \(listing(known, last: "or")).",
        replacement: nil)
    case .rowNumbers(let name, let count, let seen):
      Words(
        code: .voiceRow, title: "wrong count",
        message: "\"\(name)\" has \(seen) numbers after it.",
        hint: count.lowerBound == count.upperBound
          ? "Write \(count.lowerBound)."
          : "Write \(count.lowerBound) to \(count.upperBound).")
    case .rowNumber(let name, let seen, let range):
      Words(
        code: .voiceRow, title: "out of range",
        message: "\"\(seen)\" can't follow \"\(name)\".",
        hint: "Write whole numbers from \(range.lowerBound) to \(range.upperBound).")
    case .tooManyRows(let most):
      Words(
        code: .voiceRow, title: "too many rows",
        message: "This is one row more than the \(most) a voice may have.",
        hint: "Leave some out.")
    case .variantAndRows:
      Words(
        code: .voiceRow, title: "two variants",
        message: "This file names a variant and has rows of its own.",
        hint: "Keep either the \"Variant\" line or the rows.")
    case .wrongEngine(let key, let engine):
      Words(
        code: .voiceEngine, title: "another engine",
        message: "\"\(key)\" means something only with \"Engine: \(engine)\".",
        hint: "Take the line out, or change the engine.")
    case .tooManyFilters(let most):
      Words(
        code: .outOfRange, title: "too many filters",
        message: "The tone has more than \(most) filters.", hint: "Leave some out.")
    case .unknownPlaceholder(let name, let nearest, let known):
      Words(
        code: .unreadableValue, title: "unknown placeholder",
        message: "I don't know what to put in place of {\(name)}.",
        hint: nearest.map { "Did you mean {\($0)}?" }
          ?? "There are \(listing(known.map { "{\($0)}" })).")
    }
  }
}
