/// The words of cues: units, numbers, people, and what may be meant by a slip.
enum CueWords {
  /// A unit of time.
  enum Unit: Int, Sendable {
    case millisecond, second, minute, hour, breath

    /// Frames of one, times 1,000 so that it is whole; breaths have none.
    var milliFrames: Int64 {
      switch self {
      case .millisecond: 48_000
      case .second: 48_000_000
      case .minute: 2_880_000_000
      case .hour: 172_800_000_000
      case .breath: 0
      }
    }
  }

  static let units: [String: Unit] = [
    "ms": .millisecond, "millisecond": .millisecond, "milliseconds": .millisecond,
    "s": .second, "sec": .second, "secs": .second, "second": .second, "seconds": .second,
    "m": .minute, "min": .minute, "mins": .minute, "minute": .minute, "minutes": .minute,
    "h": .hour, "hr": .hour, "hrs": .hour, "hour": .hour, "hours": .hour,
    "breath": .breath, "breaths": .breath,
  ]

  static let numbers: [String: Int64] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]

  static let recipients: [String: Recipient] = [
    "self": .oneself, "myself": .oneself, "me": .oneself, "oneself": .oneself,
    "benefactor": .benefactor, "friend": .friend, "dear friend": .friend, "loved one": .friend,
    "neutral": .neutral, "neutral person": .neutral,
    "difficult": .difficult, "difficult person": .difficult, "enemy": .difficult,
    "all": .all, "all beings": .all, "everyone": .all, "everybody": .all,
  ]

  /// Every word a cue may start with or hold, for suggestions.
  static let vocabulary: [String] =
    [
      "pause", "silence", "rest", "short", "long", "about", "until", "every", "bell", "ring",
      "softly", "times", "apart", "fade", "once", "twice", "thrice", "phrases", "rounds", "fill",
      "after", "each", "breathe", "breath", "toward", "voice", "language", "slower", "faster",
      "normal", "speed", "hold", "repeat", "end", "include", "recorded",
    ] + ["seconds", "minutes", "hours", "breaths"]
    + ["self", "benefactor", "friend", "neutral", "difficult", "all", "person", "beings"]

  /// Words of other scripts and what to write for them.
  static let otherWords: [String: String] = [
    "chime": "[bell]", "gong": "[bell]", "ding": "[bell]", "strike": "[bell]", "wait": "[pause]",
    "break": "[pause]", "quiet": "[pause]", "loop": "[repeat 3 times]",
    "inhale": "[breathe 1 times]", "exhale": "[breathe 1 times]",
  ]
}
