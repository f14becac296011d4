import Timeline

/// Lengths, numbers and lists as a person reads them.

/// `4:01` or `1:04:01`, rounded down to seconds.
func clock(_ frames: Int64) -> String { Frames(frames).clock }

/// The same, rounded up: for the least that is possible.
func clockUp(_ frames: Int64) -> String { Frames(frames + Frames.rate - 1).clock }

/// `200,000`.
func grouped(_ number: Int) -> String {
  var digits = Array(String(number))
  var place = digits.count - 3
  while place > 0 {
    digits.insert(",", at: place)
    place -= 3
  }
  return String(digits)
}

/// The first words of a text.
func excerpt(_ text: String) -> String { text.count > 60 ? text.prefix(59) + "…" : text }

/// "Did you mean …?", or something else to do.
func suggestion(_ near: [String], otherwise: String) -> String {
  near.isEmpty ? otherwise : "Did you mean \(near.joined(separator: " or "))?"
}

extension ComposingProblem.Enclosure {
  var words: String {
    switch self {
    case .block: "a block"
    case .include: "an included file"
    case .course: "a course"
    }
  }
}

extension Account {
  /// "Fixed: speech 1:05, exact silences 0:20, bells 1:01. The longest fixed parts: …"
  var words: String {
    let sums = [
      ("speech", speech), ("exact silences", written), ("bells", bells),
      ("guided breaths", breaths), ("the end", end),
    ].filter { $0.1 > 0 }.map { "\($0.0) \(clock($0.1))" }
    guard !sums.isEmpty else { return "" }
    let parts = longest.map { part in
      "\(part.place) \(part.words.isEmpty ? "silence" : "\"\(excerpt(part.words))\"") \(clock(part.frames))"
    }
    let list = parts.isEmpty ? "" : " The longest fixed parts: \(parts.joined(separator: "; "))."
    return "Fixed: \(sums.joined(separator: ", ")).\(list)"
  }

  /// What to change: an exact silence made flexible where there is one.
  func advice(_ otherwise: String) -> String {
    guard let silence = longest.first(where: \.words.isEmpty) else {
      return otherwise.prefix(1).uppercased() + otherwise.dropFirst() + "."
    }
    let seconds = silence.frames / 48_000
    return "Write [~\(seconds)s] for [\(seconds)s], or \(otherwise)."
  }
}
