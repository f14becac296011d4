import KindlyTimeline

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

/// The first words of a text, at most `limit` characters.
func excerpt(_ text: String, _ limit: Int = 60) -> String {
  text.count > limit ? text.prefix(limit - 1) + "…" : text
}

/// `calm, warm or clear`.
func listed(_ names: [String], _ last: String) -> String {
  guard let end = names.last, names.count > 1 else { return names.joined() }
  return names.dropLast().joined(separator: ", ") + " \(last) " + end
}

extension ComposingProblem.Enclosure {
  /// Where something stands that can't stand there.
  var words: String {
    switch self {
    case .block: "a block"
    case .include: "an included file"
    }
  }
}

extension ComposingProblem.Thing {
  /// What it is called.
  var noun: String {
    switch self {
    case .practice: "practice"
    case .phrases: "phrase set"
    case .voice: "voice"
    case .bell: "bell"
    case .background: "background"
    case .recording: "recording"
    }
  }

  /// The code of a name that leads nowhere.
  var unknownCode: ComposingCode {
    switch self {
    case .practice: .unknownPractice
    case .phrases: .unknownPhrases
    case .voice: .unknownVoice
    case .bell: .unknownBell
    case .background: .unknownBackground
    case .recording: .unknownRecording
    }
  }

  /// What to do about a name that leads nowhere and is like no other.
  func whereToLook(_ name: String) -> String {
    switch self {
    case .practice: "Put \(name).practice next to this file or into your library."
    case .phrases: "List the phrase sets with: kindly phrases"
    case .voice: "List the voices with: kindly voices"
    case .bell: "List the bells with: kindly bells"
    case .background:
      name.contains(".")
        ? "Put the sound file next to this file." : "List the backgrounds with: kindly backgrounds"
    case .recording: "Put it next to this file or into its Recordings folder."
    }
  }
}

extension Reach {
  /// "from 4:01 to any length", "from 4:01 to 5:00", "only 4:01".
  var words: String {
    guard let longest else { return "from \(clockUp(shortest)) to any length" }
    let (low, high) = (clockUp(shortest), clock(longest))
    return longest - shortest < Frames.rate ? "only \(low)" : "from \(low) to \(high)"
  }
}

extension Summary {
  /// "10:00, 81 % silence, closing bell at 9:33; can last from 4:02 to any length".
  public var words: String {
    let silence = "\(Int(shareOfSilence * 100 + 0.5)) % silence"
    let bell = closingBell.map { ", closing bell at \($0.clock)" } ?? ""
    let reach = Reach(shortest: shortest.count, longest: longest?.count)
    let others = shortest == longest ? "can't be shorter or longer" : "can last \(reach.words)"
    return "\(length.clock), \(silence)\(bell); \(others)"
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
    let after = from > 0 ? " after \(clock(from))" : ""
    let fixed = "Fixed\(after): \(sums.joined(separator: ", "))."
    guard !longest.isEmpty else { return fixed }
    let parts = longest.map { part in
      let what = part.text.map { "\"\(excerpt($0, 32))\"" } ?? "a silence"
      return "\(what) (\(part.place), \(clock(part.frames)))"
    }
    return "\(fixed) The longest fixed parts: \(parts.joined(separator: "; "))."
  }

  /// What to change: an exact silence made flexible where there is one.
  func advice(_ otherwise: String) -> String {
    guard let silence = longest.first(where: { $0.text == nil }) else {
      return otherwise.prefix(1).uppercased() + otherwise.dropFirst() + "."
    }
    let length = written(silence.frames)
    return "Write [~\(length)] for [\(length)], or \(otherwise)."
  }

  /// A length as an author writes it.
  private func written(_ frames: Int64) -> String {
    let (seconds, tenths) = (frames / Frames.rate, frames % Frames.rate / 4_800)
    if tenths > 0 { return "\(seconds).\(tenths)s" }
    return seconds >= 60 && seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds)s"
  }
}
