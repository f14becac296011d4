/// A column of a bell file's rows, and what it may hold.
enum BellColumn: Int, CaseIterable, Sendable {
  case ratio, level, decay, beat, depth, mode, attack

  /// How problems call it.
  var name: String {
    switch self {
    case .ratio: "the ratio"
    case .level: "the level"
    case .decay: "T60"
    case .beat: "the beat"
    case .depth: "the depth"
    case .mode: "the mode"
    case .attack: "the attack"
    }
  }

  /// What to write in it.
  var meaning: String {
    switch self {
    case .ratio: "the frequency as a multiple of the pitch, such as 2.76"
    case .level: "the level in dB, such as -12"
    case .decay: "the seconds until the partial is 60 dB softer, such as 12"
    case .beat:
      "the beats a second, such as 1.5, or 0 for none; below 0 if the upper sine is the louder one"
    case .depth: "the depth of the beat from 0 to 1, such as 0.7"
    case .mode: "a whole number for its place in the stereo picture, such as 2"
    case .attack: "the time constant of its onset in seconds, such as 0.03"
    }
  }

  /// The least it may hold, as written in messages.
  var low: String {
    switch self {
    case .ratio: "0.01"
    case .level: "-90"
    case .decay: "0.01"
    case .beat: "-100"
    case .depth, .mode: "0"
    case .attack: "0.0001"
    }
  }

  /// The most it may hold, as written in messages.
  var high: String {
    switch self {
    case .ratio: "200"
    case .level: "20"
    case .decay: "300"
    case .beat: "100"
    case .depth: "1"
    case .mode: "99"
    case .attack: "10"
    }
  }

  /// Whether it may hold a number.
  func allows(_ number: Double) -> Bool {
    guard let low = Double(low), let high = Double(high) else { return false }
    return (low...high).contains(number) && (self != .mode || number == number.rounded())
  }
}
