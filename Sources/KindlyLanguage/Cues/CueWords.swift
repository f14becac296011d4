import KindlyBase

/// The words of cues: units, numbers, people, and what may be meant by a slip.
enum CueWords {
  /// A unit of time.
  enum Unit: Int, Sendable {
    case millisecond, second, minute, hour, breath

    /// Frames of one, times 1,000 so that it is whole; breaths have none.
    var milliFrames: Int64 {
      switch self {
      case .millisecond: Frames.rate
      case .second: 1000 * Frames.rate
      case .minute: 60 * 1000 * Frames.rate
      case .hour: 3600 * 1000 * Frames.rate
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
  static let vocabulary: [String] = CueKind.allCases.flatMap { $0.declaration.words }

  /// Words of other scripts and what to write for them.
  static let otherWords: [String: String] = CueKind.allCases.reduce(into: [:]) { words, kind in
    words.merge(kind.declaration.otherWords) { first, _ in first }
  }

  /// The words that a name may follow.
  static let beforeNames: Set<String> = Set(
    CueKind.allCases.filter { $0.declaration.takesName }.flatMap { $0.declaration.begins })

  /// What closes a quotation, by the mark that opens it.
  static let closingQuotes: [Unicode.Scalar: [Unicode.Scalar]] = [
    "\"": ["\"", "”", "“"], "“": ["”", "“", "\""], "„": ["“", "”", "\""], "”": ["”", "\""],
    "«": ["»"], "»": ["«"], "'": ["'", "’"], "‘": ["’", "'"], "’": ["’"], "‚": ["‘", "’"],
    "‹": ["›"], "›": ["‹"],
  ]

  /// Fractions that are one character, in millionths.
  static let fractions: [Unicode.Scalar: Int64] = [
    "½": 500_000, "¼": 250_000, "¾": 750_000, "⅓": 333_333, "⅔": 666_667, "⅕": 200_000,
    "⅖": 400_000, "⅗": 600_000, "⅘": 800_000, "⅙": 166_667, "⅛": 125_000,
  ]

  /// Units of other languages, which people write without thinking of it.
  static let otherUnits: [String: Unit] = [
    "sekunde": .second, "sekunden": .second, "sek": .second, "segundo": .second,
    "segundos": .second, "seg": .second, "seconde": .second, "secondes": .second,
    "secondo": .second, "secondi": .second, "seconden": .second, "sekunder": .second,
    "minuten": .minute, "minuto": .minute, "minutos": .minute, "minuti": .minute,
    "minuut": .minute, "minuter": .minute, "stunde": .hour, "stunden": .hour, "std": .hour,
    "hora": .hour, "horas": .hour, "heure": .hour, "heures": .hour, "ora": .hour, "ore": .hour,
    "uur": .hour, "atemzug": .breath, "atemzüge": .breath, "atemzügen": .breath,
    "respiración": .breath, "respiraciones": .breath, "respiration": .breath,
    "respirations": .breath,
  ]
}

extension CueWords.Unit {
  /// How it is written in messages, after a number and a space.
  var symbol: String {
    switch self {
    case .millisecond: "ms"
    case .second: "s"
    case .minute: "min"
    case .hour: "h"
    case .breath: "breaths"
    }
  }

  /// The unit that a number without one has behind this: `1m30`, `1h15`.
  var smaller: Self? {
    switch self {
    case .hour: .minute
    case .minute: .second
    case .millisecond, .second, .breath: nil
    }
  }
}
